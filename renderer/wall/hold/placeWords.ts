import { displayOf } from '../../../domain/wall/holdRules.ts';
import type { Canvas, Tile } from '../../../domain/wall/model.ts';
import type { Dictionary } from '../../text/vi.ts';

/** Where a tile is heard: the display with most of it. */
export function placeWords(canvas: Canvas, tile: Tile, words: Dictionary): string {
  const display = displayOf(canvas.displays, tile);
  return display === undefined ? '' : words.wallBoard.display(display.order);
}
