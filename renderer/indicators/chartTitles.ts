import type { Indicator } from '../../domain/indicators/model.ts';
import type { Language } from '../../domain/kernel/text.ts';
import type { Dictionary } from '../text/vi.ts';

/** One syllable may begin anything. */
const FEWEST_WORDS = 2;

/** The words with which all of these names begin. */
function commonBeginning(names: readonly string[]): readonly string[] {
  const [first = [], ...others] = names.map((name) => name.split(' '));
  const end = first.findIndex((word, nth) => others.some((other) => other[nth] !== word));
  return end < 0 ? first : first.slice(0, end);
}

/** What a chart is called, longest first: what it measures. Several lines by what their names have in common, else by each. */
export function chartTitles(
  indicators: readonly Indicator[],
  { words, language }: { readonly words: Dictionary; readonly language: Language },
): readonly string[] {
  const [first, ...others] = indicators;
  if (first === undefined) return [words.panels.chart];
  if (others.length === 0) return [first.name[language], first.shortName[language]];
  const common = commonBeginning(indicators.map(({ name }) => name[language]));
  const told =
    common.length < FEWEST_WORDS
      ? indicators.map(({ shortName }) => shortName[language]).join(' – ')
      : common.join(' ').replace(words.indicators.joining, '');
  return [told, words.panels.chart];
}
