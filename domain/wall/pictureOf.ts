import type { Tile } from './model.ts';

/** What a tile shows, as one word, wherever it lies. */
export function pictureOf({ panel }: Pick<Tile, 'panel'>): string {
  return JSON.stringify(panel);
}
