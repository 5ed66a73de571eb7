import { describe, expect, it } from 'vitest';
import { hangs, threadOf, type Usage } from './hanging.ts';

const before: Usage = { at: 0, pageS: 5, gpuS: 9, thread: { ranS: 5, wantedS: 8 } };
/** Three seconds later. */
const after = (pageS: number, gpuS: number, wantedS: number): Usage => ({
  at: 3_000,
  pageS: 5 + pageS,
  gpuS: 9 + gpuS,
  thread: { ranS: 5 + pageS, wantedS: 8 + wantedS },
});

describe('a silent page', () => {
  it('hangs when its script loops, also where others leave it little of a core', () => {
    expect(hangs(before, after(2.9, 0.1, 2.9))).toBe(true);
    expect(hangs(before, after(1.2, 0.5, 2.95))).toBe(true);
  });

  it('is slow while it sleeps and the GPU process works, or has worked too little yet to be a loop', () => {
    expect(hangs(before, after(1.2, 1.5, 1.6))).toBe(false);
    expect(hangs(before, after(0.6, 0.5, 2.95))).toBe(false);
  });

  it('hangs when nobody works at all', () => {
    expect(hangs(before, after(0, 0, 0))).toBe(true);
  });

  it('is judged by its share of a core where the system tells no more', () => {
    const { thread: _before, ...plain } = before;
    const { thread: _after, ...later } = after(1.2, 0.5, 2.95);
    expect(hangs(plain, later)).toBe(false);
    expect(threadOf('')).toBe(undefined);
    expect(threadOf('2000000000 1000000000 7\n')).toEqual({ ranS: 2, wantedS: 3 });
  });
});
