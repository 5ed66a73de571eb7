import { currentTime } from '../replica/clock.ts';
import { latestReading } from '../replica/store.ts';
import type { Measure } from '../ui/measure.ts';
import { readFigure, type Source } from './figure.ts';
import type { TableColumn } from './tableLayout.ts';
import { ageWords, standingWords, valueWords, type Speech } from './words.ts';

const ICON_EM = 1.3;
/** The numbers of a table are this much larger than its text. */
const NUMBER_EM = 1.2;

/** What each column needs for its longest words as they stand now, in floors of type. */
export function columnNeeds(
  sources: readonly Source[],
  speech: Speech,
  measure: Measure,
): Record<TableColumn, number> {
  const now = currentTime();
  const { language, words } = speech;
  const needs = {
    name: 0,
    value: measure(words.indicators.missing),
    against: 0,
    age: measure(words.indicators.columns.age),
  };
  for (const source of sources) {
    const { indicator } = source;
    const figure = readFigure(source, latestReading(indicator.id), now);
    const value = measure(valueWords(indicator, figure, language), 'numbers') * NUMBER_EM;
    const age = ageWords(figure, { now, away: false }, speech).at(-1) ?? '';
    needs.name = Math.max(needs.name, measure(indicator.shortName[language]) + (figure.past ? ICON_EM : 0));
    needs.value = Math.max(needs.value, value + measure(indicator.measure[language]) + 0.25);
    needs.against = Math.max(needs.against, measure(standingWords(indicator, figure, speech)));
    needs.age = Math.max(needs.age, measure(age) + ICON_EM);
  }
  return needs;
}
