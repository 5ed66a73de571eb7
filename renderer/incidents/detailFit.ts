import { wrapText } from '../ui/labelText.ts';
import type { Measure } from '../ui/measure.ts';
import type { WallRow } from './wallRows.ts';

/** Icon, its gap and the gap before it. */
const KNOWN_EXTRA_EM = 2.1;
/** Between the title and since when. */
const GAP_EM = 0.85;
/** What the sign with its gap takes of a row, in font sizes. */
const SIGN_EM = 2.4;

export type DetailFit = { readonly where: string; readonly known: string };

/** What fits on a row of this width beside its label, if it wears one: its words, measured. */
export type RowFit = { readonly widthEm: number; readonly label: string; readonly measure: Measure };

/** A label with its frame and the gap before it. */
function labelEm({ label, measure }: RowFit): number {
  return label === '' ? 0 : measure(label) + 1.4;
}

/**
 * The second line of a row: where it is and who knows of it. Left out first: the state, then the name of who knows, then
 * the finer place; that nobody knows is always said.
 */
export function detailFit(row: WallRow, { widthEm, measure }: Omit<RowFit, 'label'>): DetailFit {
  const nearer = row.place.split(', ').at(-1) ?? row.place;
  const places = [`${row.place} · ${row.state}`, row.place, nearer];
  const pairs = places.flatMap((where, w) =>
    row.known.map((known, k) => ({ where, known, rank: w + 2 * k })),
  );
  const leftEm = widthEm - SIGN_EM - measure(`${row.severityWord} · `, 'strong');
  const fits = ({ where, known }: DetailFit) =>
    measure(where) + measure(known, 'strong') + KNOWN_EXTRA_EM <= leftEm;
  const found = [...pairs].sort((a, b) => a.rank - b.rank).find(fits);
  if (found) return { where: found.where, known: found.known };
  return { where: nearer, known: row.known.at(-1) ?? '' };
}

/** Whether a row of two lines says all of it: its whole title, its whole place, and who knows. */
export function saysAll(row: WallRow, fit: RowFit): boolean {
  const titleEm = fit.measure(row.title, 'strong') + fit.measure(row.since) + GAP_EM + labelEm(fit);
  return titleEm <= fit.widthEm - SIGN_EM && detailFit(row, fit).where.startsWith(row.place);
}

/** What stands on the first line of a row. */
export type TitleFit = {
  /** The word for how grave it is, before the title. */
  readonly hasSeverity: boolean;
  readonly title: string;
  readonly hasPlace: boolean;
};

/**
 * The first line of a row, and of a row of one line all of it. Left out first: the place, then the word that the sign says
 * too; the title itself is shortened last, between words.
 */
export function titleFit(row: WallRow, fit: RowFit, shape: 'one' | 'two'): TitleFit {
  const { widthEm, measure } = fit;
  const strong = (text: string): number => measure(text, 'strong');
  const extraEm = shape === 'one' ? KNOWN_EXTRA_EM : GAP_EM;
  const leftEm = widthEm - SIGN_EM - measure(row.since) - extraEm - labelEm(fit);
  const titleEm = strong(row.title);
  const severityEm = strong(`${row.severityWord} · `);
  const hasSeverity = shape === 'one' && severityEm + titleEm <= leftEm;
  const hasPlace = hasSeverity && severityEm + titleEm + measure(` · ${row.place}`) <= leftEm;
  const [title = ''] = wrapText(row.title, { mostEm: leftEm, lines: 1, width: strong });
  return { hasSeverity, title, hasPlace };
}

/** The sign of a narrow row with its gap. */
const NARROW_SIGN_EM = 1.4;

/** Whether the word for how grave it is stands beside its sign on a narrow row; the label and since when go before it. */
export function severityFits(row: WallRow, fit: RowFit): boolean {
  const wordEm = fit.measure(row.severityWord, 'strong') + 0.25;
  return NARROW_SIGN_EM + wordEm + labelEm(fit) + fit.measure(row.sinceShort) <= fit.widthEm;
}
