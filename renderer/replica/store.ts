import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { CameraHealth } from '../../domain/cameras/model.ts';
import type { IocBridge } from '../../domain/contract/calls.ts';
import type {
  LinkState,
  Notice,
  PortEvent,
  PortReading,
  WindowIdentity,
} from '../../domain/contract/port.ts';
import { applyChange, emptyWorld, type World } from '../../domain/contract/world.ts';
import type { Reading } from '../../domain/indicators/model.ts';
import type { Scene } from '../../domain/wall/model.ts';
import { createKeyed } from './keyed.ts';
import { tellSketch } from './sketches.ts';

declare global {
  interface Window {
    readonly ioc: IocBridge;
  }
}

/** A take that this window is asked to mount unseen. */
export type Preparation = {
  readonly wallId: string;
  readonly takeId: string;
  readonly scene: Scene;
  /** Nobody has taken it yet: it stays until the next word. */
  readonly warm: boolean;
};

type Replica = {
  /** Snapshots taken so far: 0 until the first; each one means that the core knows nothing of this window's wishes. */
  readonly openings: number;
  readonly seq: number;
  readonly world: World;
  readonly link: LinkState;
  readonly notices: readonly Notice[];
  readonly window: WindowIdentity | null;
  readonly preparation: Preparation | null;
  /** When the core was lost (epoch ms), or null while it is there. */
  readonly coreLostAt: number | null;
};

const noLink: LinkState = {
  state: 'offline',
  since: 0,
  lastHeardAt: null,
  taken: 0,
  rejected: 0,
  waitingOrders: 0,
  device: '',
  wallLive: null,
};

const replica = createStore<Replica>()(() => ({
  openings: 0,
  seq: 0,
  world: emptyWorld,
  link: noLink,
  notices: [],
  window: null,
  preparation: null,
  coreLostAt: null,
}));

const readings = createKeyed<Reading>();
const cameras = createKeyed<CameraHealth>();

/** Reads the room's state. There is no setter: to change the world, ask the core with `window.ioc.call`. */
export function useWorld<Slice>(select: (world: World) => Slice): Slice {
  return useStore(replica, (state) => select(state.world));
}

/** Reads what this window knows of itself: link, notices, identity, preparation. */
export function useReplica<Slice>(select: (state: Replica) => Slice): Slice {
  return useStore(replica, select);
}

/** The latest reading of one key now, without listening. */
export function latestReading(key: string): Reading | undefined {
  return readings.get(key);
}

/** Calls `listener` after a reading of `key` arrived; returns the function that stops. */
export function onReading(key: string, listener: () => void): () => void {
  return readings.listenTo(key)(listener);
}

/** How a camera stands now, without listening. */
export function latestCameraHealth(cameraId: string): CameraHealth | undefined {
  return cameras.get(cameraId);
}

/** Calls `listener` when a camera's state changed; returns the function that stops. */
export function onCameraHealth(cameraId: string, listener: () => void): () => void {
  return cameras.listenTo(cameraId)(listener);
}

function toReading([key, value, asOf, arrivedAt, ageOnArrivalMs, provenance]: PortReading): Reading {
  return { key, value, asOf, arrivedAt, ageOnArrivalMs, provenance };
}

function takeReadings(items: readonly PortReading[]): void {
  readings.set(items.map((item) => [item[0], toReading(item)]));
}

/** A whole account replaces all that was known of cameras before. */
function takeHealths(items: readonly CameraHealth[], account: 'news' | 'whole'): void {
  const entries = items.map((item) => [item.cameraId, item] as const);
  if (account === 'whole') cameras.replace(entries);
  else cameras.set(entries);
}

function advance(event: Extract<PortEvent, { type: 'commits' }>): void {
  const { openings, seq, world } = replica.getState();
  const news = event.commits.filter((commit) => commit.seq > seq);
  const first = news[0];
  const last = news.at(-1);
  if (openings === 0 || first === undefined || last === undefined) return;
  if (first.seq !== seq + 1) {
    void window.ioc.call('world.reopen', {});
    return;
  }
  const next = news.reduce((before, commit) => applyChange(before, commit.change), world);
  replica.setState({ seq: last.seq, world: next });
}

function receive(event: PortEvent): void {
  switch (event.type) {
    case 'snapshot':
      takeReadings(event.readings);
      takeHealths(event.cameras, 'whole');
      replica.setState({
        openings: replica.getState().openings + 1,
        seq: event.seq,
        world: event.world,
        link: event.link,
        notices: event.notices,
        window: event.window,
        coreLostAt: null,
      });
      return;
    case 'commits':
      return advance(event);
    case 'readings':
      return takeReadings(event.readings);
    case 'cameras':
      return takeHealths(event.cameras, 'news');
    case 'link':
      return replica.setState({ link: event.link });
    case 'notices':
      return replica.setState({ notices: event.notices });
    case 'prepare':
      return replica.setState({ preparation: event.scene && { ...event, scene: event.scene } });
    case 'sketch':
      return tellSketch(event);
    case 'core-lost':
      // Nobody watches the cameras now: no list may claim that they are live.
      takeHealths([], 'whole');
      return replica.setState({ coreLostAt: event.at });
  }
}

/** The core is trusted; what it says needs no schema here. */
function receiveText(text: string): void {
  const event: PortEvent = JSON.parse(text);
  receive(event);
}

/** Starts following the core; called once by each window's entry. */
export function openReplica(): void {
  window.ioc.onEvents(receiveText);
}
