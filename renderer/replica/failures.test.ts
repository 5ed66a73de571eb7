import { afterEach, describe, expect, it, vi } from 'vitest';
import { failureOf, tellFailure, watchFailures } from './failures.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** An error as the built page throws it: its message holds what an operator wrote. */
function thrown(): Error {
  const error = new TypeError('Cannot read “Nguyễn Thị Hạnh” of undefined (reading mật-khẩu)');
  error.stack = `TypeError: Cannot read “Nguyễn Thị Hạnh” at ward.js.vn
    at draw (ioc://app/assets/WallWindow-B7x_1-2.js:12:3456)
    at render (ioc://app/assets/vendor-1.js:1:2)`;
  return error;
}

describe('what is told of a failure', () => {
  it('is its class and its place, never its words', () => {
    const told = failureOf('drawing', thrown());

    expect(told).toEqual({ kind: 'drawing', name: 'TypeError', place: 'WallWindow-B7x_1-2.js:12:3456' });
    expect(JSON.stringify(told)).not.toMatch(/Hạnh|mật/);
  });

  it('is little when what was thrown is no error, or an odd one', () => {
    expect(failureOf('rejected', 'Hạnh')).toEqual({ kind: 'rejected', name: 'string', place: null });
    const odd = Object.assign(new Error(''), { name: 'Hạnh 0912 345 678', stack: undefined });
    expect(failureOf('uncaught', odd)).toEqual({ kind: 'uncaught', name: 'Error', place: null });
  });
});

describe('a failure', () => {
  it('in a page whose core is away is told again until the core is back, and then no more', async () => {
    vi.useFakeTimers();
    const away = { ok: false, reason: 'core-away' } as const;
    const call = vi
      .fn()
      .mockResolvedValueOnce(away)
      .mockResolvedValueOnce(away)
      .mockResolvedValue({ ok: true });
    vi.stubGlobal('window', { ioc: { call } });

    tellFailure('uncaught', thrown());
    await vi.advanceTimersByTimeAsync(60_000);

    expect(call).toHaveBeenCalledTimes(3);
  });

  it('that no code caught is told; that a size settles in the next frame is none', async () => {
    const call = vi.fn().mockResolvedValue({ ok: true });
    const listeners = new Map<string, (event: unknown) => void>();
    vi.stubGlobal('window', {
      ioc: { call },
      addEventListener: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
    });
    watchFailures();

    listeners.get('error')?.({ error: null, message: 'ResizeObserver loop completed' });
    listeners.get('error')?.({ error: thrown() });
    listeners.get('unhandledrejection')?.({ reason: thrown() });

    expect(call.mock.calls.map(([name, input]) => [name, input.kind])).toEqual([
      ['world.failed', 'uncaught'],
      ['world.failed', 'rejected'],
    ]);
  });
});
