import { replayMoment, type ReplayAnchor } from '../../../domain/cameras/rules.ts';
import {
  dayOfIso,
  sameVietnamDay,
  startOfVietnamDay,
  vietnamClock,
  vietnamClockSeconds,
  vietnamDate,
  vietnamDay,
} from '../../../domain/kernel/time.ts';
import type { Dictionary } from '../../text/vi.ts';

type Words = Dictionary['playback'];

/** A moment of a recording: the clock with seconds, and the date on other days. */
export function momentWords(at: number, now: number): string {
  const clock = vietnamClockSeconds(at);
  return sameVietnamDay(at, now) ? clock : `${clock} ${vietnamDate(at)}`;
}

/** The same in fewer and fewer signs: on other days the day stays longest. */
function shortMomentWords(at: number, now: number): readonly string[] {
  const clock = vietnamClock(at);
  const day = vietnamDate(at).slice(0, 5);
  return sameVietnamDay(at, now) ? [clock] : [`${clock} ${day}`, day];
}

const WRITTEN =
  /^(?<hour>\d{1,2})[:hH](?<minute>\d\d)(:(?<second>\d\d))?(\s+(?<date>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4}))?$/;

/** The moment (epoch ms) that a person wrote as `05:13`, `05:13:42` or `05:13 29/11/2026`; undefined where there is none. */
export function momentOf(text: string, now: number): number | undefined {
  const said = WRITTEN.exec(text.trim())?.groups;
  if (said === undefined) return undefined;
  const { hour = '', minute = '', second = '0', date = '', month = '', year } = said;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const iso = `${year ?? ''}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const day = year === undefined ? vietnamDay(now) : dayOfIso(iso);
  if (day === undefined) return undefined;
  return startOfVietnamDay(day) + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1_000;
}

/** How far behind the present, to the second: whoever decides by it must know. */
export function behindWords(behindMs: number, words: Words): string {
  const seconds = Math.max(0, Math.round(behindMs / 1_000));
  if (seconds < 60) return words.behind.seconds(seconds);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return words.behind.minutes(minutes, seconds % 60);
  return words.behind.hours(Math.floor(minutes / 60), minutes % 60);
}

/** What a replay shows now, in words, longest first: never without the word that says it is one. */
export function replayWordings(replay: ReplayAnchor, now: number, words: Words): readonly string[] {
  const moment = replayMoment(replay, now);
  const behind = behindWords(now - moment, words);
  const at = momentWords(moment, now);
  const band = replay.rate === 0 ? words.bandStill(at, behind) : words.band(at, behind);
  const shorter = [at, ...shortMomentWords(moment, now)].map(words.bandShort);
  return [band, words.band(at, behind), ...shorter, words.word];
}

/** The tile in one sentence: `Camera Cầu Gia Bảy, phát lại 10:31:30, chậm 30 s`. */
export function replaySentence(name: string, replay: ReplayAnchor, now: number, words: Words): string {
  const moment = replayMoment(replay, now);
  return words.sentence(name, momentWords(moment, now), behindWords(now - moment, words));
}
