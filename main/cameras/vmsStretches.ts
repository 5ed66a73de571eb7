import type { CameraSource } from '../../domain/cameras/model.ts';
import { spanAt, type Span } from '../../domain/cameras/recording.ts';
import { keptFrom, stretchAt, stretchUrl } from '../../domain/cameras/vms.ts';
import type { Clock } from '../kernel/ports.ts';
import type { Recordings } from './ports.ts';

/** A stretch of a VMS's recording, and the address of its playlist. */
export type VmsStretch = Span & { readonly source: string };

export type VmsStretches = {
  /** The first moment that a VMS keeps of a camera; null: there is none. */
  keptFrom(cameraId: string): number | null;
  /** Where the VMS is to be asked for a moment; null: this machine has it, or the VMS has not. */
  at(cameraId: string, moment: number): VmsStretch | null;
  /** Where a gap begins in what this machine recorded around a moment, and a VMS is to be asked; null: nowhere yet. */
  goesOnAt(cameraId: string, moment: number): number | null;
};

/** What VMSs keep and this machine has not recorded: from before its time, and where it has gaps. */
export function createVmsStretches(needs: {
  readonly sourceOf: (cameraId: string) => CameraSource | undefined;
  readonly recordings: Pick<Recordings, 'spans'>;
  readonly clock: Pick<Clock, 'now'>;
}): VmsStretches {
  const { sourceOf, recordings, clock } = needs;
  return {
    keptFrom(cameraId) {
      const vms = sourceOf(cameraId)?.recordings;
      return vms === undefined ? null : keptFrom(vms, clock.now());
    },
    at(cameraId, moment) {
      const vms = sourceOf(cameraId)?.recordings;
      const now = clock.now();
      if (vms === undefined || moment < keptFrom(vms, now)) return null;
      if (spanAt(recordings.spans(cameraId), moment, now) !== undefined) return null;
      const span = stretchAt(moment, now);
      return { ...span, source: stretchUrl(vms, span) };
    },
    goesOnAt(cameraId, moment) {
      const now = clock.now();
      const own = spanAt(recordings.spans(cameraId), moment, now);
      if (sourceOf(cameraId)?.recordings === undefined || own === undefined) return null;
      return own.to < now ? own.to : null;
    },
  };
}
