import type { Measure } from './measure.ts';
import {
  fitFoot,
  fitHead,
  linePx,
  tileLayout,
  type FootFit,
  type HeadFit,
  type TileLayout,
  type TileSize,
} from './tileLayout.ts';

/** What is left for the panel itself, px. */
export type TileBody = {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly layout: TileLayout;
  /** A label that found no place in the foot: the panel shows it where it can. */
  readonly label?: string | undefined;
};

/** What a face has to say; see TileFace. */
export type FaceWords = {
  readonly titles: readonly string[];
  readonly mark?: { readonly word: string; readonly short?: string; readonly tone: string } | undefined;
  readonly whose?: readonly string[] | undefined;
  readonly whoseIsLabel?: boolean | undefined;
  readonly ages?: readonly string[] | undefined;
  readonly hasAgeIcon?: boolean | undefined;
  readonly noteRoom?: string | undefined;
  readonly bleed?: boolean | undefined;
};

export type FaceLayout = {
  readonly layout: TileLayout;
  readonly head: HeadFit;
  readonly foot: FootFit;
  readonly body: TileBody;
};

/** Where everything of a tile's face has room, and what is left for its panel. */
export function faceLayout(place: TileSize, face: FaceWords, measure: Measure): FaceLayout {
  const { titles, mark, whose = [], whoseIsLabel = false, ages = [], bleed = false } = face;
  const layout = tileLayout(place);
  const head = fitHead(
    layout,
    { titles, word: mark?.word, short: mark?.short, quiet: mark?.tone === 'quiet' },
    measure,
  );
  const noteEm = face.noteRoom === undefined ? 0 : measure(face.noteRoom) + 0.8;
  const extra = { whoseExtraEm: whoseIsLabel ? 0.6 : 0, ageExtraEm: (face.hasAgeIcon ? 1.3 : 0) + noteEm };
  const foot = fitFoot(layout, { whose, ages, ...extra, maxLines: layout.roomy ? 2 : 1 }, measure);
  const taken = head.lines * linePx(layout.titlePx) + foot.lines * linePx(layout.footPx) + 2 * layout.padYPx;
  const body: TileBody = bleed
    ? { widthPx: place.widthPx, heightPx: place.heightPx, layout }
    : {
        widthPx: layout.innerWidthPx,
        heightPx: place.heightPx - taken,
        layout,
        label: foot.whose === '' && whoseIsLabel ? whose.at(-1) : undefined,
      };
  return { layout, head, foot, body };
}
