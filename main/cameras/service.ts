import { z } from 'zod';
import type { CamerasCalls, OpenedCamera } from '../../domain/cameras/calls.ts';
import type { CameraHealth, CameraSource } from '../../domain/cameras/model.ts';
import { addressFor } from '../../domain/cameras/rules.ts';
import { accept, refuse } from '../../domain/kernel/outcome.ts';
import { IdSchema } from '../../domain/kernel/schema.ts';
import type { Handlers } from '../kernel/handlers.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock } from '../kernel/ports.ts';
import { createHealthBook } from './healthBook.ts';
import type { CamerasPorts, SourceState } from './ports.ts';

/** One tile's hold on a camera. */
type View = { readonly cameraId: string; readonly windowId: string; standing: SourceState; close(): void };

export type CamerasService = {
  readonly calls: Handlers<keyof CamerasCalls>;
  /** How the cameras stand that were opened since the core started; for a window's snapshot. */
  healths(): readonly CameraHealth[];
  /** The window is gone for good: whatever it still held is closed. */
  dismiss(windowId: string): void;
};

type Needs = CamerasPorts & {
  readonly hub: Pick<Hub, 'world'>;
  readonly clock: Pick<Clock, 'now'>;
  /** The room's own addresses, by camera id. */
  readonly sources: Readonly<Record<string, CameraSource>>;
  /** Told at every change of a camera's state. */
  readonly onHealth: (health: CameraHealth) => void;
  readonly newTicket?: () => string;
};

const ImportanceSchema = z.enum(['focus', 'alarm', 'normal']);
const OpenInput = z.object({
  cameraId: IdSchema,
  widthPx: z.number().min(0).max(65_536),
  importance: ImportanceSchema.exactOptional(),
});
const CloseInput = z.object({ ticket: z.string().max(100) });

/** Opens and closes cameras for tiles, and knows how each camera stands. */
export function createCamerasService(needs: Needs): CamerasService {
  const { hub, clock, sources, gateway, tilePorts, mediaTickets, credentials, onHealth } = needs;
  const newTicket = needs.newTicket ?? (() => crypto.randomUUID());
  const views = new Map<string, View>();
  const book = createHealthBook(() => clock.now(), onHealth);

  function judge(cameraId: string): void {
    book.judge(
      cameraId,
      [...views.values()].filter((view) => view.cameraId === cameraId).map((view) => view.standing),
    );
  }

  function hold(ticket: string, view: Omit<View, 'standing'>): (standing: SourceState) => void {
    const kept: View = { ...view, standing: { state: 'connecting', since: clock.now() } };
    views.set(ticket, kept);
    return (standing) => {
      kept.standing = standing;
      if (views.get(ticket) === kept) judge(kept.cameraId);
    };
  }

  function release(ticket: string): void {
    const view = views.get(ticket);
    if (view === undefined) return;
    views.delete(ticket);
    view.close();
    judge(view.cameraId);
  }

  function openPlaylist(cameraId: string, windowId: string, url: string): OpenedCamera {
    const ticket = newTicket();
    let stop = (): void => undefined;
    const close = (): void => {
      stop();
      mediaTickets.set(ticket, null);
    };
    const stands = hold(ticket, { cameraId, windowId, close });
    mediaTickets.set(ticket, url);
    stop = gateway.watchPlaylist(url, stands);
    return { kind: 'hls', ticket, url: `ioc://media/${ticket}/index.m3u8` };
  }

  async function openStream(cameraId: string, windowId: string, url: string): Promise<OpenedCamera> {
    const ticket = newTicket();
    const port = await tilePorts.open(windowId, ticket);
    let stop = (): void => undefined;
    const close = (): void => {
      stop();
      port.close();
    };
    const stands = hold(ticket, { cameraId, windowId, close });
    port.onClose(() => release(ticket));
    const known = credentials(cameraId);
    stop = gateway.watch({ url, ...(known === undefined ? {} : { credentials: known }) }, port, stands);
    return { kind: 'rtsp', ticket };
  }

  const calls: CamerasService['calls'] = {
    'cameras.open': {
      allowed: ['wall', 'console'],
      parse: (raw) => OpenInput.parse(raw),
      async run({ cameraId, widthPx }, { windowId }) {
        if (!Object.hasOwn(hub.world().cameras.byId, cameraId)) return refuse('camera-unknown');
        const source = Object.hasOwn(sources, cameraId) ? sources[cameraId] : undefined;
        if (source === undefined) return refuse('no-source');
        const url = addressFor(source, widthPx);
        if (source.kind === 'hls') return accept(openPlaylist(cameraId, windowId, url));
        return accept(await openStream(cameraId, windowId, url));
      },
    },
    'cameras.close': {
      allowed: ['wall', 'console'],
      parse: (raw) => CloseInput.parse(raw),
      run({ ticket }, { windowId }) {
        if (views.get(ticket)?.windowId === windowId) release(ticket);
        return accept(null);
      },
    },
  };

  return {
    calls,
    healths: book.all,
    dismiss(windowId) {
      for (const [ticket, view] of views) if (view.windowId === windowId) release(ticket);
    },
  };
}
