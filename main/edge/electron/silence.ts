/** The silence is judged this often, ms. */
export const LOOK_MS = 1_000;
/** A core that has spoken and is silent this long hangs, ms. */
const SILENT_FOR_MS = 5_000;
/** One that starts reads its files first: on a busy machine or a cold disk that is no hang, ms. */
const STARTS_WITHIN_MS = 30_000;

/**
 * Judges whether the core has been silent for too long. While this process itself came late to look, the core's words may
 * lie unread: then nothing is held against it.
 */
export function createSilence() {
  let heardAt = 0;
  let lookedAt = 0;
  let hasSpoken = false;
  return {
    began(now: number): void {
      heardAt = now;
      hasSpoken = false;
    },
    heard(now: number): void {
      heardAt = now;
      hasSpoken = true;
    },
    /** To be asked every `LOOK_MS`. */
    isTooLong(now: number): boolean {
      const cameLate = now - lookedAt > 2 * LOOK_MS;
      lookedAt = now;
      return !cameLate && now - heardAt > (hasSpoken ? SILENT_FOR_MS : STARTS_WITHIN_MS);
    },
  };
}
