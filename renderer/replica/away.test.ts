import { describe, expect, it } from 'vitest';
import type { LinkState } from '../../domain/contract/port.ts';
import { awayAt } from './away.ts';

const now = 1_000_000;

function aLink(over: Partial<LinkState>): LinkState {
  return {
    state: 'live',
    since: 0,
    lastHeardAt: now,
    taken: 0,
    rejected: 0,
    waitingOrders: 0,
    device: '',
    wallLive: null,
    ...over,
  };
}

describe('what stands on the wall is marked as not renewed', () => {
  it('not for a break shorter than 15 seconds', () => {
    expect(awayAt(aLink({ state: 'connecting', lastHeardAt: now - 14_999 }), null, now)).toBe(null);
  });
  it('after 15 seconds without the province, however often it was tried again', () => {
    expect(
      awayAt(aLink({ state: 'connecting', since: now - 10, lastHeardAt: now - 15_000 }), null, now),
    ).toBe('no-link');
  });
  it('at once when nothing was ever heard on this machine', () => {
    expect(awayAt(aLink({ state: 'offline', lastHeardAt: null }), null, now)).toBe('no-link');
  });
  it('also when the clock was set back after the province was heard last', () => {
    expect(awayAt(aLink({ state: 'offline', lastHeardAt: now + 3_600_000 }), null, now)).toBe('no-link');
  });
  it('when the core is gone, whatever the link said last', () => {
    expect(awayAt(aLink({}), now - 15_000, now)).toBe('core-lost');
  });
});
