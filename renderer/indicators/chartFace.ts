import type { Indicator } from '../../domain/indicators/model.ts';
import type { Dictionary } from '../text/vi.ts';
import type { TileMark, Tone } from '../ui/TileFace.tsx';
import { allSample, type Figure } from './figure.ts';
import { figureFrame, figureMark } from './marks.ts';
import { ageWords, whoseWords, type Speech } from './words.ts';

/** One line of a chart, with what it has to tell now. */
export type ChartLine = { readonly indicator: Indicator; readonly figure: Figure };

/** What a chart's tile says of all its lines together. */
export type ChartFace = {
  readonly mark: TileMark | undefined;
  readonly frame: Tone | 'gap' | undefined;
  readonly stale: boolean;
  readonly whose: readonly string[];
  readonly whoseIsLabel: boolean;
  readonly ages: readonly string[];
};

const states = { missing: 5, stale: 4, ageing: 3, fresh: 2, published: 1 } as const;
const severities = { attention: 10, serious: 20, emergency: 30 } as const;

/** How much a figure wants to be looked at: a limit that is reached now before what nobody knows now, and what was printed last. */
function weight({ state, past }: Figure): number {
  const ofNow = state === 'fresh' || state === 'ageing';
  return states[state] + (past && ofNow ? severities[past.limit.severity] : 0);
}

function gravest(figures: readonly Figure[]): Figure | undefined {
  return [...figures].sort((a, b) => weight(b) - weight(a))[0];
}

/** Of those that age: an unknown age is the greatest. */
function oldest(figures: readonly Figure[]): Figure | undefined {
  const age = ({ state, ageMs }: Figure): number => ageMs ?? (state === 'stale' ? Infinity : -1);
  return figures.filter(({ printed }) => !printed).sort((a, b) => age(b) - age(a))[0];
}

function agesOf(
  figures: readonly Figure[],
  when: { readonly now: number; readonly away: boolean },
  speech: Speech,
): readonly string[] {
  const ageing = oldest(figures);
  if (ageing) return ageWords(ageing, when, speech);
  const days = figures.map((figure) => ageWords(figure, when, speech));
  return days.every(([day]) => day === days[0]?.[0]) ? (days[0] ?? []) : [];
}

/** Whose the lines are; sample lines among others are nobody's, and say so themselves. */
function whoseOf(lines: readonly ChartLine[], speech: Speech): readonly string[] {
  const { sample, sampleShort } = speech.words.indicators;
  if (allSample(lines.map(({ figure }) => figure))) return [sample, sampleShort];
  const [first] = lines;
  if (first && lines.length === 1) return whoseWords(first.indicator, first.figure, speech);
  const owners = lines
    .filter(({ figure }) => !figure.sample)
    .map(({ indicator, figure: { printed } }) => (printed?.place ?? indicator.office)[speech.language]);
  const all = [...new Set(owners)];
  return all.length < 2 ? all : [all.join(' – '), speech.words.indicators.owners(all.length)];
}

/** The gravest state, the greatest age; grey and hatched as a whole only when nothing in it is of now. */
export function chartFace(
  lines: readonly ChartLine[],
  when: { readonly now: number; readonly away: boolean },
  speech: Speech & { readonly words: Dictionary },
): ChartFace {
  const figures = lines.map(({ figure }) => figure);
  const worst = gravest(figures);
  const isOf = (state: Figure['state']) => (figure: Figure) => figure.state === state;
  const frame = worst && figureFrame(worst);
  return {
    mark: worst && figureMark(worst, speech.words),
    frame: frame === 'gap' && !figures.every(isOf('missing')) ? undefined : frame,
    stale:
      figures.some(isOf('stale')) && figures.every(({ state }) => state === 'stale' || state === 'missing'),
    whose: whoseOf(lines, speech),
    whoseIsLabel: allSample(figures),
    ages: agesOf(figures, when, speech),
  };
}
