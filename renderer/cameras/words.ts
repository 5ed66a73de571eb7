import type { Language } from '../../domain/kernel/text.ts';
import { formatMoment, formatNumber, formatSecond, shorterMoments, spanWords } from '../text/format.ts';
import type { Dictionary } from '../text/vi.ts';
import type { Standing } from './player.ts';

/** The dictionary and the language it is in. */
export type Speech = { readonly words: Dictionary; readonly language: Language };

/** How old what is seen is, longest first: `trực tiếp`, `hình cũ 12 giây`, `mất tín hiệu từ 10:42`. */
export function ageWords(standing: Standing, now: number, { words, language }: Speech): readonly string[] {
  const { state, since, lastPaintedAt, suspectSince, shed, thinned } = standing;
  if (state === 'live' && suspectSince !== undefined)
    return [words.cameras.suspectFor(spanWords(Math.max(0, now - suspectSince), words.span, language))];
  if (state === 'live') return [words.cameras.states.live.toLocaleLowerCase(language)];
  if (state === 'stale' && lastPaintedAt !== null) {
    const span = spanWords(Math.max(0, now - lastPaintedAt), words.span, language);
    const { stillFor, keysFor } = words.cameras.shed;
    if (thinned) return [shed === 'still' ? stillFor(span) : keysFor(span), words.cameras.oldShort(span)];
    return [words.cameras.old(span), words.cameras.oldShort(span)];
  }
  if (state !== 'offline') return [];
  const moment = formatMoment(since, now);
  return [words.cameras.lostSince(moment), words.cameras.since(moment)];
}

/** Why it is not live: `chuẩn H.265: máy này không giải mã được …`; null where the state says it all. */
export function troubleWords({ trouble, codec }: Standing, words: Dictionary): string | null {
  if (trouble === undefined) return null;
  const why = words.cameras.troubles[trouble];
  return trouble === 'codec' && codec !== undefined ? `${words.cameras.codec(codec)}: ${why}` : why;
}

/** The date on a picture that is no longer live, or null where there is none to be mistaken. */
export function stampWords(standing: Standing, now: number, words: Dictionary): string | null {
  const { state, lastPaintedAt } = standing;
  if (lastPaintedAt === null || state === 'live' || state === 'stale') return null;
  return words.cameras.pictureOf(formatSecond(lastPaintedAt, now));
}

/** That a picture stands still since then, longest first; the time is never left out. */
export function frozenWords(at: number, now: number, words: Dictionary): readonly string[] {
  const moment = formatSecond(at, now);
  const shorter = shorterMoments(at, now);
  return [words.cameras.frozen(moment), words.cameras.frozenShort(moment), moment, ...shorter];
}

type Told = {
  readonly standing: Standing;
  readonly now: number;
  /** When the picture that stands still was taken, if somebody froze it. */
  readonly frozenAt?: number | undefined;
  readonly zoom?: number | undefined;
  /** Who turns the camera now. */
  readonly holder?: string | undefined;
};

/** The tile in one sentence: `Camera Cầu Gia Bảy, trực tiếp`, `Camera Cầu Gia Bảy, dừng hình 10:32:05`. */
export function sightSentence(name: string, told: Told, speech: Speech): string {
  const { words, language } = speech;
  const { state, suspectSince } = told.standing;
  const detail =
    state === 'stale' || state === 'offline' || suspectSince !== undefined
      ? ageWords(told.standing, told.now, speech)[0]
      : undefined;
  const live = detail ?? words.cameras.states[state].toLocaleLowerCase(language);
  const stands =
    told.frozenAt === undefined
      ? live
      : words.cameras.frozen(formatSecond(told.frozenAt, told.now)).toLocaleLowerCase(language);
  const near =
    told.zoom === undefined ? '' : `, ${words.cameras.zoomed(formatNumber(told.zoom, 1, language))}`;
  const turned = told.holder === undefined ? '' : `, ${words.cameras.turnedBy(told.holder)}`;
  return words.cameras.label(name, `${stands}${near}${turned}`);
}
