/** So many jobs of a window are done in one frame: the rest waits for the next ones. */
const PER_FRAME = 10;

const waiting = new Set<() => void>();
let asked = false;

function doSome(): void {
  asked = false;
  const now = [...waiting].slice(0, PER_FRAME);
  for (const job of now) waiting.delete(job);
  if (waiting.size > 0) ask();
  for (const job of now) job();
}

function ask(): void {
  if (asked) return;
  asked = true;
  requestAnimationFrame(doSome);
}

/**
 * Does `job` within the next frames, few jobs in each: what a hundred tiles renew at the same moment and nobody waits for
 * must not hold up a number that changes. Returns the function that calls it off.
 */
export function inTurn(job: () => void): () => void {
  waiting.add(job);
  ask();
  return () => waiting.delete(job);
}
