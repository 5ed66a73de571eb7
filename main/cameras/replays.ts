import { may } from '../../domain/access/rights.ts';
import { CameraInput } from '../../domain/cameras/inputs.ts';
import type { OpenedReplay, RecordingRefusal, ReplayCalls } from '../../domain/cameras/replayCalls.ts';
import { CloseInput, OpenInput } from '../../domain/cameras/replayInputs.ts';
import { replayMoment } from '../../domain/cameras/rules.ts';
import { filmParts } from '../../domain/cameras/vms.ts';
import { accept, refuse, type Outcome } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import { playlistUrl } from '../kernel/control.ts';
import type { Caller, Handlers } from '../kernel/handlers.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock } from '../kernel/ports.ts';
import type { CamerasPorts } from './ports.ts';
import type { VmsStretch, VmsStretches } from './vmsStretches.ts';

type Needs = Pick<CamerasPorts, 'recordings' | 'tilePorts' | 'mediaTickets' | 'gateway' | 'credentials'> & {
  readonly vms: VmsStretches;
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
export function createReplays(needs: Needs) {
  const { hub, clock, recordings, tilePorts, keepsMs, newTicket } = needs;
  const { mediaTickets, gateway, credentials, vms } = needs;
  const open = new Map<
    string,
    { readonly windowId: string; readonly cameraId: string; readonly close: () => void }
  >();

  function release(ticket: string): void {
    open.get(ticket)?.close();
    open.delete(ticket);
  }

  async function openVms(
    cameraId: string,
    windowId: string,
    { from, to, source }: VmsStretch,
  ): Promise<Outcome<OpenedReplay, 'camera-unknown' | RecordingRefusal>> {
    const ticket = newTicket();
    open.set(ticket, { windowId, cameraId, close: () => mediaTickets.set(ticket, null) });
    const login = credentials(cameraId);
    const at = { url: source, ...(login && { credentials: login }) };
    const read = await gateway.readRecording(at);
    // While the server was asked the window went, or may see this camera no more.
    if (!open.has(ticket)) return refuse('camera-unknown');
    if ('trouble' in read) {
      release(ticket);
      return refuse(`recording-${read.trouble}`);
    }
    mediaTickets.set(ticket, at);
    const url = playlistUrl(ticket);
    return accept({ kind: 'vms', ticket, url, parts: filmParts(read.playlist, from), to });
  }

  const calls: Handlers<keyof ReplayCalls> = {
    'cameras.recorded': {
      allowed: ['console'],
      right: 'camera.lookBack',
      quiet: true,
      parse: (raw) => CameraInput.parse(raw),
      run({ cameraId }) {
        if (own(hub.world().cameras.byId, cameraId) === undefined) return refuse('camera-unknown');
        const now = clock.now();
        return accept({ spans: recordings.spans(cameraId), keepsMs, now, vmsFrom: vms.keptFrom(cameraId) });
      },
    },
    'cameras.openReplay': {
      allowed: ['wall', 'console'],
      parse: (raw) => OpenInput.parse(raw),
      async run({ cameraId, anchor }, caller) {
        if (!mayLook(caller)) return refuse('not-allowed');
        if (own(hub.world().cameras.byId, cameraId) === undefined) return refuse('camera-unknown');
        const { windowId } = caller;
        const moment = replayMoment(anchor, clock.now());
        const stretch = vms.at(cameraId, moment);
        if (stretch !== null) return openVms(cameraId, windowId, stretch);
        const ticket = newTicket();
        open.set(ticket, { windowId, cameraId, close: () => undefined });
        const port = await tilePorts.open(windowId, ticket).catch((error: unknown) => {
          release(ticket);
          throw error;
        });
        if (!open.has(ticket)) {
          port.close();
          return refuse('camera-unknown');
        }
        const stop = recordings.play({ ...anchor, cameraId }, port);
        const close = (): void => {
          stop();
          port.close();
        };
        open.set(ticket, { windowId, cameraId, close });
        port.onClose(() => release(ticket));
        const to = vms.goesOnAt(cameraId, moment);
        return accept({ kind: 'ring', ticket, ...(to !== null && { to }) });
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
