import { replayMoment, type ReplayAnchor } from '../../../domain/cameras/rules.ts';
import { DAY_MS, dayOfIso, startOfVietnamDay, vietnamDay } from '../../../domain/kernel/time.ts';
import { formatSecond, shorterMoments } from '../../text/format.ts';
import type { Dictionary } from '../../text/vi.ts';

type Words = Dictionary['playback'];

const WRITTEN =
  /^(?<hour>\d{1,2})[:hH](?<minute>\d\d)(:(?<second>\d\d))?(\s+(?<date>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4}))?$/;

/**
 * The past moment (epoch ms) that a person wrote as `05:13`, `05:13:42` or `05:13 29/11/2026`; undefined where there is
 * none. A clock alone that lies ahead was yesterday's.
 */
export function momentOf(text: string, now: number): number | undefined {
  const said = WRITTEN.exec(text.trim())?.groups;
  if (said === undefined) return undefined;
  const { hour = '', minute = '', second = '0', date = '', month = '', year } = said;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const iso = `${year ?? ''}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const day = year === undefined ? vietnamDay(now) : dayOfIso(iso);
  if (day === undefined) return undefined;
  const at = startOfVietnamDay(day) + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1_000;
  return year === undefined && at > now ? at - DAY_MS : at;
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
  const at = formatSecond(moment, now);
  const band = replay.rate === 0 ? words.bandStill(at, behind) : words.band(at, behind);
  const shorter = [at, ...shorterMoments(moment, now)].map(words.bandShort);
  return [band, words.band(at, behind), ...shorter, words.word];
}

/** The tile in one sentence: `Camera Cầu Gia Bảy, phát lại 10:31:30, chậm 30 s`. */
export function replaySentence(name: string, replay: ReplayAnchor, now: number, words: Words): string {
  const moment = replayMoment(replay, now);
  return words.sentence(name, formatSecond(moment, now), behindWords(now - moment, words));
}
