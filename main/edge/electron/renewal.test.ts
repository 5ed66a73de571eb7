import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WindowIdentity } from '../../../domain/contract/port.ts';
import { createRenewal } from './renewal.ts';

const identity: WindowIdentity = { windowId: 'd1', kind: 'wall', wallId: 'main', displayIds: ['d1'] };

function aPage(running = true) {
  const said: string[] = [];
  const say = (word: string) => (): void => void said.push(word);
  const contents = { capturePage: () => Promise.resolve(null) };
  return { identity, contents, running, retired: false, show: say('show'), close: say('close'), said };
}

/** A wall window with a page, and the page that comes in its place. */
function aRoom() {
  const old = aPage();
  const next = aPage(false);
  const entry = { identity, page: old };
  const gone: unknown[] = [];
  const seen: (readonly [string, string])[] = [];
  const renewal = createRenewal({
    placed: new Map([['d1', entry]]),
    open(_entry, waiting) {
      next.identity = waiting;
      return next;
    },
    onSeen: (page, instead) => seen.push([page.identity.windowId, instead.identity.windowId]),
    onRetired: (page) => gone.push(page),
  });
  return { old, next, entry, gone, seen, renewal };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a window that is opened anew', () => {
  it('keeps the old page until the new one is whole, has painted and lies over it', async () => {
    const { old, next, entry, gone, seen, renewal } = aRoom();
    renewal.renew('d1');
    expect(next.identity).toEqual({ ...identity, windowId: 'd1~1', unseen: true });
    renewal.settled('d1');
    await vi.advanceTimersByTimeAsync(1);
    expect(entry.page, 'a word of the page that is seen').toBe(old);

    next.running = true;
    renewal.settled('d1~1');
    await vi.advanceTimersByTimeAsync(1);

    expect(entry.page).toBe(next);
    expect(next.identity).toEqual({ ...identity, windowId: 'd1~1' });
    expect(seen).toEqual([['d1~1', 'd1']]);
    expect([old.said, next.said]).toEqual([[], ['show']]);
    await vi.advanceTimersByTimeAsync(600);
    expect(old.said).toEqual(['close']);
    expect(gone).toEqual([old]);
  });

  it('brings the new one back by itself when it dies the moment it is seen; the old one stays away', async () => {
    const { old, next, entry, renewal } = aRoom();
    renewal.renew('d1');
    next.running = true;
    renewal.settled('d1~1');
    await vi.advanceTimersByTimeAsync(1);

    expect(old.retired).toBe(true);
    expect(renewal.died(next)).toBe(false);
    await vi.advanceTimersByTimeAsync(600);

    expect(entry.page).toBe(next);
    expect([old.said, next.said]).toEqual([['close'], ['show']]);
  });

  it('keeps its page, as if nothing had been, when the new one dies or is not whole in time', async () => {
    for (const fail of ['dies', 'is late']) {
      const { old, next, entry, renewal } = aRoom();
      renewal.renew('d1');
      next.running = true;

      if (fail === 'dies') expect(renewal.died(next)).toBe(true);
      else await vi.advanceTimersByTimeAsync(20_001);

      expect(entry.page).toBe(old);
      expect([old.said, next.said]).toEqual([[], ['close']]);
    }
  });

  it('gets its new page also when the old one dies meanwhile, which is brought back as ever', async () => {
    const { old, next, entry, renewal } = aRoom();
    renewal.renew('d1');
    next.running = true;

    expect(renewal.died(old)).toBe(false);
    renewal.settled('d1~1');
    await vi.advanceTimersByTimeAsync(1_000);

    expect(entry.page).toBe(next);
    expect([old.said, next.said]).toEqual([['close'], ['show']]);
  });

  it('takes the page that waits along when it is closed', async () => {
    const { next, entry, renewal } = aRoom();
    renewal.renew('d1');
    renewal.closed(entry);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(next.said).toEqual(['close']);
  });
});
