import { describe, expect, it } from 'vitest';
import type { Program, Scene, Tile } from './model.ts';
import { relaidProgram } from './relay.ts';

const film = (id: string, documentId: string, xMm: number): Tile => ({
  id,
  layer: 'base',
  area: { xMm, yMm: 0, widthMm: 100, heightMm: 100 },
  panel: { kind: 'video', documentId, loop: true },
  priority: 2,
});
const aScene = (...tiles: readonly Tile[]): Scene => ({
  id: 's',
  name: { vi: 'S', en: 'S' },
  tiles: Object.fromEntries(tiles.map((tile) => [tile.id, tile])),
  origin: 'province',
  tags: [],
  locked: false,
});
const scene = aScene(film('a', 'flood', 0), film('b', 'dam', 100));
const program: Program = {
  ...{ revision: 3, takeId: 't3', by: 'Hạnh', scene, showAt: 1_000 },
  films: { a: 1_000, b: 1_000 },
};

describe('the films of a wall that is laid out anew', () => {
  it('go on where they are, and begin where they were not', () => {
    const moved = aScene(film('a', 'flood', 50), film('c', 'fire', 200));
    const next = relaidProgram(program, moved, { takeId: 't4', showAt: 9_000 });
    expect(next.films).toEqual({ a: 1_000, c: 9_000 });
  });

  it('are none where the new layout has none', () => {
    expect(relaidProgram(program, aScene(), { takeId: 't4', showAt: 9_000 })).not.toHaveProperty('films');
  });
});
