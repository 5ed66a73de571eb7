/** How a page's own thread did so far. */
export type ThreadUsage = {
  /** How long it ran, and ran or stood in line for a core, s. */
  readonly ranS: number;
  readonly wantedS: number;
  /** How often it lay down to wait for something. */
  readonly sleeps: number;
};

/** Seconds used so far by a page's process and by the GPU process; `at` epoch ms. */
export type Usage = {
  readonly at: number;
  readonly pageS: number;
  readonly gpuS: number;
  /** Absent where the system does not tell. */
  readonly thread?: ThreadUsage;
};

/** A script that ran this long without a pause is a loop, however little of the machine it got, s. */
const LOOP_S = 1;
/**
 * The same for a thread that not once lay down: collecting garbage, reading and painting all wait for others now and then.
 * On a machine with eight for each core a loop has run so long within four seconds, s.
 */
const RESTLESS_S = 0.3;

/** What Linux tells of a thread: `/proc/<pid>/schedstat` (nanoseconds on a core, and in line for one) and `status`. */
export function threadOf(schedstat: string, status: string): ThreadUsage | undefined {
  const [ran, stood] = schedstat.split(' ').map(Number);
  const sleeps = Number(/^voluntary_ctxt_switches:\s+(\d+)/m.exec(status)?.[1]);
  if (ran === undefined || stood === undefined || Number.isNaN(ran + stood + sleeps)) return undefined;
  return { ranS: ran / 1e9, wantedS: (ran + stood) / 1e9, sleeps };
}

function loops(before: ThreadUsage, now: ThreadUsage, elapsedS: number): boolean {
  const ranS = now.ranS - before.ranS;
  if (now.sleeps === before.sleeps) return ranS > RESTLESS_S;
  const sleepless = (now.wantedS - before.wantedS) / elapsedS > 0.9;
  return sleepless && ranS > LOOP_S;
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
  return (
    before.thread !== undefined && now.thread !== undefined && loops(before.thread, now.thread, elapsedS)
  );
}
