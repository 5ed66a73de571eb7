import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { HEAD_BYTES, openHead, openPiece, PIECE_BYTES, pieceKey, SEALED_BYTES } from './seal.ts';

/** A document on the disk, opened: what it is, and its bytes from `start` up to and without `end`. */
export type OpenedDocument = {
  readonly mime: string;
  readonly sizeBytes: number;
  read(start: number, end: number): ReadableStream<Uint8Array>;
  close(): Promise<void>;
};

/** Opens a document, or gives undefined where there is none. Throws when it was changed or belongs to another machine. */
export async function openDocument(
  folder: string,
  key: Buffer,
  documentId: string,
): Promise<OpenedDocument | undefined> {
  const handle = await open(join(folder, documentId), 'r').catch(() => undefined);
  if (handle === undefined) return undefined;
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    await handle.read(head, 0, HEAD_BYTES, 0);
    const { salt, sizeBytes, mime } = openHead(key, documentId, head);
    const ownKey = pieceKey(key, salt);
    return {
      mime,
      sizeBytes,
      read: (start, end) => piecesOf(handle, ownKey, { start, end, sizeBytes }),
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

type Range = { readonly start: number; readonly end: number; readonly sizeBytes: number };

async function readPiece(handle: FileHandle, key: Buffer, index: number, sizeBytes: number): Promise<Buffer> {
  const plain = Math.min(PIECE_BYTES, sizeBytes - index * PIECE_BYTES);
  const sealed = Buffer.alloc(plain + (SEALED_BYTES - PIECE_BYTES));
  const { bytesRead } = await handle.read(sealed, 0, sealed.length, HEAD_BYTES + index * SEALED_BYTES);
  if (bytesRead !== sealed.length) throw new Error('document cut short');
  return openPiece(key, index, sealed);
}

/** One piece at a time, as fast as they are taken; the file is closed with the stream. */
function piecesOf(
  handle: FileHandle,
  key: Buffer,
  { start, end, sizeBytes }: Range,
): ReadableStream<Uint8Array> {
  let at = start;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (at >= end) {
          await handle.close();
          return controller.close();
        }
        try {
          const index = Math.floor(at / PIECE_BYTES);
          const piece = await readPiece(handle, key, index, sizeBytes);
          const from = at - index * PIECE_BYTES;
          const taken = piece.subarray(from, Math.min(piece.length, end - index * PIECE_BYTES));
          at += taken.length;
          controller.enqueue(new Uint8Array(taken));
        } catch (error) {
          await handle.close();
          throw error;
        }
      },
      cancel: () => handle.close(),
    },
    { highWaterMark: 1 },
  );
}
