import { elapsedOf, PATROL_RESUMES_MS, pausedRun, resumedRun, stopAfter } from '../../domain/cameras/ptz.ts';
import { own } from '../../domain/kernel/own.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock, Log } from '../kernel/ports.ts';
import type { PtzDevice } from './ptzPorts.ts';

type Needs = {
  readonly hub: Pick<Hub, 'world' | 'commit'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly deviceOf: (cameraId: string) => PtzDevice | undefined;
};

/** Cameras on their rounds. Where a round is follows from the clock: a core that comes back goes on where it would be. */
export function createPatrols({ hub, clock, log, deviceOf }: Needs) {
  const waits = new Map<string, () => void>();
  /** Cameras whose last stop was not reached: told once. */
  const silent = new Set<string>();

  function wait(cameraId: string, ms: number, then: () => void): void {
    waits.get(cameraId)?.();
    waits.set(cameraId, clock.after(ms, then));
  }

  function runOf(cameraId: string) {
    const { runs, patrols } = hub.world().ptz;
    const run = own(runs, cameraId);
    const patrol = run && own(patrols, run.patrolId);
    return run && patrol ? { run, patrol } : undefined;
  }

  async function go(cameraId: string, token: string): Promise<void> {
    const answer = await deviceOf(cameraId)?.goToPreset(token);
    if (answer?.ok) silent.delete(cameraId);
    else if (!silent.has(cameraId)) {
      silent.add(cameraId);
      log.warn('ptz.patrolMissed', { cameraId, reason: answer?.reason ?? 'no-address' });
    }
  }

  /** Goes to where the round is now, and on from there; a paused one waits for the hand to be gone. */
  function drive(cameraId: string): void {
    const found = runOf(cameraId);
    waits.get(cameraId)?.();
    if (found === undefined) return;
    const { run, patrol } = found;
    if (run.paused) return wait(cameraId, PATROL_RESUMES_MS, () => resume(cameraId));
    const at = stopAfter(patrol, elapsedOf(run, clock.now()));
    if (at === undefined) return;
    void go(cameraId, at.stop.token);
    wait(cameraId, at.leftMs, () => drive(cameraId));
  }

  function resume(cameraId: string): void {
    const found = runOf(cameraId);
    if (found?.run.paused)
      hub.commit({ type: 'ptz.patrolRun', cameraId, run: resumedRun(found.run, clock.now()) });
    drive(cameraId);
  }

  return {
    begin(): void {
      for (const cameraId of Object.keys(hub.world().ptz.runs)) drive(cameraId);
    },
    drive,
    resume,
    /** A hand is on the camera. */
    pause(cameraId: string, by: string): void {
      const found = runOf(cameraId);
      if (found === undefined) return;
      if (!found.run.paused)
        hub.commit({ type: 'ptz.patrolRun', cameraId, run: pausedRun(found.run, by, clock.now()) });
      drive(cameraId);
    },
    stop(): void {
      for (const callOff of waits.values()) callOff();
    },
  };
}
