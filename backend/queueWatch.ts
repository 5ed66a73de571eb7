/** Bytes that count as taking something: less than this within the stall time is as good as nothing. */
const PROGRESS_BYTES = 64 * 1024;
/** A large frame may take its time on a thin line: so many bytes per ms are enough. */
const THIN_LINE_BYTES_PER_MS = 32;

/** Watches one client's queue and says when it no longer drains. Times in ms of one clock. */
export function createQueueWatch(maxStallMs: number, now: number) {
  let mark = { delivered: 0, at: now };
  return {
    /** A large frame was put into the queue. */
    allow(bytes: number, at: number): void {
      mark = { ...mark, at: Math.max(mark.at, at) + bytes / THIN_LINE_BYTES_PER_MS };
    },
    /** True when something waits and next to nothing of it went out for too long. */
    stalled(queue: { readonly waiting: number; readonly delivered: number }, at: number): boolean {
      if (queue.waiting === 0 || queue.delivered - mark.delivered >= PROGRESS_BYTES) {
        mark = { delivered: queue.delivered, at };
        return false;
      }
      return at - mark.at > maxStallMs;
    },
  };
}
