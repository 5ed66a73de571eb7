import { crc32 } from 'node:zlib';

/** A row whose checksum does not fit its content: the file is damaged. */
export class DamagedRow extends Error {}

/** Finds a flipped bit; it is no protection against a hand that means it. */
export function checksum(text: string): number {
  return crc32(text);
}

/** The value in a checked JSON text; throws `DamagedRow`. */
export function readChecked(text: unknown, sum: unknown): unknown {
  if (typeof text !== 'string' || checksum(text) !== sum) throw new DamagedRow('checksum');
  return JSON.parse(text);
}
