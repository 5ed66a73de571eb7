import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentStore, DocumentWriter } from '../../documents/ports.ts';
import {
  HEAD_BYTES,
  newSalt,
  PIECE_BYTES,
  pieceKey,
  sealHead,
  sealPiece,
  type DocumentHead,
} from './seal.ts';

const PART = '.part';

export function documentsFolder(profileDir: string): string {
  return join(profileDir, 'documents');
}

/** The machine's documents. */
export function openDocumentStore(profileDir: string, key: Buffer): DocumentStore {
  return openSealedFolder(documentsFolder(profileDir), key);
}

/** A folder of sealed files, each named by its sha256. What an earlier core left half is swept away. */
export function openSealedFolder(folder: string, key: Buffer): DocumentStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder))
    if (name.endsWith(PART)) rmSync(join(folder, name), { force: true });
  return {
    create: () => createWriter(folder, key),
    remove: (documentId) => rm(join(folder, documentId), { force: true }),
  };
}

async function createWriter(folder: string, key: Buffer): Promise<DocumentWriter> {
  const part = join(folder, `${randomUUID()}${PART}`);
  const handle = await open(part, 'wx', 0o600);
  const salt = newSalt();
  const ownKey = pieceKey(key, salt);
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let pieces = 0;
  let at = HEAD_BYTES;
  let rest = Buffer.alloc(0);

  async function writePiece(bytes: Buffer): Promise<void> {
    const sealed = sealPiece(ownKey, pieces, bytes);
    await handle.write(sealed, 0, sealed.length, at);
    pieces += 1;
    at += sealed.length;
  }

  return {
    async write(bytes) {
      hash.update(bytes);
      sizeBytes += bytes.length;
      let waiting = Buffer.concat([rest, bytes]);
      for (; waiting.length >= PIECE_BYTES; waiting = waiting.subarray(PIECE_BYTES)) {
        await writePiece(waiting.subarray(0, PIECE_BYTES));
      }
      rest = Buffer.from(waiting);
    },
    async keep(mime) {
      if (rest.length > 0) await writePiece(rest);
      const id = hash.digest('hex');
      await handle.write(sealHead<DocumentHead>(key, id, { salt, sizeBytes, mime }), 0, HEAD_BYTES, 0);
      await handle.sync();
      await handle.close();
      await rename(part, join(folder, id));
      return id;
    },
    async drop() {
      await handle.close().catch(() => undefined);
      await rm(part, { force: true });
    },
  };
}
