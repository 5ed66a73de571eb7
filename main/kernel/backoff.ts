/** First and longest wait between two attempts, ms. */
export const FIRST_MS = 250;
export const LONGEST_MS = 10_000;
/** A wrong token, or another version, does not become right by asking often: wait at least this long, ms. */
export const REFUSED_MS = 60_000;

/** Wait before attempt `attempt` (0 is the first retry): doubling, with jitter so that a province's walls do not all knock at once. */
export function backoffMs(attempt: number, random: () => number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 16));
  return Math.round(full / 2 + (full / 2) * random());
}
