import { describe, expect, it } from 'vitest';
import { mayTurn, mountedLayers, WAIT_MS } from './layers.ts';

const bridge = { cameraId: 'bridge', large: false };
const school = { cameraId: 'school', large: false };
const large = { ...bridge, large: true };
const told = (wanted: 'live' | 'connecting' | 'offline', waitedMs = 0) =>
  ({ wanted, shown: 'live', waitedMs }) as const;

describe('a tile that turns to another camera', () => {
  it('waits for its picture, and not for ever', () => {
    expect(mayTurn(bridge, school, told('connecting'))).toBe(false);
    expect(mayTurn(bridge, school, told('live'))).toBe(true);
    expect(mayTurn(bridge, school, told('connecting', WAIT_MS))).toBe(true);
  });

  it('turns to a camera that is known to be lost: that is what there is to say of it', () => {
    expect(mayTurn(bridge, school, told('offline'))).toBe(true);
  });

  it('keeps the small picture of a camera until its large one is live, however long that takes', () => {
    expect(mayTurn(bridge, large, told('connecting', 60_000))).toBe(false);
    expect(mayTurn(bridge, large, told('offline', 60_000))).toBe(false);
    expect(mayTurn(bridge, large, { ...told('connecting'), shown: 'offline' })).toBe(true);
  });

  it('has the next one connected beside it, each once', () => {
    expect(mountedLayers(bridge, bridge, school)).toEqual([bridge, school]);
    expect(mountedLayers(bridge, school, school)).toEqual([bridge, school]);
  });
});
