import type { Log } from './ports.ts';

/** Past this many kinds of refusal the rest is counted together. */
const MOST_KINDS = 200;

/** Counts what was thrown away, and logs a kind at its 1st, 10th, 100th … time: a flood of bad frames is no flood of lines. */
export function createTally(log: Log) {
  const counts = new Map<string, number>();
  let total = 0;
  return {
    total: () => total,
    note(type: string, reason: string): void {
      total += 1;
      const known = `${type} ${reason}`;
      const kind = counts.has(known) || counts.size < MOST_KINDS ? known : 'other';
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      if (Number.isInteger(Math.log10(count))) log.warn('wire.rejected', { type, reason, count });
    },
  };
}
export type Tally = ReturnType<typeof createTally>;
