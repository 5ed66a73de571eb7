import { z } from 'zod';
import { may } from '../../domain/access/rights.ts';
import type { ReplayCalls } from '../../domain/cameras/replayCalls.ts';
import { accept, refuse } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import { IdSchema, InstantSchema } from '../../domain/kernel/schema.ts';
import type { Caller, Handlers } from '../kernel/handlers.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock } from '../kernel/ports.ts';
import type { CamerasPorts } from './ports.ts';

const CameraInput = z.object({ cameraId: IdSchema });
const AnchorSchema = z.object({
  mediaAt: InstantSchema,
  clockAt: InstantSchema,
  rate: z.number().min(0).max(8),
});
const OpenInput = CameraInput.extend({ anchor: AnchorSchema });
const CloseInput = z.object({ ticket: z.string().max(100) });

type Needs = Pick<CamerasPorts, 'recordings' | 'tilePorts'> & {
  readonly hub: Pick<Hub, 'world'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly keepsMs: number;
  readonly newTicket: () => string;
};

/** A wall shows what somebody with the right led it to; at a console that somebody must be there. */
function mayLook({ kind, person }: Caller): boolean {
  return kind === 'wall' || (person !== null && may(person.role, 'camera.lookBack'));
}

/** Recordings on tiles: what there is of a camera, and its pictures from any moment on. */
export function createReplays({ hub, clock, recordings, tilePorts, keepsMs, newTicket }: Needs) {
  const open = new Map<
    string,
    { readonly windowId: string; readonly cameraId: string; readonly close: () => void }
  >();

  function release(ticket: string): void {
    open.get(ticket)?.close();
    open.delete(ticket);
  }

  const calls: Handlers<keyof ReplayCalls> = {
    'cameras.recorded': {
      allowed: ['console'],
      right: 'camera.lookBack',
      quiet: true,
      parse: (raw) => CameraInput.parse(raw),
      run({ cameraId }) {
        if (own(hub.world().cameras.byId, cameraId) === undefined) return refuse('camera-unknown');
        return accept({ spans: recordings.spans(cameraId), keepsMs, now: clock.now() });
      },
    },
    'cameras.openReplay': {
      allowed: ['wall', 'console'],
      parse: (raw) => OpenInput.parse(raw),
      async run({ cameraId, anchor }, caller) {
        if (!mayLook(caller)) return refuse('not-allowed');
        if (own(hub.world().cameras.byId, cameraId) === undefined) return refuse('camera-unknown');
        const ticket = newTicket();
        const { windowId } = caller;
        const port = await tilePorts.open(windowId, ticket);
        const stop = recordings.play({ ...anchor, cameraId }, port);
        const close = (): void => {
          stop();
          port.close();
        };
        open.set(ticket, { windowId, cameraId, close });
        port.onClose(() => release(ticket));
        return accept({ ticket });
      },
    },
    'cameras.closeReplay': {
      allowed: ['wall', 'console'],
      parse: (raw) => CloseInput.parse(raw),
      run({ ticket }, { windowId }) {
        if (open.get(ticket)?.windowId === windowId) release(ticket);
        return accept(null);
      },
    },
  };

  return {
    calls,
    /** Closes what a window may not see any more. */
    recheck(maySee: (windowId: string, cameraId: string) => boolean): void {
      for (const [ticket, { windowId, cameraId }] of open) if (!maySee(windowId, cameraId)) release(ticket);
    },
    /** The window is gone for good. */
    dismiss(windowId: string): void {
      for (const [ticket, view] of open) if (view.windowId === windowId) release(ticket);
    },
  };
}
