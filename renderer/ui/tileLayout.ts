import { LINE_HEIGHT } from '../../domain/wall/legibility.ts';
import type { Measure } from './measure.ts';
import { firstFitting } from './measure.ts';
import { stepPx } from './typeScale.ts';

/** Size of a tile and the smallest type allowed on it, CSS px. */
export type TileSize = { readonly widthPx: number; readonly heightPx: number; readonly floorPx: number };

export type TileLayout = {
  readonly padXPx: number;
  readonly padYPx: number;
  /** Font sizes, px. */
  readonly titlePx: number;
  readonly footPx: number;
  /** Lines the title may take. */
  readonly titleLines: 1 | 2;
  /** False where the tile is too low for anything but what and how much. */
  readonly hasFoot: boolean;
  /** True where source and age may stand on two lines. */
  readonly roomy: boolean;
  readonly innerWidthPx: number;
};

function titleStep(wide: number, high: number): number {
  if (wide < 17 || high < 8) return 0;
  return wide < 56 || high < 30 ? 1 : 2;
}

/** Everything about a tile that follows from its size alone; sizes count in floors, so a scaled wall looks the same. */
export function tileLayout({ widthPx, heightPx, floorPx }: TileSize): TileLayout {
  const wide = widthPx / floorPx;
  const high = heightPx / floorPx;
  const padXPx = Math.round(floorPx * (wide < 17 ? 0.36 : 0.6));
  return {
    padXPx,
    // A narrow tile, however tall, stands beside low ones: their titles and their feet are on one line.
    padYPx: Math.round(floorPx * (high < 8 || wide < 17 ? 0.1 : 0.28)),
    titlePx: stepPx(floorPx, titleStep(wide, high)),
    footPx: stepPx(floorPx, wide >= 30 && high >= 30 ? 1 : 0),
    titleLines: high >= 14 && wide < 17 ? 2 : 1,
    hasFoot: high >= 4.4,
    roomy: high >= 14,
    innerWidthPx: widthPx - 2 * padXPx,
  };
}

/** Height of one line of type, px. */
export function linePx(fontPx: number): number {
  return Math.round(fontPx * LINE_HEIGHT);
}

export type HeadFit = {
  readonly title: string;
  /** How much of the mark has room: what it says stands in the body or the foot as well. */
  readonly mark: 'word' | 'icon' | 'none';
  readonly lines: 1 | 2;
  /** Set when the title ends in an ellipsis. */
  readonly cut?: true;
};

const ICON_AND_GAP = 1.5;
const WORD_GAP = 0.3;

/** Chooses title and mark: the title comes before the mark's word and before the mark; an ellipsis is the last resort. */
export function fitHead(
  layout: TileLayout,
  head: {
    readonly titles: readonly string[];
    readonly word: string | undefined;
    /** A count that stands beside the icon where the word does not. */
    readonly short?: string | undefined;
    /** A quiet mark gives way to the title. */
    readonly quiet: boolean;
  },
  measure: Measure,
): HeadFit {
  const { titlePx, titleLines, innerWidthPx, footPx } = layout;
  const shortEm = head.short === undefined ? 0 : measure(head.short, 'strong') + WORD_GAP;
  const iconPx = head.word === undefined ? 0 : (ICON_AND_GAP + shortEm) * footPx;
  const wordPx = head.word === undefined ? 0 : (measure(head.word, 'strong') + WORD_GAP - shortEm) * footPx;
  const fitsWithin = (widthPx: number) => (text: string) => measure(text, 'strong') * titlePx <= widthPx;
  const beside = innerWidthPx - iconPx;
  const full = head.titles[0] ?? '';
  if (fitsWithin(beside - wordPx)(full)) return { title: full, mark: 'word', lines: 1 };
  // Words do not break where it suits us: two lines hold a little less than twice one line.
  if (titleLines === 2 && fitsWithin(beside * 1.8)(full)) return { title: full, mark: 'icon', lines: 2 };
  const { text: title, whole } = firstFitting(head.titles, fitsWithin(beside));
  if (fitsWithin(beside - wordPx)(title)) return { title, mark: 'word', lines: 1 };
  if (whole) return { title, mark: 'icon', lines: 1 };
  const alone = fitsWithin(innerWidthPx)(title);
  const mark = head.quiet || alone ? ('none' as const) : ('icon' as const);
  return alone ? { title, mark, lines: 1 } : { title, mark, lines: 1, cut: true };
}

export type FootFit = { readonly whose: string; readonly age: string; readonly lines: 0 | 1 | 2 };

const FOOT_GAP = 0.8;

/** Chooses source and age: the age stays longest; on a roomy tile the two may stand on two lines. */
export function fitFoot(
  layout: TileLayout,
  foot: {
    readonly whose: readonly string[];
    readonly ages: readonly string[];
    /** What the label's frame takes beside the source, and an icon and a note beside the age. */
    readonly whoseExtraEm: number;
    readonly ageExtraEm: number;
    readonly maxLines: 1 | 2;
  },
  measure: Measure,
): FootFit {
  const { footPx, innerWidthPx } = layout;
  const ages = foot.ages.length > 0 ? foot.ages : [''];
  const nothing = foot.whose.length === 0 && foot.ages.length === 0 && foot.ageExtraEm === 0;
  if (!layout.hasFoot || nothing) return { whose: '', age: '', lines: 0 };
  const em = (text: string) => (text === '' ? 0 : measure(text) + FOOT_GAP);
  const lineEm = innerWidthPx / footPx + FOOT_GAP;
  const ageEm = lineEm - foot.ageExtraEm;
  const roomEm = ageEm - foot.whoseExtraEm;
  const whole = firstFitting(foot.whose, (text) => em(text) <= lineEm - foot.whoseExtraEm).text;
  if (foot.maxLines === 2 && whole !== '' && !ages.some((age) => em(age) + em(whole) <= roomEm)) {
    return { whose: whole, age: firstFitting(ages, (text) => em(text) <= ageEm).text, lines: 2 };
  }
  // A short age says as much as a long one: the source's words are kept before the age's.
  const pairs = ages.flatMap((age, a) => foot.whose.map((whose, w) => ({ age, whose, rank: a + 3 * w })));
  const fitting = pairs
    .filter(({ age, whose }) => em(age) + em(whose) <= roomEm)
    .sort((a, b) => a.rank - b.rank)[0];
  if (fitting) return { whose: fitting.whose, age: fitting.age, lines: 1 };
  return { whose: '', age: firstFitting(ages, (text) => em(text) <= ageEm).text, lines: 1 };
}
