import { uptime } from 'node:os';
import type { Clock } from '../../kernel/ports.ts';

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

/** How long this machine runs, its sleep counted, ms: it passes however the clock is set. */
export const machineRunsMs = (): number => uptime() * 1_000;
