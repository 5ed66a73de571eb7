import { FLOOR_ARC_MINUTES, LINE_HEIGHT } from '../../domain/wall/legibility.ts';
import type { PanelProps, TilePlace } from '../panels/definition.ts';
import type { Measure } from '../ui/measure.ts';
import { linePx, tileLayout } from '../ui/tileLayout.ts';
import { wrapText, type Wrapped } from '../ui/wrap.ts';

/** Height of a banner's sign in parts of the tile's. */
const SIGN = 0.62;
/** A sign is not larger than this many floors, however high the tile. */
const LARGEST_SIGN = 6;

/** Where a text tile's words stand, in the size that was asked for or the largest below it that holds them all. */
export function textLayout(
  { title, text, arcMinutes }: Pick<PanelProps<'text'>['spec'], 'title' | 'text' | 'arcMinutes'>,
  place: TilePlace,
  measure: Measure,
): Wrapped & { readonly titlePx: number } {
  const layout = tileLayout(place);
  const wantPx = (place.floorPx * arcMinutes) / FLOOR_ARC_MINUTES;
  const headPx = title === '' ? 0 : linePx(Math.max(layout.titlePx, wantPx));
  const room = { widthPx: layout.innerWidthPx, heightPx: place.heightPx - 2 * layout.padYPx - headPx };
  const body = wrapText(text, room, { wantPx, floorPx: place.floorPx }, measure);
  return { ...body, titlePx: Math.max(layout.titlePx, body.fontPx) };
}

/** Where a banner's sentence stands beside its sign, as large as the tile allows. */
export function bannerLayout(
  text: string,
  place: TilePlace,
  measure: Measure,
): Wrapped & { readonly signPx: number } {
  const { innerWidthPx, padYPx } = tileLayout(place);
  const heightPx = place.heightPx - 2 * padYPx;
  const signPx = Math.min(heightPx * SIGN, LARGEST_SIGN * place.floorPx);
  const room = { widthPx: innerWidthPx - 1.4 * signPx, heightPx };
  const type = { wantPx: heightPx / LINE_HEIGHT, floorPx: place.floorPx, face: 'strong' } as const;
  return { ...wrapText(text, room, type, measure), signPx };
}
