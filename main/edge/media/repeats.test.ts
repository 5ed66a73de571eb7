import { describe, expect, it } from 'vitest';
import { createRepeats } from './repeats.ts';

const FPS = 25;
const AFTER_MS = 30_000;

/** Plays `seconds` of a stream; what is suspected at its end, in ms since its beginning. */
function suspectedAfter(
  seconds: number,
  frame: (number: number) => { readonly data: Uint8Array; readonly timestampUs: number },
  repeats = createRepeats(AFTER_MS),
): number | null {
  let since: number | null = null;
  for (let number = 0; number < seconds * FPS; number += 1)
    since = repeats(frame(number), (number * 1_000) / FPS);
  return since;
}

/** A still scene: all pictures the same but for one bit of noise. */
const noise = (number: number): Uint8Array =>
  Uint8Array.from({ length: 900 }, (_, at) => (at === 400 ? number & 0xff : at === 401 ? number >> 8 : 7));
const clockOf = (number: number): number => Math.round((number * 1e6) / FPS);

describe('a camera whose pictures come', () => {
  it('is not suspected while a still scene has the noise of a sensor', () => {
    expect(
      suspectedAfter(120, (number) => ({ data: noise(number), timestampUs: clockOf(number) })),
    ).toBeNull();
  });

  it('is suspected 30 s after it began to repeat one unit, since then', () => {
    const stuck = (number: number) => ({
      data: noise(Math.min(number, 250)),
      timestampUs: clockOf(number),
    });

    expect(suspectedAfter(39, stuck)).toBeNull();
    expect(suspectedAfter(41, stuck)).toBe(10_000);
  });

  it('is suspected when it goes round in a few pictures', () => {
    const round = (number: number) => ({ data: noise(number % 25), timestampUs: clockOf(number) });

    expect(suspectedAfter(40, round)).toBe(960);
  });

  it('is suspected when its clock stands, though its pictures change', () => {
    const standing = (number: number) => ({
      data: noise(number),
      timestampUs: clockOf(Math.min(number, 50)),
    });

    expect(suspectedAfter(40, standing)).toBe(2_000);
  });

  it('is trusted again with the first new picture', () => {
    const repeats = createRepeats(AFTER_MS);
    suspectedAfter(40, (number) => ({ data: noise(0), timestampUs: clockOf(number) }), repeats);

    expect(repeats({ data: noise(1), timestampUs: 1 }, 40_000)).toBeNull();
  });

  it('is never suspected where that is switched off', () => {
    expect(suspectedAfter(90, () => ({ data: noise(0), timestampUs: 0 }), createRepeats(0))).toBeNull();
  });
});
