import type { LinkState } from '../../domain/contract/port.ts';
import { MINOR, PROTOCOL, type ClientFrame, type ServerFrame } from '../../domain/contract/wire.ts';
import type { Hub } from './hub.ts';
import type { Clock, Link, Log } from './ports.ts';

/** How often the windows hear of the link's counters, ms. */
const PUBLISH_MS = 1_000;

type Needs = {
  readonly hub: Hub;
  readonly clock: Clock;
  readonly log: Log;
  readonly device: string;
  readonly lastHeardAt: number | null;
  readonly taken: () => number;
  readonly rejected: () => number;
  readonly publish: (link: LinkState) => void;
  /** The wall is driven by another machine. */
  readonly remote: boolean;
};

/** This machine's side of the conversation with the province: who it is, how far it came, how the line stands. */
export function createUplink({ hub, clock, log, device, ...needs }: Needs) {
  let link: Link | undefined;
  let state: LinkState['state'] = 'offline';
  let since = clock.now();
  let lastHeardAt = needs.lastHeardAt;
  let published = '';
  let stopped = false;
  let wallLive = needs.remote ? false : null;

  function now(): LinkState {
    return {
      state,
      since,
      lastHeardAt,
      taken: needs.taken(),
      rejected: needs.rejected(),
      waitingOrders: hub.orders().length,
      device,
      wallLive,
    };
  }

  function publish(): void {
    const news = now();
    const text = JSON.stringify(news);
    if (text === published) return;
    published = text;
    needs.publish(news);
  }

  function become(next: LinkState['state']): void {
    if (next === state) return;
    log.info('link.changed', { from: state, to: next });
    state = next;
    since = clock.now();
    publish();
  }

  function everySecond(): void {
    if (stopped) return;
    publish();
    clock.after(PUBLISH_MS, everySecond);
  }
  clock.after(PUBLISH_MS, everySecond);

  return {
    now,
    lastHeardAt: () => lastHeardAt,
    use(next: Link): void {
      link = next;
    },
    send(frame: ClientFrame): void {
      link?.send(frame);
    },
    isLive: () => state === 'live',
    device,
    opened(): void {
      link?.send({ kind: 'hello', protocol: PROTOCOL, minor: MINOR, device, cursors: [...hub.cursors()] });
    },
    heard(): void {
      lastHeardAt = clock.now();
    },
    /** The line itself can say everything but `live`: that is the welcome's word. */
    became(next: Exclude<LinkState['state'], 'live'>): void {
      become(next);
    },
    welcomed(frame: Extract<ServerFrame, { kind: 'welcome' }>): void {
      link?.settle();
      link?.expectEvery(frame.heartbeatMs);
      become('live');
    },
    /** The wall's own core came to the backend, or left it. */
    wallTurned(live: boolean): void {
      wallLive = live;
      publish();
    },
    stop(): void {
      stopped = true;
      link?.close();
    },
  };
}
export type Uplink = ReturnType<typeof createUplink>;
