import { describe, expect, it } from 'vitest';
import { catchUp } from './liveEdge.ts';

const live = { end: 100, at: 92, duration: Number.POSITIVE_INFINITY };

describe('a player of a live playlist', () => {
  it('goes on as it does while it is about as late as its pieces are long', () => {
    expect(catchUp(live)).toBeNull();
  });

  it('goes on with the newest picture when it stood still for longer', () => {
    expect(catchUp({ ...live, at: 60 })).toBe(100);
  });

  it('is left alone with a recording, and before anything can be asked for', () => {
    expect(catchUp({ ...live, at: 0, duration: 3_600 })).toBeNull();
    expect(catchUp({ ...live, end: null, at: 0 })).toBeNull();
  });
});
