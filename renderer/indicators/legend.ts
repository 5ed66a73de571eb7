import type { Measure } from '../ui/measure.ts';
import type { TileMark } from '../ui/TileFace.tsx';
import type { ChartLine } from './chartFace.ts';
import type { Figure } from './figure.ts';
import { figureMark } from './marks.ts';
import { ageWords, valueWords, type Speech } from './words.ts';

/** What one line of a chart says of itself, beside its number. */
export type LegendEntry = {
  readonly id: string;
  readonly name: string;
  readonly measure: string;
  readonly state: Figure['state'];
  readonly mark: TileMark | undefined;
  /** The label of sample data, where the tile as a whole does not wear it. */
  readonly sample: string;
  /** How old, in the shortest words; nothing for what is fresh: the tile tells its oldest age. */
  readonly age: string;
};

type When = { readonly now: number; readonly away: boolean };

/** The lines of a chart in words. `labelled`: the tile says of all of it that it is sample data. */
export function legendEntries(
  lines: readonly ChartLine[],
  { labelled, ...when }: When & { readonly labelled: boolean },
  speech: Speech,
): readonly LegendEntry[] {
  const { words, language } = speech;
  return lines.map(({ indicator, figure }) => ({
    id: indicator.id,
    name: indicator.shortName[language],
    measure: indicator.measure[language],
    state: figure.state,
    mark: figureMark(figure, words),
    sample: figure.sample && !labelled ? words.indicators.sampleShort : '',
    age: figure.state === 'fresh' && !when.away ? '' : (ageWords(figure, when, speech).at(-1) ?? ''),
  }));
}

export type LegendColumn = 'swatch' | 'mark' | 'name' | 'sample' | 'value' | 'measure' | 'age';

export type LegendLayout = {
  readonly columns: readonly LegendColumn[];
  /** Not even the names alone have room beside their numbers. */
  readonly cut: boolean;
};

const GAP_EM = 0.3;
const SWATCH_EM = 1.4;
const ICON_EM = 1;
/** The frame of a label. */
const LABEL_EM = 0.6;
/** The numbers of a legend are this much larger than its text. */
const NUMBER_EM = 1.25;

/**
 * Which columns a legend of so many floors of type has room for. That a line is old, missing or invented is never left out
 * for want of room: the age goes first, then the measure, and then names are cut.
 */
export function legendLayout(
  widthEm: number,
  lines: readonly ChartLine[],
  { entries, speech, measure }: { entries: readonly LegendEntry[]; speech: Speech; measure: Measure },
): LegendLayout {
  const longest = (words: (entry: LegendEntry) => string) =>
    Math.max(0, ...entries.map((entry) => measure(words(entry))));
  const values = lines.map(({ indicator, figure }) => valueWords(indicator, figure, speech.language));
  const sample = longest((entry) => entry.sample);
  const needEm: Readonly<Record<LegendColumn, number>> = {
    swatch: SWATCH_EM,
    mark: entries.some(({ mark }) => mark) ? ICON_EM : 0,
    name: longest(({ name }) => name),
    sample: sample > 0 ? sample + LABEL_EM : 0,
    value: Math.max(0, ...values.map((value) => measure(value, 'numbers'))) * NUMBER_EM,
    measure: longest((entry) => entry.measure),
    age: longest(({ age }) => age),
  };
  const all = (['swatch', 'mark', 'name', 'sample', 'value', 'measure', 'age'] as const).filter(
    (id) => needEm[id] > 0,
  );
  const needs = (ids: readonly LegendColumn[]) => ids.reduce((sum, id) => sum + needEm[id] + GAP_EM, -GAP_EM);
  const choices = [
    all,
    all.filter((id) => id !== 'age'),
    all.filter((id) => id !== 'age' && id !== 'measure'),
  ];
  const columns = choices.find((ids) => needs(ids) <= widthEm);
  return { columns: columns ?? choices.at(-1) ?? [], cut: columns === undefined };
}
