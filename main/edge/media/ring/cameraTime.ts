/** A camera's clock that strays farther than this from the arrival of its pictures is set anew, ms. */
const ASTRAY_MS = 1_000;
/** What was given lies so far ahead only when this machine's clock was set back, ms. */
const AHEAD_MS = 2_000;
/** How much of the difference each picture takes away: a drifting clock is followed, the jitter of a network is not. */
const PULL = 0.005;

/**
 * Gives each picture its moment on this machine's clock (epoch ms, rising until that is set back): spaced as the camera
 * took them, however the network bunched them.
 */
export function createCameraTime(): (timestampUs: number, arrivedAt: number) => number {
  let lastUs = 0;
  let at = Number.NaN;
  let given = 0;
  return (timestampUs, arrivedAt) => {
    const expected = at + (timestampUs - lastUs) / 1_000;
    const off = arrivedAt - expected;
    at = Math.abs(off) < ASTRAY_MS ? expected + off * PULL : arrivedAt;
    lastUs = timestampUs;
    given = given - at > AHEAD_MS ? Math.round(at) : Math.max(given + 1, Math.round(at));
    return given;
  };
}
