import { instantOf } from '../kernel/time.ts';
import type { CountdownSpec } from './model.ts';

/** How a countdown stands; times in ms. `overMs` tells how long ago it ended. */
export type Countdown =
  | { readonly state: 'waiting' | 'running'; readonly leftMs: number }
  | { readonly state: 'over'; readonly overMs: number };

/** The moment a countdown ends, epoch ms; undefined while nobody has started it. */
export function endOf({ until, minutes, startedAt }: CountdownSpec): number | undefined {
  if (until !== '') return instantOf(until);
  return startedAt === undefined ? undefined : startedAt + minutes * 60_000;
}

/** How a countdown stands at `now` (epoch ms of this machine's clock). */
export function countdownAt(spec: CountdownSpec, now: number): Countdown {
  const end = endOf(spec);
  if (end === undefined) return { state: 'waiting', leftMs: spec.minutes * 60_000 };
  return end > now ? { state: 'running', leftMs: end - now } : { state: 'over', overMs: now - end };
}

/** `1:02:03` or `12:05`; a second that has begun still counts, so that it ends at 0:00 sharp. */
export function leftWords(leftMs: number): string {
  const seconds = Math.ceil(leftMs / 1_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
