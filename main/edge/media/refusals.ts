import type { PlaylistAddress } from '../../kernel/control.ts';
import { refusedDelayMs } from './retry.ts';

/** Who may ask again after a refusal asks alone for so long: several tiles show one source, ms. */
const ALONE_MS = 20_000;
/** So many are remembered; a room with more has other troubles. */
const MOST_REFUSALS = 2_000;

/** What the refusals of a source are remembered under: another password is tried at once. */
export const refusalKey = ({ url, credentials }: PlaylistAddress): string =>
  JSON.stringify([url, credentials]);

/** Remembers which addresses refused a name and password, so that nobody who asks often is locked out. */
export function createRefusals(now: () => number, chance: () => number = Math.random) {
  const known = new Map<string, { times: number; until: number }>();
  return {
    /** How long this is not to be asked, ms; 0: it may be asked now, by whoever hears this. */
    claim(key: string): number {
      const refusal = known.get(key);
      const waitMs = Math.max(0, (refusal?.until ?? 0) - now());
      if (refusal && waitMs === 0) refusal.until = now() + ALONE_MS;
      return waitMs;
    },
    /** It said no; `asked`: when it was asked, epoch ms. Returns how long it is left alone, ms. */
    refused(key: string, asked: number): number {
      const before = known.get(key);
      // Several that asked at the same time were refused once.
      if (before && before.until - ALONE_MS > asked) return before.until - now();
      const times = (before?.times ?? 0) + 1;
      const delayMs = refusedDelayMs(times, chance());
      if (known.size >= MOST_REFUSALS) known.clear();
      known.set(key, { times, until: now() + delayMs });
      return delayMs;
    },
    /** It answered otherwise. */
    forget: (key: string): void => void known.delete(key),
  };
}

export type Refusals = ReturnType<typeof createRefusals>;
