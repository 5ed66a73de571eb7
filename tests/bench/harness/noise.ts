// How much of the machine others used while a figure was measured.
import { setTimeout as wait } from 'node:timers/promises';
import { familyOf, now, otherPercent, type Moment } from './processes.ts';

/** Quiet: everything that is neither under test nor the bench itself uses less than this, % of one core. */
export const QUIET = 25;
/** Above this over its own window, a figure says nothing about the product. */
export const NOISY = 60;
const PATIENCE_MS = 60_000;
const SAMPLE_MS = 250;

const family = new Set<number>();

/** Everything that descends from the bench; who lost its parent to a kill stays in the family. */
function ourFamily(moment: Moment): ReadonlySet<number> {
  for (const pid of familyOf(process.pid, moment)) family.add(pid);
  for (const pid of [...family]) {
    if (!moment.processes.has(pid)) family.delete(pid);
    else for (const child of familyOf(pid, moment)) family.add(child);
  }
  return family;
}

/** Waits for one quiet second, a minute at most; false: the machine stayed loud. */
export async function quiet(): Promise<boolean> {
  const until = Date.now() + PATIENCE_MS;
  for (let from = now(); Date.now() < until;) {
    await wait(1_000);
    const to = now();
    if (otherPercent(from, to, ourFamily(to)) < QUIET) return true;
    from = to;
  }
  return false;
}

/** Listens to the machine from now on; `stop` tells the mean noise since, % of one core. */
export function listen(): { stop(): number } {
  let last = now();
  let weighted = 0;
  let ms = 0;
  const look = (): void => {
    const next = now();
    weighted += otherPercent(last, next, ourFamily(next)) * (next.at - last.at);
    ms += next.at - last.at;
    last = next;
  };
  const timer = setInterval(look, SAMPLE_MS);
  return {
    stop() {
      clearInterval(timer);
      look();
      return weighted / Math.max(1, ms);
    },
  };
}
