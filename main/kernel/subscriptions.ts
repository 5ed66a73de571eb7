import type { CameraHealth } from '../../domain/cameras/model.ts';
import type {
  LinkState,
  Notice,
  PortEvent,
  PortReading,
  WindowIdentity,
} from '../../domain/contract/port.ts';
import {
  hidesAny,
  openChange,
  openOnly,
  openWorld,
  redrawsSight,
  type Sight,
} from '../../domain/contract/sight.ts';
import type { Commit, World } from '../../domain/contract/world.ts';
import { own } from '../../domain/kernel/own.ts';
import { seenScene } from '../../domain/wall/holdRules.ts';
import { seenFrom } from '../../domain/wall/homecoming.ts';
import { readingKeysOn } from '../../domain/wall/keys.ts';
import type { Clock, Log, WindowPort, Windows } from './ports.ts';
import { createSeat, readingTexts, type Seat } from './seat.ts';
import { createWatchers } from './watchers.ts';

/** What a window must know at once, beside its readings. */
export type Whole = {
  readonly world: World;
  readonly seq: number;
  readonly link: LinkState;
  readonly notices: readonly Notice[];
  readonly cameras: readonly CameraHealth[];
};

export type Subscriptions = Windows & {
  /** Sends the whole picture at once; the same `windowId` again replaces the older port. */
  admit(window: WindowIdentity, port: WindowPort): void;
  /** A window that waited unseen is seen from now on; it is told who it is, with the whole picture. */
  seen(windowId: string): WindowIdentity | undefined;
  dismiss(windowId: string): void;
  /** From now on this window gets these readings and no others. */
  watch(windowId: string, keys: readonly string[]): void;
  reopen(windowId: string): void;
  /** Says something to one window; false when it is not there or hangs. */
  tell(windowId: string, event: PortEvent): boolean;
  tellAll(event: PortEvent): void;
  /** Those that are seen. */
  windows(): readonly WindowIdentity[];
  stats(): readonly ReturnType<Seat['stats']>[];
};

type Needs = {
  readonly whole: () => Whole;
  /** What whoever stands at this window may know. */
  readonly sightOf: (window: WindowIdentity) => Sight;
  readonly latest: (key: string) => PortReading | undefined;
  readonly onCall: (
    window: WindowIdentity,
    message: unknown,
    answer: (id: number, answer: unknown) => void,
  ) => void;
  readonly clock: Clock;
  readonly log: Log;
};

/** Which window wants what. What one window does not take never waits in another's way, and never grows. */
export function createSubscriptions({ whole, sightOf, latest, onCall, clock, log }: Needs): Subscriptions {
  const seats = new Map<string, Seat>();
  const watchers = createWatchers();
  /** Before the last commits there were cameras that only some may see. */
  let hid = false;
  const worldText = { all: createWorldText((world) => world), open: createWorldText(openWorld) };

  function snapshot({ window, watched }: Seat): string {
    const { world, seq, cameras, ...rest } = whole();
    const sight = sightOf(window);
    const seen = sight === 'all' ? cameras : openOnly(world, cameras);
    const about = JSON.stringify({ ...rest, cameras: seen, window }).slice(1);
    const readings = readingTexts(watched, latest).join(',');
    const text = worldText[sight](world);
    return `{"type":"snapshot","seq":${seq},"world":${text},"readings":[${readings}],${about}`;
  }

  function tellAll(event: PortEvent): void {
    const text = JSON.stringify(event);
    for (const seat of seats.values()) seat.post(text);
  }

  /** To everybody, and to those who may not see restricted cameras as `open` tells it. */
  function tellSeen(event: PortEvent, open: (seat: Seat) => string): void {
    const text = JSON.stringify(event);
    for (const seat of seats.values()) seat.post(sightOf(seat.window) === 'all' ? text : open(seat));
  }

  function tellOpen(event: PortEvent, seen: (world: World) => PortEvent): void {
    const { world } = whole();
    if (!hidesAny(world)) return tellAll(event);
    const text = JSON.stringify(seen(world));
    tellSeen(event, () => text);
  }

  function publish(commits: readonly Commit[]): void {
    const redrawn = commits.some(({ change }) => redrawsSight(change));
    const hides = hid || hidesAny(whole().world);
    hid = hidesAny(whole().world);
    if (redrawn && hides) return tellSeen({ type: 'commits', commits }, snapshot);
    tellOpen({ type: 'commits', commits }, (world) => ({
      type: 'commits',
      commits: commits.map((commit) => ({ ...commit, change: openChange(world, commit.change) })),
    }));
  }

  function leave(seat: Seat): void {
    watchers.leave(seat);
    seat.leave();
    if (seats.get(seat.window.windowId) === seat) seats.delete(seat.window.windowId);
  }

  function hear(seat: Seat, message: unknown): void {
    if (isTaken(message)) seat.taken();
    else onCall(seat.window, message, (id, answer) => seat.port.post({ type: 'answer', id, answer }));
  }

  /** What its tiles show is known before it asks: the first picture already has values. */
  function firstKeys({ wallId, displayIds }: WindowIdentity): readonly string[] {
    const { walls, lights } = whole().world;
    const wall = own(walls, wallId);
    if (!wall?.program) return [];
    const displays = wall.canvas.displays.filter(({ id }) => displayIds.includes(id));
    const scene = seenScene({ ...wall, canvas: seenFrom(wall.canvas, displayIds) }, wall.program.scene);
    return readingKeysOn(scene, displays, Object.keys(lights.byId));
  }

  function admit(window: WindowIdentity, port: WindowPort): void {
    const before = seats.get(window.windowId);
    const keys = before ? [...before.watched] : firstKeys(window);
    if (before) leave(before);
    before?.port.close();
    const seat = createSeat({ window, port, clock, log, latest, snapshot });
    seats.set(window.windowId, seat);
    watchers.watch(seat, keys);
    port.onMessage((message) => hear(seat, message));
    port.onClose(() => leave(seat));
    seat.post(snapshot(seat));
  }

  return {
    admit,
    seen(windowId) {
      const seat = seats.get(windowId);
      if (seat === undefined) return undefined;
      const { unseen: _, ...window } = seat.window;
      seat.window = window;
      seat.post(snapshot(seat));
      return window;
    },
    dismiss(windowId) {
      const seat = seats.get(windowId);
      if (!seat) return;
      leave(seat);
      seat.port.close();
    },
    watch(windowId, keys) {
      const seat = seats.get(windowId);
      if (!seat) return;
      const fresh = keys.filter((key) => !seat.watched.has(key));
      watchers.watch(seat, keys);
      seat.sendReadings(readingTexts(new Set(fresh), latest));
    },
    reopen(windowId) {
      const seat = seats.get(windowId);
      seat?.post(snapshot(seat));
    },
    tell: (windowId, event) => seats.get(windowId)?.post(JSON.stringify(event)) ?? false,
    tellAll,
    publish,
    cameras: (cameras) =>
      tellOpen({ type: 'cameras', cameras }, (world) => ({
        type: 'cameras',
        cameras: openOnly(world, cameras),
      })),
    reading: (key) => watchers.of(key)?.forEach((seat) => seat.put(key)),
    windows: () => [...seats.values()].flatMap(({ window }) => (window.unseen ? [] : [window])),
    stats: () => [...seats.values()].map((seat) => seat.stats()),
  };
}

function isTaken(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'taken';
}

/** The World's text is the same for all windows that open at one moment and may see the same. */
function createWorldText(seen: (world: World) => World): (world: World) => string {
  let last: { readonly world: World; readonly text: string } | undefined;
  return (world) => {
    if (last?.world !== world) last = { world, text: JSON.stringify(seen(world)) };
    return last.text;
  };
}
