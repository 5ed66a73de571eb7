import { open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Footage } from '../../../cameras/ports.ts';
import {
  HEAD_BYTES,
  newSalt,
  openHead,
  openPiece,
  PIECE_BYTES,
  pieceKey,
  sealHead,
  SEALED_BYTES,
  sealPiece,
  type SealedHead,
} from '../../documents/seal.ts';
import { packFootage, unpackFootage } from './segment.ts';
import type { Piece } from './tape.ts';

/** What the sealed head of a piece says: enough to find it again after a restart. */
export type PieceHead = SealedHead & {
  readonly cameraId: string;
  readonly run: string;
  readonly nth: number;
  readonly from: number;
  readonly to: number;
  /** Its first picture can be decoded alone. */
  readonly key: boolean;
};

export const PIECE_END = '.tcr';
const PART_END = '.part';

/** The bytes that a piece of this content takes on the disk. */
export function sizeOnDisk(sizeBytes: number): number {
  return HEAD_BYTES + sizeBytes + Math.ceil(sizeBytes / PIECE_BYTES) * (SEALED_BYTES - PIECE_BYTES);
}

/** The moments of the first and last picture of a piece. */
export function timesOf({ units }: Footage): { readonly from: number; readonly to: number } {
  return { from: units[0]?.at ?? 0, to: units.at(-1)?.at ?? 0 };
}

/**
 * Writes a piece whole or not at all: under another name first. It is not forced onto the medium: after a loss of power a
 * piece may be cut short, and then its seal says so.
 */
export async function writePiece(
  place: { readonly folder: string; readonly key: Buffer; readonly name: string },
  cameraId: string,
  piece: Piece,
): Promise<number> {
  const { folder, key, name } = place;
  const bytes = packFootage(piece);
  const salt = newSalt();
  const own = pieceKey(key, salt);
  const head: PieceHead = {
    ...{ salt, sizeBytes: bytes.length, cameraId, run: piece.run, nth: piece.nth, ...timesOf(piece) },
    key: piece.units[0]?.key === true,
  };
  const parts = [sealHead(key, name, head)];
  for (let at = 0; at < bytes.length; at += PIECE_BYTES)
    parts.push(sealPiece(own, at / PIECE_BYTES, bytes.subarray(at, at + PIECE_BYTES)));
  const part = join(folder, `${name}${PART_END}`);
  try {
    await writeFile(part, Buffer.concat(parts), { mode: 0o600 });
    await rename(part, join(folder, name));
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  }
  return sizeOnDisk(bytes.length);
}

/** The head alone, with the size of the file; throws when it is no piece of this machine, or was cut short. */
export async function readHead(folder: string, key: Buffer, name: string): Promise<PieceHead> {
  const handle = await open(join(folder, name), 'r');
  try {
    const bytes = Buffer.alloc(HEAD_BYTES);
    await handle.read(bytes, 0, HEAD_BYTES, 0);
    const head = openHead<PieceHead>(key, name, bytes);
    const { size } = await handle.stat();
    if (size !== sizeOnDisk(head.sizeBytes)) throw new Error('piece cut short');
    return head;
  } finally {
    await handle.close();
  }
}

/** The pictures; throws when a single bit was changed. */
export async function readPiece(folder: string, key: Buffer, name: string): Promise<Footage> {
  const sealed = await readFile(join(folder, name));
  const { salt, sizeBytes } = openHead<PieceHead>(key, name, sealed.subarray(0, HEAD_BYTES));
  const own = pieceKey(key, salt);
  const parts: Buffer[] = [];
  for (let at = HEAD_BYTES; at < sealed.length; at += SEALED_BYTES)
    parts.push(openPiece(own, parts.length, sealed.subarray(at, at + SEALED_BYTES)));
  const whole = Buffer.concat(parts);
  if (whole.length !== sizeBytes) throw new Error('piece cut short');
  return unpackFootage(whole);
}
