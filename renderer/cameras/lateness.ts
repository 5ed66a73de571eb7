const LOOK_EVERY_MS = 100;
/** Whoever waits longer for the window's next frame is late: the next of 25 pictures a second may be there, ms. */
const LATE_MS = 34;

/**
 * Looks ten times a second how long this window takes to its next frame, whatever plays in it. Work that holds up the look
 * itself counts too: a picture that came meanwhile waited for it.
 */
export function watchLateness() {
  let looks = 0;
  let late = 0;
  let awaited = false;
  let lookedAt = performance.now();

  function count(isLate: boolean): void {
    looks += 1;
    if (isLate) late += 1;
  }

  const timer = setInterval(() => {
    const now = performance.now();
    const heldUpMs = Math.max(0, now - lookedAt - LOOK_EVERY_MS);
    lookedAt = now;
    // The frame that was asked for before has not come yet.
    if (awaited) return count(true);
    awaited = true;
    requestAnimationFrame(() => {
      awaited = false;
      count(heldUpMs + performance.now() - now > LATE_MS);
    });
  }, LOOK_EVERY_MS);

  return {
    /** The share of late frames since the last question, 0…1. */
    take(): number {
      const share = late / Math.max(1, looks);
      looks = late = 0;
      return share;
    },
    stop: (): void => clearInterval(timer),
  };
}
