import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BACK_FOR_MS, createFailover, GONE_FOR_MS } from './failover.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function aTile() {
  const turns: boolean[] = [];
  const failover = createFailover((substituted) => turns.push(substituted));
  return { turns, failover };
}

describe('a tile with a substitute', () => {
  it('does not miss a source that stutters', () => {
    const { turns, failover } = aTile();
    failover.source(true);
    for (let n = 0; n < 10; n += 1) {
      failover.source(false);
      vi.advanceTimersByTime(GONE_FOR_MS - 1);
      failover.source(true);
    }
    vi.advanceTimersByTime(60_000);

    expect(turns).toEqual([]);
  });

  it('shows it once the source has been gone for a while', () => {
    const { turns, failover } = aTile();
    failover.source(true);
    failover.source(false);
    vi.advanceTimersByTime(GONE_FOR_MS);

    expect(turns).toEqual([true]);
  });

  it('shows it at once where the source was never there', () => {
    const { turns, failover } = aTile();
    failover.source(false);
    vi.advanceTimersByTime(0);

    expect(turns).toEqual([true]);
  });

  it('returns by itself when the source stays, not at its first sign of life', () => {
    const { turns, failover } = aTile();
    failover.source(false);
    vi.advanceTimersByTime(0);
    failover.source(true);
    vi.advanceTimersByTime(BACK_FOR_MS - 1);
    failover.source(false);
    vi.advanceTimersByTime(GONE_FOR_MS);
    expect(turns).toEqual([true]);

    failover.source(true);
    vi.advanceTimersByTime(BACK_FOR_MS);
    expect(turns).toEqual([true, false]);
  });

  it('turns no more once it is gone from the wall', () => {
    const { turns, failover } = aTile();
    failover.source(false);
    failover.stop();
    vi.advanceTimersByTime(60_000);

    expect(turns).toEqual([]);
  });
});
