import { type DocumentsCalls } from '../../domain/documents/calls.ts';
import { BeginInput, DeleteInput, ImportInput, SliceInput } from '../../domain/documents/inputs.ts';
import type { ProvinceDocument } from '../../domain/documents/model.ts';
import { BY_THE_PROVINCE, scenesWith, SLICE_BYTES } from '../../domain/documents/rules.ts';
import { accept, refuse } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import { type Handlers } from '../kernel/handlers.ts';
import { type Hub } from '../kernel/hub.ts';
import { type Clock, type Log } from '../kernel/ports.ts';
import { createImports } from './imports.ts';
import { type DocumentStore } from './ports.ts';

type Needs = {
  readonly hub: Pick<Hub, 'world' | 'commit'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
  /** None where the vault is closed: without its key nothing is kept. */
  readonly store: DocumentStore | undefined;
  readonly budgetBytes: number;
};

/** Files that operators bring: taken in, listed in the World, deleted when no scene shows them. */
export function createDocumentsService(needs: Needs) {
  const { hub, store, log } = needs;
  const imports = createImports({ ...needs, documents: () => Object.values(hub.world().documents.byId) });

  const calls: Handlers<keyof DocumentsCalls> = {
    'documents.beginImport': {
      allowed: ['console'],
      right: 'wall.edit',
      parse: (raw) => BeginInput.parse(raw),
      run: (request, { windowId, person }) => imports.begin({ ...request, windowId, by: person?.name ?? '' }),
    },
    'documents.putSlice': {
      allowed: ['console'],
      right: 'wall.edit',
      quiet: true,
      parse: (raw) => SliceInput.parse(raw),
      run: ({ importId, offset, bytes }) => imports.put(importId, offset, bytes),
    },
    'documents.finishImport': {
      allowed: ['console'],
      right: 'wall.edit',
      quiet: true,
      parse: (raw) => ImportInput.parse(raw),
      async run({ importId }) {
        const outcome = await imports.finish(importId);
        if (outcome.ok) hub.commit({ type: 'documents.kept', document: outcome.value });
        return outcome;
      },
    },
    'documents.cancelImport': {
      allowed: ['console'],
      parse: (raw) => ImportInput.parse(raw),
      async run({ importId }) {
        await imports.cancel(importId);
        return accept(null);
      },
    },
    'documents.deleteDocument': {
      allowed: ['console'],
      right: 'wall.edit',
      parse: (raw) => DeleteInput.parse(raw),
      async run({ documentId }, { person }) {
        const { documents, walls } = hub.world();
        if (own(documents.byId, documentId) === undefined) return refuse('document-unknown');
        if (scenesWith(Object.values(walls), documentId).length > 0) return refuse('document-in-use');
        hub.commit({ type: 'documents.deleted', documentId, by: person?.name ?? '' });
        await store?.remove(documentId);
        return accept(null);
      },
    },
  };

  /** One file of the province, by the same way as an operator's; `undefined` when it is what it says. */
  async function takeIn(
    { sha256, name, pages }: ProvinceDocument,
    bytes: Uint8Array,
  ): Promise<string | undefined> {
    const request = { name, sizeBytes: bytes.length, pages, by: BY_THE_PROVINCE, windowId: BY_THE_PROVINCE };
    const begun = await imports.begin(request);
    if (!begun.ok) return begun.reason;
    const { importId } = begun.value;
    for (let offset = 0; offset < bytes.length; offset += SLICE_BYTES) {
      const put = await imports.put(importId, offset, bytes.subarray(offset, offset + SLICE_BYTES));
      if (!put.ok) return put.reason;
    }
    const kept = await imports.finish(importId);
    if (!kept.ok) return kept.reason;
    if (kept.value.id === sha256) return void hub.commit({ type: 'documents.kept', document: kept.value });
    await store?.remove(kept.value.id);
    return 'other-content';
  }

  return {
    calls,
    /** Takes in what the province brings with its content and this machine does not have yet. */
    async takeInProvince(
      documents: readonly ProvinceDocument[],
      read: (file: string) => Promise<Uint8Array>,
    ): Promise<void> {
      for (const document of documents) {
        if (own(hub.world().documents.byId, document.sha256) !== undefined) continue;
        const { file } = document;
        const reason = await read(file)
          .then((bytes) => takeIn(document, bytes))
          .catch((error: unknown) => String(error));
        if (reason !== undefined) log.warn('document.untaken', { file, reason });
      }
    },
    /** The window is gone for good. */
    dismiss: (windowId: string): void => void imports.dismiss(windowId),
  };
}
