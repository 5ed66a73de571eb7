/** A camera that is said to be live and paints nothing for so long is opened afresh, ms; doubled each time in vain. */
const STUCK_MS = 8_000;
const MOST_MS = 60_000;

/** How long one tile waits for a picture of a live camera before the camera is opened afresh. */
export function createPatience(now: () => number = Date.now) {
  let inVain = 0;
  let hasPainted = true;
  let since = now();
  const leftMs = (): number => since + Math.min(MOST_MS, STUCK_MS * 2 ** inVain) - now();
  return {
    /** The camera was opened. */
    begin(): void {
      inVain = hasPainted ? 0 : inVain + 1;
      hasPainted = false;
      since = now();
    },
    painted(): void {
      hasPainted = true;
      since = now();
    },
    /** No picture could be expected up to now. */
    wait(): void {
      since = now();
    },
    isOver: (): boolean => leftMs() <= 0,
    /** How long to pause after a player failed, ms: not at all when it had played. */
    pauseMs: (): number => (hasPainted ? 0 : Math.max(0, leftMs())),
  };
}
