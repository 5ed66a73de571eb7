import { describe, expect, it } from 'vitest';
import { handedOver, noControl } from '../../domain/wall/control.ts';
import { asksHere, controlKeys, controlSight, shortDevice, whyNoControl } from './controlSight.ts';

const NOW = Date.UTC(2026, 10, 23, 2);
const room = {
  link: { state: 'live', device: 'wall-pc', wallLive: null },
  window: { windowId: 'console' },
} as const;
const far = (change: Partial<{ state: 'live' | 'offline'; wallLive: boolean }> = {}) => ({
  link: { state: 'live' as const, device: 'far-pc', wallLive: true, ...change },
  window: { windowId: 'console' },
});
const farHolder = { device: 'far-pc', console: 't1.console', person: 'Hạnh' };
const heldFar = handedOver(noControl, farHolder, NOW);
const heldHere = handedOver(noControl, { device: 'wall-pc', console: 'console', person: 'Nam' }, NOW);

describe('what a console says of control', () => {
  it('is nothing in a room with one console', () => {
    expect(controlSight(noControl, room)).toBe('alone');
    expect(whyNoControl('alone')).toBeNull();
  });

  it('is that it holds it, at the wall and from afar', () => {
    expect(controlSight(heldHere, room)).toBe('mine');
    expect(controlSight(heldFar, far())).toBe('mine');
  });

  it('is that another has it', () => {
    expect(controlSight(heldFar, room)).toBe('other');
    expect(controlSight(heldHere, far())).toBe('other');
    expect(whyNoControl('other')).toBe('control');
  });

  it('is that it must be taken from afar while nobody has it', () => {
    expect(whyNoControl(controlSight(noControl, far()))).toBe('control');
  });

  it('is the way that is broken, whoever holds it', () => {
    expect(controlSight(heldFar, far({ state: 'offline' }))).toBe('backend-away');
    expect(controlSight(heldFar, far({ wallLive: false }))).toBe('wall-away');
    expect(controlSight(undefined, far({ wallLive: false }))).toBe('wall-away');
  });

  it('is that its own request waits', () => {
    expect(asksHere({ ...heldHere, asks: farHolder }, far())).toBe(true);
    expect(asksHere({ ...heldHere, asks: farHolder }, room)).toBe(false);
  });
});

describe('what can be done about control', () => {
  it('is to hand it on, by whoever has it, and to nobody when nobody asks', () => {
    expect(controlKeys('mine', { ...heldHere, asks: farHolder })).toEqual(['give', 'leave']);
    expect(controlKeys('mine', heldHere)).toEqual(['leave']);
  });

  it('is to take it or to ask whoever has it', () => {
    expect(controlKeys('other', heldHere)).toEqual(['take', 'ask']);
    expect(controlKeys('nobody', noControl)).toEqual(['take']);
  });

  it('is nothing in a room with one console, and where no word gets through', () => {
    const sights = ['alone', 'backend-away', 'wall-away'] as const;
    expect(sights.flatMap((sight) => controlKeys(sight, heldFar))).toEqual([]);
  });
});

describe('a machine’s name', () => {
  it('is short enough to be said', () => {
    expect(shortDevice('1c6e5d3b-29ee-4b66-b343-e45a86215a33')).toBe('1c6e5d');
    expect(shortDevice('api')).toBe('api');
  });
});
