import type { VideoUnit } from '../../../domain/cameras/packets.ts';

/** A unit that is among the last so many is not new: a camera that stands still repeats one picture, or a short round of them. */
const REMEMBERED = 64;

/** Bytes looked at in one unit: where pictures differ, entropy coding changes all bytes that follow. */
const MOST_BYTES = 2_048;

/** FNV-1a: fast, and a chance meeting of two pictures would have to last for half a minute to matter. */
function printOf(data: Uint8Array): number {
  const step = Math.max(1, Math.floor(data.length / MOST_BYTES));
  let hash = 0x811c9dc5 ^ data.length;
  for (let at = 0; at < data.length; at += step) hash = Math.imul(hash ^ (data[at] ?? 0), 0x01000193);
  return hash >>> 0;
}

/**
 * Says since when the pictures of a stream have been repeats of each other to the last bit, or the camera's own clock has
 * stood while they came; null while both go on. A still scene is no repeat: the noise of the sensor is in every picture.
 */
export function createRepeats(
  afterMs: number,
): (unit: Pick<VideoUnit, 'data' | 'timestampUs'>, now: number) => number | null {
  const order: number[] = [];
  const known = new Set<number>();
  let newAt: number | null = null;
  let clock: { readonly timestampUs: number; readonly at: number } | null = null;

  function isNew(data: Uint8Array): boolean {
    const print = printOf(data);
    if (known.has(print)) return false;
    known.add(print);
    order.push(print);
    const oldest = order.length > REMEMBERED ? order.shift() : undefined;
    if (oldest !== undefined) known.delete(oldest);
    return true;
  }

  return ({ data, timestampUs }, now) => {
    if (isNew(data) || newAt === null) newAt = now;
    if (clock?.timestampUs !== timestampUs) clock = { timestampUs, at: now };
    const since = Math.min(newAt, clock.at);
    return afterMs > 0 && now - since >= afterMs ? since : null;
  };
}
