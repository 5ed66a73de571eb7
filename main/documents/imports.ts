import { contentOf, HEAD_BYTES, type Content } from '../../domain/documents/content.ts';
import type { ImportRefusal } from '../../domain/documents/calls.ts';
import type { Document } from '../../domain/documents/model.ts';
import { MOST_BYTES, SLICE_BYTES, totalBytes, typeOf } from '../../domain/documents/rules.ts';
import { accept, refuse, type Outcome } from '../../domain/kernel/outcome.ts';
import type { Clock } from '../kernel/ports.ts';
import type { DocumentStore, DocumentWriter } from './ports.ts';

/** An import that nobody has gone on with for this long is given up, ms. */
export const IDLE_MS = 60_000;
/** Imports under way at once, over all consoles. */
const MOST_IMPORTS = 4;

export type ImportRequest = {
  readonly name: string;
  readonly sizeBytes: number;
  readonly pages?: number | undefined;
  readonly by: string;
  readonly windowId: string;
};

type Import = ImportRequest & {
  readonly writer: DocumentWriter;
  written: number;
  content: Content | undefined;
  /** A slice is being written: another one now is none of this console's. */
  busy: boolean;
  callOff: () => void;
};

type Needs = {
  readonly store: DocumentStore | undefined;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly budgetBytes: number;
  readonly documents: () => readonly Document[];
};

/** Files on their way in, slice by slice. What they are is read from their first slice, whatever they are called. */
export function createImports({ store, clock, newId, budgetBytes, documents }: Needs) {
  const imports = new Map<string, Import>();

  function forget(importId: string): Import | undefined {
    const found = imports.get(importId);
    imports.delete(importId);
    found?.callOff();
    return found;
  }

  async function drop(importId: string): Promise<void> {
    await forget(importId)?.writer.drop();
  }

  function awaitNext(importId: string, one: Import): void {
    one.callOff();
    one.callOff = clock.after(IDLE_MS, () => void drop(importId));
  }

  function roomFor(sizeBytes: number): boolean {
    const coming = [...imports.values()];
    return totalBytes(documents()) + totalBytes(coming) + sizeBytes <= budgetBytes;
  }

  /** What the first slice says; the file's size must suit its type. */
  function judge({ sizeBytes }: Import, head: Uint8Array): Outcome<Content, ImportRefusal> {
    const content = contentOf(head);
    if (!content.ok) return content;
    return sizeBytes > MOST_BYTES[typeOf(content.value.mime)] ? refuse('document-too-large') : content;
  }

  async function write(
    one: Import,
    offset: number,
    bytes: Uint8Array,
  ): Promise<Outcome<null, ImportRefusal>> {
    const whole = offset + bytes.length === one.sizeBytes;
    const sound = offset === one.written && offset + bytes.length <= one.sizeBytes;
    if (!sound || (!whole && bytes.length !== SLICE_BYTES)) return refuse('import-broken');
    if (one.content === undefined) {
      const content = judge(one, bytes.subarray(0, HEAD_BYTES));
      if (!content.ok) return content;
      one.content = content.value;
    }
    await one.writer.write(bytes);
    one.written += bytes.length;
    return accept(null);
  }

  return {
    async begin(request: ImportRequest): Promise<Outcome<{ readonly importId: string }, ImportRefusal>> {
      if (store === undefined) return refuse('documents-closed');
      if (request.sizeBytes > MOST_BYTES.video) return refuse('document-too-large');
      if (imports.size >= MOST_IMPORTS || !roomFor(request.sizeBytes)) return refuse('documents-full');
      const importId = newId();
      const writer = await store.create();
      const one: Import = {
        ...request,
        writer,
        written: 0,
        content: undefined,
        busy: false,
        callOff: () => undefined,
      };
      imports.set(importId, one);
      awaitNext(importId, one);
      return accept({ importId });
    },
    async put(importId: string, offset: number, bytes: Uint8Array): Promise<Outcome<null, ImportRefusal>> {
      const one = imports.get(importId);
      if (one === undefined || one.busy) return refuse('import-unknown');
      one.busy = true;
      try {
        const outcome = await write(one, offset, bytes);
        if (!outcome.ok) await drop(importId);
        else if (imports.has(importId)) awaitNext(importId, one);
        return outcome;
      } catch (error) {
        await drop(importId);
        throw error;
      } finally {
        one.busy = false;
      }
    },
    async finish(importId: string): Promise<Outcome<Document, ImportRefusal>> {
      const one = forget(importId);
      if (one === undefined) return refuse('import-unknown');
      const { writer, content, name, sizeBytes, by, pages } = one;
      if (content === undefined || one.written !== sizeBytes || one.busy) {
        await writer.drop();
        return refuse('import-broken');
      }
      const id = await writer.keep(content.mime);
      const ofPdf = content.mime === 'application/pdf' && pages !== undefined ? { pages } : {};
      return accept({ id, name, sizeBytes, by, at: clock.now(), ...content, ...ofPdf });
    },
    cancel: drop,
    /** The console is gone: nobody will go on with what it had begun. */
    async dismiss(windowId: string): Promise<void> {
      for (const [importId, one] of imports) if (one.windowId === windowId) await drop(importId);
    },
  };
}
