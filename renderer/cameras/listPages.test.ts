import { describe, expect, it } from 'vitest';
import type { CameraState } from '../../domain/cameras/model.ts';
import { pageOf } from './listPages.ts';

const rows = (...states: readonly CameraState[]) => states.map((state, index) => ({ state, id: index }));
const ids = (page: { readonly shown: readonly { readonly id: number }[] }) => page.shown.map(({ id }) => id);

describe('a camera list that is too long for its tile', () => {
  const long = rows('offline', 'live', 'live', 'live', 'live', 'live', 'live');

  it('shows a camera in trouble on every page, the others in turn', () => {
    expect(ids(pageOf(long, 4, 0))).toEqual([0, 1, 2, 3]);
    expect(ids(pageOf(long, 4, 1))).toEqual([0, 4, 5, 6]);
    expect(ids(pageOf(long, 4, 2))).toEqual([0, 1, 2, 3]);
  });

  it('turns all of them over when most are in trouble', () => {
    const bad = rows('offline', 'offline', 'offline', 'stale', 'live');

    expect([0, 1, 2].map((turn) => ids(pageOf(bad, 2, turn)))).toEqual([[0, 1], [2, 3], [4]]);
  });

  it('is one page when all fit', () => {
    expect(pageOf(rows('offline', 'live'), 2, 7)).toMatchObject({ page: 0, pages: 1 });
    expect(pageOf([], 3, 0)).toEqual({ shown: [], page: 0, pages: 1 });
  });
});
