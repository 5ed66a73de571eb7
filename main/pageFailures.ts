import type { PageFailure } from '../domain/contract/pageFailure.ts';
import { MINUTE_MS } from '../domain/kernel/time.ts';
import type { Clock, Log } from './kernel/ports.ts';

/** A window that fails again and again writes no more than so many lines a minute; all of them are counted. */
const MOST_A_MINUTE = 10;

type Told = { count: number; minute: number; lines: number };

/** Failures in the pages of windows, in the log: which window, of which kind, where, and how many there were. */
export function createPageFailures({ log, clock }: { readonly log: Log; readonly clock: Clock }) {
  const byWindow = new Map<string, Told>();
  return {
    failed(windowId: string, failure: PageFailure): void {
      const minute = Math.floor(clock.now() / MINUTE_MS);
      const told = byWindow.get(windowId) ?? { count: 0, minute, lines: 0 };
      byWindow.set(windowId, told);
      told.count += 1;
      if (told.minute !== minute) Object.assign(told, { minute, lines: 0 });
      if (told.lines >= MOST_A_MINUTE) return;
      told.lines += 1;
      log.error('page.failed', { windowId, ...failure, count: told.count });
    },
    /** In all windows together, since this core began. */
    count: (): number => [...byWindow.values()].reduce((sum, { count }) => sum + count, 0),
  };
}
export type PageFailures = ReturnType<typeof createPageFailures>;
