import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPace } from './pace.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function aPace() {
  const passed: number[] = [];
  const rest = vi.fn();
  return { passed, rest, pace: createPace<number>(200, { pass: (value) => passed.push(value), rest }) };
}

describe('a hand that moves faster than the wall is told', () => {
  it('is passed on at once, then every 200 ms, and where it ended', () => {
    const { pace, passed, rest } = aPace();
    for (let at = 0; at < 50; at += 1) {
      pace.say(at);
      vi.advanceTimersByTime(10);
    }
    expect(passed).toEqual([0, 19, 39]);
    vi.advanceTimersByTime(100);
    expect(passed).toEqual([0, 19, 39, 49]);
    expect(rest).not.toHaveBeenCalled();

    vi.advanceTimersByTime(200);
    expect(rest).toHaveBeenCalledOnce();
    pace.say(99);
    expect(passed.at(-1)).toBe(99);
  });

  it('says nothing more once what it led is gone', () => {
    const { pace, passed } = aPace();
    pace.say(1);
    pace.say(2);
    pace.close();

    vi.advanceTimersByTime(1_000);
    expect(passed).toEqual([1]);
  });
});
