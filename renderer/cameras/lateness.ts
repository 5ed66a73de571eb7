const LOOK_EVERY_MS = 100;
/** Whoever waits longer for the window's next frame is late: the next of 25 pictures a second may be there, ms. */
const LATE_MS = 34;

/** Looks ten times a second how long this window takes to its next frame, whatever plays in it. */
export function watchLateness() {
  let looks = 0;
  let late = 0;
  let awaited = false;

  function count(isLate: boolean): void {
    looks += 1;
    if (isLate) late += 1;
  }

  const timer = setInterval(() => {
    // The frame that was asked for before has not come yet.
    if (awaited) return count(true);
    awaited = true;
    const askedAt = performance.now();
    requestAnimationFrame(() => {
      awaited = false;
      count(performance.now() - askedAt > LATE_MS);
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
