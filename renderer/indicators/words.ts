import type { Indicator } from '../../domain/indicators/model.ts';
import { sameVietnamDay, vietnamClock, vietnamDate } from '../../domain/kernel/time.ts';
import type { Language } from '../../domain/kernel/text.ts';
import { formatDifference, formatNumber, spanWords } from '../text/format.ts';
import type { Dictionary } from '../text/vi.ts';
import { PERCENT, type Comparison, type Figure, type PastLimit } from './figure.ts';

/** The dictionary and the language it is in. */
export type Speech = { readonly words: Dictionary; readonly language: Language };

/** The number as shown: as printed when published, else with the indicator's own decimals; a gap is a dash. */
export function valueWords(indicator: Indicator, figure: Figure, language: Language): string {
  if (figure.printed) return figure.printed.text;
  return figure.value === null ? '–' : formatNumber(figure.value, indicator.decimals, language);
}

/**
 * What the value stands against, longest first: `+12 tỷ đồng so với cùng kỳ, tốt hơn`, `đạt 84,6% kế hoạch`; no difference is
 * said in words.
 */
export function againstWords(
  indicator: Indicator,
  { kind, difference, verdict, share }: Comparison,
  { words, language }: Speech,
): readonly string[] {
  const { indicators: say } = words;
  if (difference === 0) return [say.even[kind]];
  if (share !== undefined) {
    const shown = formatNumber(share, 1, language);
    return [say.ofPlan(shown, indicator.direction === 'higher-better'), say.ofPlanShort(shown)];
  }
  const shown = formatDifference(difference, indicator.decimals, language);
  const measure = indicator.measure[language];
  const long = `${shown} ${measure === PERCENT ? say.points : measure} ${say.against[kind]}`;
  const shorter = [long, `${shown} ${say.against[kind]}`, `${shown} ${say.againstShort[kind]}`];
  return verdict === 'even' ? shorter : [`${long}, ${say.verdict[verdict]}`, ...shorter];
}

/** Where the value stands against the limit it reached: `trên BĐ3 2,90 m`; longest first. */
export function limitWords(
  indicator: Indicator,
  past: PastLimit,
  { words, language }: Speech,
): readonly string[] {
  const name = past.limit.name[language];
  if (
    formatNumber(past.distance, indicator.decimals, language) ===
    formatNumber(0, indicator.decimals, language)
  ) {
    return [words.indicators.at(name)];
  }
  const distance = formatNumber(past.distance, indicator.decimals, language);
  const say = words.indicators[past.limit.when];
  return [say(name, withMeasure(distance, indicator.measure[language])), say(name, '').trim()];
}

/** `2,90 m`, `88,3%`: a percent sign stands at its number. */
function withMeasure(value: string, measure: string): string {
  return measure === PERCENT ? `${value}%` : `${value} ${measure}`;
}

function asOfWords(asOf: number, now: number, words: Dictionary): readonly string[] {
  if (sameVietnamDay(asOf, now)) return [words.indicators.asOf(vietnamClock(asOf)), vietnamClock(asOf)];
  const day = vietnamDate(asOf);
  return [words.indicators.asOf(day), day, day.slice(0, 5)];
}

function withoutAside(text: string): string {
  return text.replace(/ \(.*\)$/, '');
}

/**
 * How fresh, longest first. Fresh: the as-of clock; ageing or unconnected: its age; stale: its age as old data, or that it is old; published:
 * the printed date, never an age.
 */
export function ageWords(
  figure: Figure,
  { now, away }: { readonly now: number; readonly away: boolean },
  { words, language }: Speech,
): readonly string[] {
  if (figure.printed) {
    const day = figure.printed.publishedOn[language];
    return [day, withoutAside(day)];
  }
  if (figure.ageMs === null) return figure.state === 'stale' ? [words.indicators.staleWord] : [];
  const span = spanWords(figure.ageMs, words.span, language);
  if (figure.state === 'stale') return [words.indicators.stale(span), words.indicators.staleShort(span)];
  if (figure.state === 'ageing' || away) return [words.indicators.before(span), span];
  return figure.asOf === null ? [] : asOfWords(figure.asOf, now, words);
}

/** Whose figure it is, longest first; sample data says so before anything else, a published one names its place. */
export function whoseWords(
  indicator: Indicator,
  figure: Figure,
  { words, language }: Speech,
): readonly string[] {
  if (figure.sample) return [words.indicators.sample, words.indicators.sampleShort];
  if (figure.printed) {
    const place = figure.printed.place[language];
    const near = withoutAside(place);
    return [
      words.indicators.printed(place, figure.printed.source[language]),
      place,
      near,
      near.replace(words.indicators.province, ''),
    ];
  }
  return [indicator.office[language]];
}

/** The whole tile in one sentence, for those who hear it and for those who look for it by name. */
export function figureSentence(
  indicator: Indicator,
  figure: Figure,
  { now, ...speech }: Speech & { readonly now: number },
): string {
  const { words, language } = speech;
  const name = indicator.shortName[language];
  if (figure.value === null && !figure.printed) return `${name}: ${words.indicators.missing}`;
  const value = `${name}: ${withMeasure(valueWords(indicator, figure, language), indicator.measure[language])}`;
  const { printed } = figure;
  const parts = [
    value,
    figure.past && limitWords(indicator, figure.past, speech)[0],
    printed &&
      words.indicators.printedSentence(
        printed.place[language],
        printed.source[language],
        printed.publishedOn[language],
      ),
    figure.state === 'stale' &&
      (figure.ageMs === null
        ? words.indicators.staleWord
        : words.indicators.stale(spanWords(figure.ageMs, words.span, language))),
    figure.asOf !== null && asOfWords(figure.asOf, now, words)[0],
    figure.sample && words.indicators.sampleSentence,
  ];
  return parts.filter(Boolean).join(', ');
}

/** What a figure stands against in its shortest wording: the limit it reached before its comparison. */
export function standingWords(indicator: Indicator, figure: Figure, speech: Speech): string {
  if (figure.past) return limitWords(indicator, figure.past, speech)[0] ?? '';
  return figure.comparison ? (againstWords(indicator, figure.comparison, speech).at(-1) ?? '') : '';
}
