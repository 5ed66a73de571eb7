import { overlaps } from '../../../domain/wall/area.ts';
import type { Canvas, Display, Scene } from '../../../domain/wall/model.ts';
import { MOST_PAGES } from '../../../domain/web/limits.ts';

/** Displays that a scene gives more web pages than one may open, with how many. */
export function crowdedDisplays(
  canvas: Canvas,
  scene: Scene,
): readonly { readonly display: Display; readonly pages: number }[] {
  const web = Object.values(scene.tiles).filter(({ panel }) => panel.kind === 'web');
  return canvas.displays
    .map((display) => ({ display, pages: web.filter(({ area }) => overlaps(area, display.area)).length }))
    .filter(({ pages }) => pages > MOST_PAGES);
}
