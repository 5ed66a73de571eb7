import type { TilePlace } from '../panels/definition.ts';
import type { Measure } from '../ui/measure.ts';
import { fitFoot, linePx, tileLayout } from '../ui/tileLayout.ts';
import type { Bands } from './mapLayout.ts';

/** How much of the map the tile's head and foot cover: what TileFace makes of the same words. */
export function mapBands(
  place: TilePlace,
  {
    whose,
    ages,
    hasIcon,
  }: { readonly whose: readonly string[]; readonly ages: readonly string[]; readonly hasIcon: boolean },
  measure: Measure,
): Bands {
  const layout = tileLayout(place);
  const { lines } = fitFoot(
    layout,
    { whose, ages, whoseExtraEm: 0, ageExtraEm: hasIcon ? 1.3 : 0, maxLines: layout.roomy ? 2 : 1 },
    measure,
  );
  return { headPx: linePx(layout.titlePx), footPx: lines * linePx(layout.footPx) };
}
