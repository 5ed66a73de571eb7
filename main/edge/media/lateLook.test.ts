import { expect, it } from 'vitest';
import { createLateLook } from './lateLook.ts';

function looks() {
  let now = 1_000_000;
  const look = createLateLook({ now: () => now }, 250);
  return {
    /** When something was awaited since, as it is counted after a look at this moment; null: as before. */
    at(moment: number, since: number): number | null {
      now = moment;
      return look()?.(since) ?? null;
    },
  };
}

it('a look in its turn moves nothing', () => {
  const { at } = looks();
  expect(at(1_000_250, 1_000_000)).toBeNull();
  expect(at(1_000_900, 1_000_000)).toBeNull();
});

it('the time in which this process stood still does not count, and what came after it is not put into the future', () => {
  const { at } = looks();
  expect(at(1_005_250, 1_000_000)).toBe(1_005_000);
  expect(at(1_010_500, 1_010_400)).toBe(1_010_500);
  expect(at(1_020_750, Infinity)).toBe(Infinity);
});

it('a clock that is set back lets nothing be waited for until it is there again', () => {
  const { at } = looks();
  expect(at(400_000, 1_000_000)).toBe(400_000);
  expect(at(400_250, 400_000)).toBeNull();
});
