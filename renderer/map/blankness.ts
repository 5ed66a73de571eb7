const SAMPLE = 24;

/** True when all these pixels (RGBA) are one colour: nothing was drawn. */
export function isOneColour(rgba: Uint8ClampedArray): boolean {
  for (let at = 4; at < rgba.length; at += 1) {
    if (rgba[at] !== rgba[at - 4]) return false;
  }
  return true;
}

/** True when a canvas shows nothing. Ask within the frame that drew it: later its picture is gone. */
export function isBlank(canvas: HTMLCanvasElement): boolean {
  const small = new OffscreenCanvas(SAMPLE, SAMPLE).getContext('2d');
  if (!small) return false;
  small.drawImage(canvas, 0, 0, SAMPLE, SAMPLE);
  return isOneColour(small.getImageData(0, 0, SAMPLE, SAMPLE).data);
}
