const bits = 40;
const rows = 16;
const span = 2 ** bits;

/**
 * Reads the time (epoch ms) at which a test camera drew this frame from the bar code in its top 16 rows; null when it
 * cannot be read for certain. `rgba` holds at least those rows, `width` px wide. It stands alone, so that a test can
 * hand it to a page.
 */
export function readBarcode(rgba: ArrayLike<number>, width: number, now: number = Date.now()): number | null {
  const cell = Math.floor(width / bits);
  if (cell < 4 || rgba.length < width * rows * 4) return null;
  const row = rows / 2;
  let value = 0;
  for (let bit = 0; bit < bits; bit += 1) {
    const at = (row * width + bit * cell + Math.floor(cell / 2)) * 4;
    const green = rgba[at + 1] ?? 128;
    if (green > 90 && green < 165) return null;
    value = value * 2 + (green >= 165 ? 1 : 0);
  }
  // Only the low 40 bits are drawn; the rest is the reader's own time.
  return Math.round((now - value) / span) * span + value;
}

/** The camera and the frame number in the bar code of a played-back camera. */
export function readNumbers(code: number): { readonly camera: number; readonly frame: number } {
  return { camera: Math.floor(code / 2 ** 24), frame: code % 2 ** 24 };
}
