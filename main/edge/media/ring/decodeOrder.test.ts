import { expect, it } from 'vitest';
import { createDecodeOrder } from './decodeOrder.ts';

/** Times of pictures, ms, as they come. */
const inOrder = (times: readonly number[]): readonly number[] => {
  const order = createDecodeOrder();
  return times.map((ms) => order(ms * 1_000) / 1_000);
};

it('pictures that are sent in their turn keep their times', () => {
  expect(inOrder([0, 40, 80, 120])).toEqual([0, 40, 80, 120]);
});

it('pictures that are sent before their turn are evenly apart, once it is known how many wait', () => {
  const groups = [0, 1, 2, 3, 4].flatMap((group) => [120, 40, 80].map((ms) => group * 120 + ms));
  const times = inOrder([0, ...groups]).slice(7);

  expect(times).toHaveLength(9);
  expect(times.slice(1).map((ms, index) => ms - (times[index] ?? 0))).toEqual(Array(8).fill(40));
});

it('a camera whose time begins anew is followed at once', () => {
  const times = inOrder([0, 120, 40, 80, 240, 160, 200, 9_000_000, 9_000_120, 9_000_040]);
  expect(times.slice(-2).every((ms) => ms >= 9_000_000)).toBe(true);
});
