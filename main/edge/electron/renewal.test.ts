import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRenewal } from './renewal.ts';

function aPage(running = true) {
  const said: string[] = [];
  const say = (word: string) => (): void => void said.push(word);
  const contents = {
    capturePage: () => Promise.resolve(null),
    isDestroyed: () => false,
    reload: say('reload'),
  };
  return { contents, running, retired: false, show: say('show'), close: say('close'), said };
}

/** A wall window with a page, and the page that comes in its place. */
function aRoom() {
  const old = aPage();
  const next = aPage(false);
  const entry = { identity: { windowId: 'd1', kind: 'wall' as const }, page: old };
  const gone: unknown[] = [];
  const renewal = createRenewal({
    placed: new Map([['d1', entry]]),
    open: () => next,
    onRetired: (page) => gone.push(page),
  });
  return { old, next, entry, gone, renewal };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a window that is opened anew', () => {
  it('keeps the old page until the new one is whole, has painted and lies over it', async () => {
    const { old, next, entry, gone, renewal } = aRoom();
    renewal.renew('d1');
    renewal.settled('d1');
    expect(entry.page, 'a word before its document runs is another page’s').toBe(old);

    next.running = true;
    renewal.settled('d1');
    await vi.advanceTimersByTimeAsync(1);

    expect(entry.page).toBe(next);
    expect([old.said, next.said]).toEqual([[], ['show']]);
    await vi.advanceTimersByTimeAsync(600);
    expect(old.said).toEqual(['close']);
    expect(gone).toEqual([old]);
  });

  it('brings the new one back by itself when it dies the moment it is seen; the old one stays away', async () => {
    const { old, next, entry, renewal } = aRoom();
    renewal.renew('d1');
    next.running = true;
    renewal.settled('d1');
    await vi.advanceTimersByTimeAsync(1);

    expect(old.retired).toBe(true);
    expect(renewal.died(next)).toBe(false);
    await vi.advanceTimersByTimeAsync(600);

    expect(entry.page).toBe(next);
    expect([old.said, next.said]).toEqual([['close'], ['show']]);
  });

  it('keeps its page when the new one dies or is not whole in time', async () => {
    for (const fail of ['dies', 'is late']) {
      const { old, next, entry, renewal } = aRoom();
      renewal.renew('d1');
      next.running = true;

      if (fail === 'dies') expect(renewal.died(next)).toBe(true);
      else await vi.advanceTimersByTimeAsync(20_001);

      expect(entry.page).toBe(old);
      expect([old.said, next.said]).toEqual([['reload'], ['close']]);
    }
  });

  it('is left to its old page when that one dies meanwhile and comes back', async () => {
    const { old, next, entry, renewal } = aRoom();
    renewal.renew('d1');
    next.running = true;

    expect(renewal.died(old), 'it is brought back as ever').toBe(false);
    renewal.settled('d1');
    await vi.advanceTimersByTimeAsync(1_000);

    expect(entry.page).toBe(old);
    expect(next.said).toEqual(['close']);
    expect(old.said).toEqual([]);
  });

  it('takes the page that waits along when it is closed', async () => {
    const { next, entry, renewal } = aRoom();
    renewal.renew('d1');
    renewal.closed(entry);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(next.said).toEqual(['close']);
  });
});
