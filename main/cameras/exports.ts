import type { ClipExport } from '../../domain/cameras/evidenceCalls.ts';
import type { Outcome } from '../../domain/kernel/outcome.ts';
import type { Evidence, ExportRefusal } from '../../domain/cameras/evidenceCalls.ts';

/** Clips of one window that wait or are cut. */
const MOST_WAITING = 20;
/** Clips that are told after they ended. */
const MOST_TOLD = 20;

export type ExportWork = (
  signal: AbortSignal,
  onDone: (share: number) => void,
) => Promise<Outcome<Evidence, ExportRefusal>>;

type Wanted = Pick<ClipExport, 'exportId' | 'cameraId' | 'from' | 'to'> & {
  readonly windowId: string;
  readonly work: ExportWork;
  /** Called once, when the clip is over in whatever way, or was never taken into the queue. */
  readonly onOver: () => void;
};
type Job = Wanted & {
  readonly stop: AbortController;
  readonly told: Pick<ClipExport, 'state' | 'done' | 'evidenceId' | 'reason'>;
};

const isOver = ({ told }: Job): boolean => told.state !== 'waiting' && told.state !== 'cutting';

/** Clips are cut one after the other, so that a wall never waits for them; each can be called off. */
export function createExports(onFailed: (error: unknown) => void) {
  let jobs: readonly Job[] = [];
  let busy = false;

  function tell(exportId: string, told: Job['told']): void {
    jobs = jobs.map((job) => {
      if (job.exportId !== exportId) return job;
      const next = { ...job, told };
      if (isOver(next) && !isOver(job)) job.onOver();
      return next;
    });
  }

  async function cut({ exportId, work, stop }: Job): Promise<void> {
    tell(exportId, { state: 'cutting', done: 0 });
    const onDone = (done: number): void => {
      if (!stop.signal.aborted) tell(exportId, { state: 'cutting', done });
    };
    try {
      const outcome = await work(stop.signal, onDone);
      if (outcome.ok) tell(exportId, { state: 'kept', done: 1, evidenceId: outcome.value.id });
      else tell(exportId, { state: 'refused', done: 0, reason: outcome.reason });
    } catch (error) {
      if (stop.signal.aborted) return tell(exportId, { state: 'cancelled', done: 0 });
      onFailed(error);
      tell(exportId, { state: 'refused', done: 0, reason: 'failed' });
    }
  }

  async function goOn(): Promise<void> {
    if (busy) return;
    busy = true;
    for (let next = waiting(); next !== undefined; next = waiting()) await cut(next);
    busy = false;
  }

  function waiting(): Job | undefined {
    return jobs.find(({ told }) => told.state === 'waiting');
  }

  function cancel(job: Job): void {
    if (isOver(job)) return;
    job.stop.abort();
    if (job.told.state === 'waiting') tell(job.exportId, { state: 'cancelled', done: 0 });
  }

  return {
    /** False: this window waits for too many. */
    add(wanted: Wanted): boolean {
      const own = jobs.filter(({ windowId }) => windowId === wanted.windowId);
      if (own.filter((job) => !isOver(job)).length >= MOST_WAITING) {
        wanted.onOver();
        return false;
      }
      const over = own.filter(isOver).slice(0, -MOST_TOLD);
      const job: Job = { ...wanted, stop: new AbortController(), told: { state: 'waiting', done: 0 } };
      jobs = [...jobs.filter((each) => !over.includes(each)), job];
      void goOn();
      return true;
    },
    of: (windowId: string): readonly ClipExport[] =>
      jobs
        .filter((job) => job.windowId === windowId)
        .map(({ exportId, cameraId, from, to, told }) => ({ exportId, cameraId, from, to, ...told })),
    cancel(windowId: string, exportId: string): void {
      const job = jobs.find((each) => each.windowId === windowId && each.exportId === exportId);
      if (job) cancel(job);
    },
    /** The window is gone for good: nobody waits for its clips any more. */
    dismiss(windowId: string): void {
      const own = jobs.filter((job) => job.windowId === windowId);
      own.forEach(cancel);
      jobs = jobs.filter(
        (job) => job.windowId !== windowId || !own.includes(job) || job.told.state === 'cutting',
      );
    },
  };
}
