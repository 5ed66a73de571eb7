import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { STILL_EVERY_MS } from '../../domain/cameras/shedding.ts';
import { createRests } from './rests.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function aPlayer() {
  const paused: boolean[] = [];
  return { paused, rests: createRests((wanted) => paused.push(wanted)) };
}

it('a player rests between two stills, and plays for as long as the next one takes to be painted', () => {
  const { paused, rests } = aPlayer();
  rests.painted();
  rests.shed('still');
  vi.advanceTimersByTime(STILL_EVERY_MS - 1);
  expect(paused).toEqual([true]);

  vi.advanceTimersByTime(STILL_EVERY_MS);
  expect(paused).toEqual([true, false]);
  rests.painted();
  expect(paused).toEqual([true, false, true]);

  vi.advanceTimersByTime(STILL_EVERY_MS);
  rests.shed('still');
  expect(paused).toEqual([true, false, true, false]);
});

it('a player that has shown nothing yet does so before it rests', () => {
  const { paused, rests } = aPlayer();
  rests.shed('still');
  expect(paused).not.toContain(true);

  rests.painted();
  expect(paused.at(-1)).toBe(true);
});

it('a player plays on at once when there is room again', () => {
  const { paused, rests } = aPlayer();
  rests.painted();
  rests.shed('still');
  rests.shed('keys');
  rests.painted();
  vi.advanceTimersByTime(2 * STILL_EVERY_MS);

  expect(paused).toEqual([true, false]);
});
