/** Seconds used so far by a page's process and by the GPU process; `at` epoch ms. */
export type Usage = {
  readonly at: number;
  readonly pageS: number;
  readonly gpuS: number;
  /** How long the page's own thread ran, and ran or stood in line for a core; absent where the system does not tell. */
  readonly thread?: { readonly ranS: number; readonly wantedS: number };
};

/** A script that ran this long without a pause is a loop, however little of the machine it got, s. */
const LOOP_S = 1;

/** What `/proc/<pid>/schedstat` tells: nanoseconds on a core, and in line for one. */
export function threadOf(schedstat: string): Usage['thread'] {
  const [ran, stood] = schedstat.split(' ').map(Number);
  if (ran === undefined || stood === undefined || Number.isNaN(ran + stood)) return undefined;
  return { ranS: ran / 1e9, wantedS: (ran + stood) / 1e9 };
}

/**
 * A loop never sleeps: on a busy machine it gets little of a core, and stands in line for the rest. A page that waits for
 * a busy GPU process sleeps: that is slow. A deadlock does nothing, and gives the GPU process nothing to do.
 */
export function hangs(before: Usage, now: Usage): boolean {
  const elapsedS = Math.max(0.1, (now.at - before.at) / 1_000);
  const page = (now.pageS - before.pageS) / elapsedS;
  const gpu = (now.gpuS - before.gpuS) / elapsedS;
  if (page > 0.6 || (page < 0.02 && gpu < 0.02)) return true;
  if (!before.thread || !now.thread) return false;
  const sleepless = (now.thread.wantedS - before.thread.wantedS) / elapsedS > 0.9;
  return sleepless && now.thread.ranS - before.thread.ranS > LOOP_S;
}
