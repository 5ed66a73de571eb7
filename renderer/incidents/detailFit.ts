import type { Dictionary } from '../text/vi.ts';
import type { Measure } from '../ui/measure.ts';
import type { WallRow } from './wallRows.ts';

export type DetailFit = { readonly where: string; readonly known: string };

const KNOWN_EXTRA_EM = 2.2;

/** The second line of a row: where it is and who knows of it; the state goes first, then the name of who knows. */
export function detailFit(
  row: WallRow,
  widthEm: number,
  markSample: boolean,
  words: Dictionary,
  measure: Measure,
): DetailFit {
  const sample = markSample && row.sample ? ` · ${words.incidentList.sample}` : '';
  const places = [`${row.place} · ${row.state}${sample}`, `${row.place}${sample}`];
  const pairs = places.flatMap((where, w) => row.known.map((known, k) => ({ where, known, rank: w + 2 * k })));
  const leftEm = widthEm - measure(`${row.severityWord} · `, 'strong');
  const fits = ({ where, known }: DetailFit) => measure(where) + measure(known, 'strong') + KNOWN_EXTRA_EM <= leftEm;
  const found = [...pairs].sort((a, b) => a.rank - b.rank).find(fits);
  if (found) return { where: found.where, known: found.known };
  return { where: `${row.place}${sample}`, known: '' };
}
