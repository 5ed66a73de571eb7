import { describe, expect, it } from 'vitest';
import { createSilence, LOOK_MS } from './silence.ts';

/** Looks once a second from one moment to another; when the silence was called too long, or null. */
function endedAt(silence: ReturnType<typeof createSilence>, fromMs: number, toMs: number): number | null {
  for (let now = fromMs; now <= toMs; now += LOOK_MS) if (silence.isTooLong(now)) return now;
  return null;
}

describe('a core that says nothing', () => {
  it('is ended five seconds after its last word', () => {
    const silence = createSilence();
    silence.began(0);
    silence.heard(500);
    expect(endedAt(silence, 1_000, 60_000)).toBe(6_000);
  });

  it('has half a minute for its first word, as on a busy machine', () => {
    const silence = createSilence();
    silence.began(0);
    expect(endedAt(silence, 1_000, 60_000)).toBe(31_000);
  });

  it('has that again when it is started anew', () => {
    const silence = createSilence();
    silence.began(0);
    silence.heard(1_000);
    silence.began(10_000);
    expect(endedAt(silence, 11_000, 60_000)).toBe(41_000);
  });

  it('gets more time each time it was ended, so that a starved machine is not eaten up by starts', () => {
    const silence = createSilence();
    const patience = [0, 1, 2, 3].map((start) => {
      const beganAt = start * 15_000;
      silence.began(beganAt);
      silence.heard(beganAt);
      const end = endedAt(silence, beganAt + LOOK_MS, beganAt + 60_000) ?? Number.NaN;
      return end - beganAt - LOOK_MS;
    });
    expect(patience).toEqual([5_000, 10_000, 20_000, 30_000]);
  });

  it('is forgiven after a minute', () => {
    const silence = createSilence();
    silence.began(0);
    silence.heard(0);
    expect(endedAt(silence, LOOK_MS, 60_000)).toBe(6_000);
    silence.began(70_000);
    silence.heard(70_000);
    expect(endedAt(silence, 71_000, 130_000)).toBe(76_000);
  });

  it('is not blamed while the one who listens came late himself', () => {
    const silence = createSilence();
    silence.began(0);
    silence.heard(1_000);
    expect(silence.isTooLong(2_000)).toBe(false);
    expect(silence.isTooLong(12_000)).toBe(false);
    silence.heard(12_001);
    expect(endedAt(silence, 13_000, 17_000)).toBeNull();
  });
});
