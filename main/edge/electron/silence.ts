/** The silence is judged this often, ms. */
export const LOOK_MS = 1_000;
/** A core that has spoken and is silent this long hangs, ms. */
const SILENT_FOR_MS = 5_000;
/** One that starts reads its files first: on a busy machine or a cold disk that is no hang, ms. */
const STARTS_WITHIN_MS = 30_000;
/** A core that was ended for its silence is forgiven after this. */
const FORGIVEN_AFTER_MS = 60_000;

/**
 * Judges whether the core has been silent for too long. While this process itself came late to look, the core's words may
 * lie unread: then nothing is held against it. One that was ended gets twice the time at its next start: where the machine
 * itself is short of time, starting anew is what takes the rest of it.
 */
export function createSilence() {
  let heardAt = 0;
  let lookedAt = 0;
  let hasSpoken = false;
  /** When a core was found silent too long, each start's first finding. */
  const ends: number[] = [];
  let endOfThis: number | undefined;
  let patienceMs = SILENT_FOR_MS;
  return {
    began(now: number): void {
      if (endOfThis !== undefined) ends.push(endOfThis);
      endOfThis = undefined;
      const recent = ends.filter((at) => now - at < FORGIVEN_AFTER_MS).length;
      patienceMs = Math.min(SILENT_FOR_MS * 2 ** recent, STARTS_WITHIN_MS);
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
      const tooLong = !cameLate && now - heardAt > (hasSpoken ? patienceMs : STARTS_WITHIN_MS);
      if (tooLong) endOfThis ??= now;
      return tooLong;
    },
  };
}
