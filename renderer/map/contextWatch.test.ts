import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchContext } from './contextWatch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function aMap() {
  const listeners = new Map<string, () => void>();
  let gone = 0;
  watchContext({ on: (event, listener) => listeners.set(event, listener) }, () => (gone += 1));
  return {
    tells: (event: string) => listeners.get(event)?.(),
    gone: () => gone,
  };
}

describe('a map whose graphics are reset', () => {
  it('is given up when they are not back after 3 seconds', () => {
    const map = aMap();
    map.tells('webglcontextlost');

    vi.advanceTimersByTime(2_999);
    expect(map.gone()).toBe(0);
    vi.advanceTimersByTime(1);
    expect(map.gone()).toBe(1);
  });

  it.each(['webglcontextrestored', 'remove'])('is left alone after %s', (event) => {
    const map = aMap();
    map.tells('webglcontextlost');
    map.tells(event);

    vi.advanceTimersByTime(60_000);
    expect(map.gone()).toBe(0);
  });
});
