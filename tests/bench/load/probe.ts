/** Probe values are times: the low seven digits of epoch ms behind a leading 1, so that every one has eight digits. */
const SPAN = 10_000_000;

/** The value that says "sent at this time" (epoch ms). */
export function probeValue(sentAt: number): number {
  return SPAN + (sentAt % SPAN);
}

/** When a probe value was sent (epoch ms), as the reader finds it at `now`, less than an hour later. */
export function probeSentAt(value: number, now: number): number {
  const low = value - SPAN;
  return Math.round((now - low) / SPAN) * SPAN + low;
}
