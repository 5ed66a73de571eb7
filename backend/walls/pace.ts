/** Commands of one purse that a token may give at once, and how many more each second. */
const BURST = 20;
const PER_SECOND = 10;

/**
 * What a call is paid from: a hand that is held on a camera, or looks through plates, never costs a take its turn. `key`:
 * what the token is known by.
 */
export function purseOf(key: string, call: string): string {
  return `${call.startsWith('cameras.') ? 'cameras' : 'wall'} ${key}`;
}

/** Who commands too often waits. Times in epoch ms. */
export function createPace() {
  const purses = new Map<string, { left: number; at: number }>();
  return {
    /** True, and one is spent, while there is one left. */
    may(purseKey: string, now: number): boolean {
      const purse = purses.get(purseKey) ?? { left: BURST, at: now };
      purse.left = Math.min(BURST, purse.left + (Math.max(0, now - purse.at) / 1_000) * PER_SECOND);
      purse.at = now;
      purses.set(purseKey, purse);
      if (purse.left < 1) return false;
      purse.left -= 1;
      return true;
    },
  };
}
