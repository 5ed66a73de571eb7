import { replayMoment, type ReplayAnchor } from '../../../domain/cameras/rules.ts';
import { sameVietnamDay, vietnamClockSeconds, vietnamDate } from '../../../domain/kernel/time.ts';
import type { Dictionary } from '../../text/vi.ts';

type Words = Dictionary['playback'];

/** A moment of a recording: the clock with seconds, and the date on other days. */
export function momentWords(at: number, now: number): string {
  const clock = vietnamClockSeconds(at);
  return sameVietnamDay(at, now) ? clock : `${clock} ${vietnamDate(at)}`;
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
  return [band, words.band(at, behind), words.bandShort(at), words.word];
}

/** The tile in one sentence: `Camera Cầu Gia Bảy, phát lại 10:31:30, chậm 30 s`. */
export function replaySentence(name: string, replay: ReplayAnchor, now: number, words: Words): string {
  const moment = replayMoment(replay, now);
  return words.sentence(name, momentWords(moment, now), behindWords(now - moment, words));
}
