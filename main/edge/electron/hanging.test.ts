import { describe, expect, it } from 'vitest';
import { hangs, threadOf, type Usage } from './hanging.ts';

const before: Usage = { at: 0, pageS: 5, gpuS: 9, thread: { ranS: 5, wantedS: 8, sleeps: 40 } };

/** Two seconds later. */
const after = (page: { ranS: number; gpuS: number; wantedS: number; sleeps: number }): Usage => ({
  at: 2_000,
  pageS: 5 + page.ranS,
  gpuS: 9 + page.gpuS,
  thread: { ranS: 5 + page.ranS, wantedS: 8 + page.wantedS, sleeps: 40 + page.sleeps },
});

describe('a silent page', () => {
  it('hangs when its script loops', () => {
    expect(hangs(before, after({ ranS: 1.9, gpuS: 0.1, wantedS: 1.9, sleeps: 0 }))).toBe(true);
    expect(hangs(before, after({ ranS: 1.05, gpuS: 0.5, wantedS: 1.95, sleeps: 12 }))).toBe(true);
  });

  it('hangs when its script loops where seven others share the core, and the host takes some of it', () => {
    expect(hangs(before, after({ ranS: 0.35, gpuS: 0.5, wantedS: 1.3, sleeps: 0 }))).toBe(true);
  });

  it('is slow while it sleeps now and then, or has worked too little yet to be a loop', () => {
    expect(hangs(before, after({ ranS: 0.8, gpuS: 1, wantedS: 1.1, sleeps: 9 }))).toBe(false);
    expect(hangs(before, after({ ranS: 0.4, gpuS: 0.5, wantedS: 1.95, sleeps: 3 }))).toBe(false);
    expect(hangs(before, after({ ranS: 0.2, gpuS: 0.5, wantedS: 1.95, sleeps: 0 }))).toBe(false);
  });

  it('is slow while it waits, and has nothing done itself, for a GPU process that works', () => {
    expect(hangs(before, after({ ranS: 0, gpuS: 1.5, wantedS: 0, sleeps: 0 }))).toBe(false);
  });

  it('hangs when nobody works at all', () => {
    expect(hangs(before, after({ ranS: 0, gpuS: 0, wantedS: 0, sleeps: 0 }))).toBe(true);
  });

  it('is slow while it only stands in line', () => {
    expect(hangs(before, after({ ranS: 0.02, gpuS: 0, wantedS: 1.9, sleeps: 0 }))).toBe(false);
  });

  it('is judged by its share of a core where the system tells no more', () => {
    const { thread: _before, ...plain } = before;
    const { thread: _after, ...later } = after({ ranS: 0.8, gpuS: 0.5, wantedS: 1.95, sleeps: 0 });
    expect(hangs(plain, later)).toBe(false);
    expect(threadOf('', '')).toBe(undefined);
    const status = 'Name:\telectron\nvoluntary_ctxt_switches:\t7\nnonvoluntary_ctxt_switches:\t12\n';
    expect(threadOf('2000000000 1000000000 7\n', status)).toEqual({ ranS: 2, wantedS: 3, sleeps: 7 });
  });
});
