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
  /** What stands on an entry's one line, or on its two. */
  readonly rows: readonly (readonly LegendColumn[])[];
  /** Not even the names have room. */
  readonly cut: boolean;
};

const GAP_EM = 0.3;
const SWATCH_EM = 1.4;
const ICON_EM = 1;
/** The frame of a label. */
const LABEL_EM = 0.6;
/** The numbers of a legend are this much larger than its text. */
const NUMBER_EM = 1.25;

type Needs = Readonly<Record<LegendColumn, number>>;
type Told = { readonly entries: readonly LegendEntry[]; readonly speech: Speech; readonly measure: Measure };

/** What each column needs for its longest words as they stand now, in floors of type; 0: nothing stands in it. */
function needsOf(lines: readonly ChartLine[], { entries, speech, measure }: Told): Needs {
  const longest = (words: (entry: LegendEntry) => string) =>
    Math.max(0, ...entries.map((entry) => measure(words(entry))));
  const values = lines.map(({ indicator, figure }) => valueWords(indicator, figure, speech.language));
  const sample = longest((entry) => entry.sample);
  return {
    swatch: SWATCH_EM,
    mark: entries.some(({ mark }) => mark) ? ICON_EM : 0,
    name: longest(({ name }) => name),
    sample: sample > 0 ? sample + LABEL_EM : 0,
    value: Math.max(0, ...values.map((value) => measure(value, 'numbers'))) * NUMBER_EM,
    measure: longest((entry) => entry.measure),
    age: longest(({ age }) => age),
  };
}

const head = ['swatch', 'mark', 'name'] as const;
/** In the order of the look; without the age, then without the measure, where they have no room. */
const tails = [
  ['sample', 'value', 'measure', 'age'],
  ['sample', 'value', 'measure'],
  ['sample', 'value'],
] as const;

/**
 * What a legend so many floors of type wide has room for. That a line is old, missing or invented is never left out for
 * want of room, nor is its name: the age goes first, then the measure; then an entry takes two lines, if it may; names are
 * cut last.
 */
export function legendLayout(
  { widthEm, mayStack }: { readonly widthEm: number; readonly mayStack: boolean },
  lines: readonly ChartLine[],
  told: Told,
): LegendLayout {
  const needEm = needsOf(lines, told);
  const taken = (ids: readonly LegendColumn[]) => ids.filter((id) => needEm[id] > 0);
  const fits = (ids: readonly LegendColumn[]) =>
    taken(ids).reduce((sum, id) => sum + needEm[id] + GAP_EM, -GAP_EM) <= widthEm;
  const beside = tails.find((tail) => fits([...head, ...tail]));
  if (beside) return { rows: [taken([...head, ...beside])], cut: false };
  const below = mayStack && (tails.find(fits) ?? tails[2]);
  if (below) return { rows: [taken(head), taken(below)], cut: !fits(head) };
  return { rows: [taken([...head, ...tails[2]])], cut: true };
}
