import { describe, expect, it } from 'vitest';
import { handedOver, mayCommand, mayTakeControl, noControl } from './control.ts';

const NOW = Date.UTC(2026, 10, 23, 2);
const here = { device: 'wall-pc', console: 'console' };
const there = { device: 'far-pc', console: 't1.console' };
const local = { at: here, local: true };
const far = (epoch: number) => ({ at: there, local: false, epoch });
const heldThere = handedOver(noControl, { ...there, person: 'Hạnh' }, NOW);

describe('control of a wall', () => {
  it('need not be taken at the wall’s own machine while nobody has it', () => {
    expect(mayCommand(noControl, local)).toEqual({ ok: true, value: null });
  });

  it('must be taken from afar', () => {
    expect(mayCommand(noControl, far(0))).toEqual({ ok: false, reason: 'control-not-held' });
  });

  it('lets only its holder command', () => {
    expect(mayCommand(heldThere, far(1)).ok).toBe(true);
    expect(mayCommand(heldThere, local)).toEqual({ ok: false, reason: 'control-not-held' });
  });

  it('refuses its own holder what was commanded before the hand-over', () => {
    const again = handedOver(handedOver(heldThere, null, NOW), { ...there, person: 'Hạnh' }, NOW);

    expect(mayCommand(again, far(1))).toEqual({ ok: false, reason: 'control-moved' });
    expect(mayCommand(again, far(3)).ok).toBe(true);
  });

  it('rises with each hand-over, also back to nobody', () => {
    expect(handedOver(heldThere, null, NOW)).toEqual({
      epoch: 2,
      holder: null,
      since: NOW,
      lostAt: null,
      asks: null,
    });
  });

  it('is always there for the wall’s own machine, and from afar for whoever saw the holder', () => {
    expect(mayTakeControl(heldThere, { ...local, epoch: 0 }).ok).toBe(true);
    expect(mayTakeControl(heldThere, far(1)).ok).toBe(true);
    expect(mayTakeControl(heldThere, far(0))).toEqual({ ok: false, reason: 'control-moved' });
  });
});
