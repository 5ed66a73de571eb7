import { describe, expect, it } from 'vitest';
import type { CameraSource, CameraState } from './model.ts';
import { addressFor, betterState, byTrouble, isThinned, tileState } from './rules.ts';

const both: CameraSource = { kind: 'rtsp', main: 'rtsp://a/main', sub: 'rtsp://a/sub' };

describe('tileState', () => {
  it('never claims a live picture that the tile has not painted', () => {
    expect(tileState('live', { shed: 'full', lastPaintedAt: null }, 10_000)).toBe('connecting');
    expect(tileState('live', { shed: 'full', lastPaintedAt: 7_000 }, 10_000)).toBe('stale');
  });

  it('is live while the last painted picture is younger than 3 s', () => {
    expect(tileState('live', { shed: 'keys', lastPaintedAt: 7_001 }, 10_000)).toBe('live');
  });

  it('believes bad news at once', () => {
    expect(tileState('offline', { shed: 'full', lastPaintedAt: 9_990 }, 10_000)).toBe('offline');
  });
});

describe('a tile that sheds load', () => {
  it('has an old picture of a camera that lives, between two that stand for themselves and between two stills', () => {
    expect(isThinned('live', { shed: 'keys', lastPaintedAt: 0 }, 5_000)).toBe(true);
    expect(isThinned('live', { shed: 'still', lastPaintedAt: 0 }, 12_000)).toBe(true);
    expect(isThinned('live', { shed: 'keys', lastPaintedAt: 0 }, 2_999)).toBe(false);
  });

  it('is not live for a moment with each still, and old in between', () => {
    for (const now of [0, 2_000, 9_000]) {
      expect(tileState('live', { shed: 'still', lastPaintedAt: 0 }, now)).toBe('stale');
      expect(isThinned('live', { shed: 'still', lastPaintedAt: 0 }, now)).toBe(true);
    }
  });

  it('excuses no camera that gives nothing, and no picture that should have come', () => {
    expect(isThinned('stale', { shed: 'keys', lastPaintedAt: 0 }, 5_000)).toBe(false);
    expect(isThinned('stale', { shed: 'still', lastPaintedAt: 0 }, 12_000)).toBe(false);
    expect(isThinned('offline', { shed: 'still', lastPaintedAt: 0 }, 12_000)).toBe(false);
    expect(isThinned('live', { shed: 'fewer', lastPaintedAt: 0 }, 5_000)).toBe(false);
    expect(isThinned('live', { shed: 'still', lastPaintedAt: 0 }, 30_000)).toBe(false);
    expect(isThinned('live', { shed: 'keys', lastPaintedAt: 0 }, 15_000)).toBe(false);
    expect(isThinned('live', { shed: 'still', lastPaintedAt: null }, 12_000)).toBe(false);
  });
});

describe('addressFor', () => {
  it('takes the small picture for a tile of a grid and the main one for a large tile', () => {
    expect(addressFor(both, 899)).toBe('rtsp://a/sub');
    expect(addressFor(both, 900)).toBe('rtsp://a/main');
  });

  it('takes the main picture when there is no other', () => {
    expect(addressFor({ kind: 'rtsp', main: 'rtsp://a/main' }, 300)).toBe('rtsp://a/main');
  });
});

describe('a camera on two tiles', () => {
  it('stands as well as the better of the two', () => {
    expect(betterState('offline', 'live')).toBe('live');
    expect(betterState('connecting', 'unauthorised')).toBe('connecting');
  });
});

describe('byTrouble', () => {
  it('puts what must be looked at first, and what has nothing to look at last', () => {
    const states: CameraState[] = ['live', 'idle', 'stale', 'no-source', 'offline'];

    expect(states.sort(byTrouble)).toEqual(['offline', 'stale', 'live', 'idle', 'no-source']);
  });
});
