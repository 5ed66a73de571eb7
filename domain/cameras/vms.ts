import type { CameraSource } from './model.ts';
import { GAP_MS, type Span } from './recording.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** A stretch begins at a full five minutes, at least so long before the moment: every display asks for the same one, ms. */
const STEP_MS = 5 * MINUTE_MS;
/** How long a stretch of a recording is asked for at once, ms. */
const STRETCH_MS = 30 * MINUTE_MS;
/** Segments whose moments are off by less belong to the same part of a film, ms. */
const OFF_MS = 500;
/** One step where nobody knows the moments of the pictures, ms. */
export const PICTURE_MS = 40;

type Recordings = NonNullable<CameraSource['recordings']>;

/** A part of a film without a break: where in the film it begins (s), and when it was taken (epoch ms). */
export type FilmPart = Span & { readonly at: number };

/** The stretch of a VMS's recording in which a moment is played; never beyond the present. */
export function stretchAt(moment: number, now: number): Span {
  const from = Math.floor(Math.min(moment, now) / STEP_MS) * STEP_MS - STEP_MS;
  return { from, to: Math.min(from + STRETCH_MS, now) };
}

/** The first moment that a VMS keeps. */
export function keptFrom({ days }: Recordings, now: number): number {
  return now - days * DAY_MS;
}

/** The address of a stretch: the template with its moments, in seconds or as UTC. */
export function stretchUrl({ url }: Recordings, { from, to }: Span): string {
  const [first, last] = [Math.floor(from / 1_000), Math.ceil(to / 1_000)];
  const iso = (seconds: number): string => `${new Date(seconds * 1_000).toISOString().slice(0, 19)}Z`;
  const words: Readonly<Record<string, string>> = {
    from: String(first),
    to: String(last),
    duration: String(last - first),
    fromIso: iso(first),
    toIso: iso(last),
  };
  return url.replaceAll(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole);
}

/** When the pictures of a playlist were taken, as it says; where it says nothing they follow each other from `from` on. */
export function filmParts(playlist: string, from: number): readonly FilmPart[] {
  const parts: FilmPart[] = [];
  let [at, moment] = [0, from];
  for (const line of playlist.split(/\r?\n/)) {
    const said = Date.parse(/^#EXT-X-PROGRAM-DATE-TIME:(\S+)/.exec(line)?.[1] ?? '');
    if (Number.isFinite(said)) moment = said;
    const seconds = Number(/^#EXTINF:(\d+(\.\d+)?)/.exec(line)?.[1] ?? 0);
    if (seconds === 0) continue;
    const to = moment + seconds * 1_000;
    const last = parts.at(-1);
    const goesOn = last !== undefined && Math.abs(last.from + (at - last.at) * 1_000 - moment) < OFF_MS;
    if (goesOn) parts[parts.length - 1] = { ...last, to };
    else parts.push({ at, from: moment, to });
    [at, moment] = [at + seconds, to];
  }
  return parts;
}

/** Where in the film (s) a moment is seen, or until when (epoch ms) nothing was recorded: for ever without `until`. */
export function placeInFilm(
  parts: readonly FilmPart[],
  moment: number,
): { readonly seconds: number } | { readonly until?: number } {
  const part = parts.filter(({ from }) => from <= moment).at(-1);
  if (part !== undefined && moment < part.to) return { seconds: part.at + (moment - part.from) / 1_000 };
  const next = parts.find(({ from }) => from > moment);
  if (next === undefined) return {};
  return next.from - moment < GAP_MS ? { seconds: next.at } : { until: next.from };
}

/** When the picture was taken that a film shows at `seconds`, epoch ms; null: the film has none. */
export function momentInFilm(parts: readonly FilmPart[], seconds: number): number | null {
  const part = parts.filter(({ at }) => at <= seconds).at(-1) ?? parts[0];
  return part === undefined ? null : part.from + (seconds - part.at) * 1_000;
}
