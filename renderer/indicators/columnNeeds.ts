import { currentTime } from '../replica/clock.ts';
import { latestReading } from '../replica/store.ts';
import type { Measure } from '../ui/measure.ts';
import { readFigure, type Source } from './figure.ts';
import type { TableNeeds } from './tableLayout.ts';
import { rowMarks } from './tableMarks.ts';
import { ageWords, standingWords, valueWords, type Speech } from './words.ts';

const ICON_EM = 1.3;
/** The frame of a label and the gap before it. */
const LABEL_EM = 0.85;
/** The numbers of a table are this much larger than its text. */
const NUMBER_EM = 1.2;

/** What each column needs for its longest words as they stand now. `labelled`: the table says that all of it is sample data. */
export function columnNeeds(
  sources: readonly Source[],
  { labelled, ...speech }: Speech & { readonly labelled: boolean },
  measure: Measure,
): TableNeeds {
  const now = currentTime();
  const { language, words } = speech;
  const needs = {
    name: 0,
    value: measure(words.indicators.missing),
    against: 0,
    age: measure(words.indicators.columns.age),
    mark: 0,
  };
  for (const source of sources) {
    const { indicator } = source;
    const figure = readFigure(source, latestReading(indicator.id), now);
    const value = measure(valueWords(indicator, figure, language), 'numbers') * NUMBER_EM;
    const age = ageWords(figure, { now, away: false }, speech).at(-1) ?? '';
    const { label, icon } = rowMarks(figure, { labelled, away: false }, words);
    const labelEm = label === '' ? 0 : measure(label) + LABEL_EM;
    const nameEm = measure(indicator.shortName[language]) + (figure.past ? ICON_EM : 0) + labelEm;
    needs.name = Math.max(needs.name, nameEm);
    needs.mark = Math.max(needs.mark, icon ? ICON_EM : 0);
    needs.value = Math.max(needs.value, value + measure(indicator.measure[language]) + 0.25);
    needs.against = Math.max(needs.against, measure(standingWords(indicator, figure, speech)));
    needs.age = Math.max(needs.age, measure(age) + ICON_EM);
  }
  return needs;
}
