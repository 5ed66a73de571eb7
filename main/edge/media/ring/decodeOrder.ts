/** H.264 lets no more pictures than this wait for their turn (A.3.1: sixteen frames). */
const MOST_WAITING = 16;
/** Farther apart than this are two time lines of a camera, µs; a step back is none of waiting pictures sooner. */
const APART_US = 1_000_000;
const BACK_US = 500_000;

/**
 * Pictures with B-pictures among them are sent before their turn: their times (µs) step forward and back. This gives them
 * the same times in rising order, each with the picture that is decoded then, as the decoding times of a film are. How many
 * wait for their turn is learned from the first that step back; until then a time is given twice.
 */
export function createDecodeOrder(): (timestampUs: number) => number {
  let waiting: number[] = [];
  let depth = 0;
  let last = Number.NaN;
  let before = Number.NaN;
  return (timestampUs) => {
    if (Math.abs(timestampUs - last) > APART_US || before - timestampUs > BACK_US) {
      waiting = [];
      depth = 0;
      last = Number.NaN;
    } else if (timestampUs < last && depth < MOST_WAITING) {
      depth += 1;
    }
    before = timestampUs;
    waiting = [...waiting, timestampUs].sort((a, b) => a - b);
    const next = waiting.length > depth ? waiting.shift() : undefined;
    last = next ?? (Number.isNaN(last) ? timestampUs : last);
    return last;
  };
}
