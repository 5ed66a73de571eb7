import { expect, it } from 'vitest';
import { seenLive } from './seen.ts';

const canvas: HTMLCanvasElement = Object.create(null);

it('a picture taken out of the present bears the time at which it was painted, not that of the hand', () => {
  expect(seenLive(canvas, { state: 'live' }, 7_000)).toEqual({ canvas, pictureAt: 7_000, live: true });
});

it('a picture of a camera whose pictures stand still says since when', () => {
  expect(seenLive(canvas, { state: 'live', suspectSince: 2_000 }, 7_000)).toMatchObject({
    pictureAt: 7_000,
    suspectSince: 2_000,
  });
});

it('what is not live is no picture of the present', () => {
  expect(seenLive(canvas, { state: 'offline' }, 7_000).pictureAt).toBeNull();
});
