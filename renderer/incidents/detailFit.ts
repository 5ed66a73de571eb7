import type { Measure } from '../ui/measure.ts';
import type { WallRow } from './wallRows.ts';

/** Icon, its gap and the gap before it. */
const KNOWN_EXTRA_EM = 2.1;
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
  const titleEm = fit.measure(row.title, 'strong') + fit.measure(row.since) + 0.8 + labelEm(fit);
  return titleEm <= fit.widthEm - SIGN_EM && detailFit(row, fit).where.startsWith(row.place);
}

/** Whether the place stands whole behind the title of a row of one line. */
export function placeFits(row: WallRow, fit: RowFit): boolean {
  const { widthEm, measure } = fit;
  const saidEm = measure(`${row.severityWord} · ${row.title}`, 'strong') + measure(` · ${row.place}`);
  return saidEm + measure(row.since) + KNOWN_EXTRA_EM + labelEm(fit) <= widthEm - SIGN_EM;
}

/** The sign of a narrow row with its gap. */
const NARROW_SIGN_EM = 1.4;

/** Whether the word for how grave it is stands beside its sign on a narrow row; the label and since when go before it. */
export function severityFits(row: WallRow, fit: RowFit): boolean {
  const wordEm = fit.measure(row.severityWord, 'strong') + 0.25;
  return NARROW_SIGN_EM + wordEm + labelEm(fit) + fit.measure(row.sinceShort) <= fit.widthEm;
}
