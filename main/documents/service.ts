import { z } from 'zod';
import type { DocumentsCalls } from '../../domain/documents/calls.ts';
import { DocumentIdSchema, DocumentNameSchema } from '../../domain/documents/model.ts';
import { MOST_BYTES, MOST_PAGES, scenesWith, SLICE_BYTES } from '../../domain/documents/rules.ts';
import { accept, refuse } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import { IdSchema } from '../../domain/kernel/schema.ts';
import type { Handlers } from '../kernel/handlers.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock } from '../kernel/ports.ts';
import { createImports } from './imports.ts';
import type { DocumentStore } from './ports.ts';

const BeginInput = z.object({
  name: DocumentNameSchema,
  sizeBytes: z
    .number()
    .int()
    .min(1)
    .max(2 * MOST_BYTES.video),
  pages: z.number().int().min(1).max(MOST_PAGES).exactOptional(),
});
const SliceInput = z.object({
  importId: IdSchema,
  offset: z.number().int().min(0),
  bytes: z.instanceof(Uint8Array).refine(({ length }) => length > 0 && length <= SLICE_BYTES),
});
const ImportInput = z.object({ importId: IdSchema });
const DeleteInput = z.object({ documentId: DocumentIdSchema });

type Needs = {
  readonly hub: Pick<Hub, 'world' | 'commit'>;
  readonly clock: Clock;
  readonly newId: () => string;
  /** None where the vault is closed: without its key nothing is kept. */
  readonly store: DocumentStore | undefined;
  readonly budgetBytes: number;
};

/** Files that operators bring: taken in, listed in the World, deleted when no scene shows them. */
export function createDocumentsService(needs: Needs) {
  const { hub, store } = needs;
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

  return {
    calls,
    /** The window is gone for good. */
    dismiss: (windowId: string): void => void imports.dismiss(windowId),
  };
}
