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

type Thread = { readonly ranS: number; readonly wantedShare: number; readonly slept: boolean };

function threadSince(before: Usage, now: Usage, elapsedS: number): Thread | undefined {
  if (!before.thread || !now.thread) return undefined;
  return {
    ranS: now.thread.ranS - before.thread.ranS,
    wantedShare: (now.thread.wantedS - before.thread.wantedS) / elapsedS,
    slept: now.thread.sleeps !== before.thread.sleeps,
  };
}

/**
 * A loop never sleeps: on a busy machine it gets little of a core, and stands in line for the rest. A page that waits for
 * a busy GPU process sleeps: that is slow. A deadlock does nothing, does not even stand in line, and gives the GPU process
 * nothing to do.
 */
export function hangs(before: Usage, now: Usage): boolean {
  const elapsedS = Math.max(0.1, (now.at - before.at) / 1_000);
  const page = (now.pageS - before.pageS) / elapsedS;
  const gpu = (now.gpuS - before.gpuS) / elapsedS;
  const thread = threadSince(before, now, elapsedS);
  if (page > 0.6) return true;
  if (page < 0.02 && gpu < 0.02) return thread === undefined || thread.wantedShare < 0.1;
  if (thread === undefined) return false;
  return thread.slept ? thread.wantedShare > 0.9 && thread.ranS > LOOP_S : thread.ranS > RESTLESS_S;
}
