/** Commands that one token may give at once, and how many more each second. */
const BURST = 20;
const PER_SECOND = 10;

/** Who commands too often waits. Times in epoch ms. */
export function createPace() {
  const purses = new Map<string, { left: number; at: number }>();
  return {
    /** True, and one is spent, while there is one left. */
    may(key: string, now: number): boolean {
      const purse = purses.get(key) ?? { left: BURST, at: now };
      purse.left = Math.min(BURST, purse.left + (Math.max(0, now - purse.at) / 1_000) * PER_SECOND);
      purse.at = now;
      purses.set(key, purse);
      if (purse.left < 1) return false;
      purse.left -= 1;
      return true;
    },
  };
}
