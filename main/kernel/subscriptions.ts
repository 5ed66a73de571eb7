import type { CameraHealth } from '../../domain/cameras/model.ts';
import type {
  LinkState,
  Notice,
  PortEvent,
  PortReading,
  WindowIdentity,
} from '../../domain/contract/port.ts';
import type { World } from '../../domain/contract/world.ts';
import { own } from '../../domain/kernel/own.ts';
import { seenFrom } from '../../domain/wall/homecoming.ts';
import { readingKeysOn } from '../../domain/wall/keys.ts';
import { rehomed } from '../../domain/wall/rehome.ts';
import type { Log, WindowPort, Windows } from './ports.ts';
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
  dismiss(windowId: string): void;
  /** From now on this window gets these readings and no others. */
  watch(windowId: string, keys: readonly string[]): void;
  reopen(windowId: string): void;
  /** Says something to one window; false when it is not there or hangs. */
  tell(windowId: string, event: PortEvent): boolean;
  tellAll(event: PortEvent): void;
  windows(): readonly WindowIdentity[];
  stats(): readonly ReturnType<Seat['stats']>[];
};

type Needs = {
  readonly whole: () => Whole;
  readonly latest: (key: string) => PortReading | undefined;
  readonly onCall: (
    window: WindowIdentity,
    message: unknown,
    answer: (id: number, answer: unknown) => void,
  ) => void;
  readonly log: Log;
};

/** Which window wants what. What one window does not take never waits in another's way, and never grows. */
export function createSubscriptions({ whole, latest, onCall, log }: Needs): Subscriptions {
  const seats = new Map<string, Seat>();
  const watchers = createWatchers();
  const worldText = createWorldText();

  function snapshot({ window, watched }: Seat): string {
    const { world, seq, ...rest } = whole();
    const about = JSON.stringify({ ...rest, window }).slice(1);
    const readings = readingTexts(watched, latest).join(',');
    return `{"type":"snapshot","seq":${seq},"world":${worldText(world)},"readings":[${readings}],${about}`;
  }

  function tellAll(event: PortEvent): void {
    const text = JSON.stringify(event);
    for (const seat of seats.values()) seat.post(text);
  }

  function leave(seat: Seat): void {
    watchers.leave(seat);
    if (seats.get(seat.window.windowId) === seat) seats.delete(seat.window.windowId);
  }

  function hear(seat: Seat, message: unknown): void {
    if (isTaken(message)) seat.taken();
    else onCall(seat.window, message, (id, answer) => seat.port.post({ type: 'answer', id, answer }));
  }

  /** What its tiles show is known before it asks: the first picture already has values. */
  function firstKeys({ wallId, displayIds }: WindowIdentity): readonly string[] {
    const wall = own(whole().world.walls, wallId);
    if (!wall?.program) return [];
    const displays = wall.canvas.displays.filter(({ id }) => displayIds.includes(id));
    return readingKeysOn(rehomed(seenFrom(wall.canvas, displayIds), wall.program.scene), displays);
  }

  function admit(window: WindowIdentity, port: WindowPort): void {
    const before = seats.get(window.windowId);
    const keys = before ? [...before.watched] : firstKeys(window);
    if (before) leave(before);
    before?.port.close();
    const seat = createSeat({ window, port, log, latest, snapshot });
    seats.set(window.windowId, seat);
    watchers.watch(seat, keys);
    port.onMessage((message) => hear(seat, message));
    port.onClose(() => leave(seat));
    seat.post(snapshot(seat));
  }

  return {
    admit,
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
    publish: (commits) => tellAll({ type: 'commits', commits }),
    cameras: (cameras) => tellAll({ type: 'cameras', cameras }),
    readings(readings) {
      const touched = new Set<Seat>();
      for (const [key, reading] of readings) {
        const watching = watchers.of(key);
        if (!watching) continue;
        const text = JSON.stringify(reading);
        for (const seat of watching) {
          seat.put(key, text);
          touched.add(seat);
        }
      }
      for (const seat of touched) seat.flush();
    },
    windows: () => [...seats.values()].map((seat) => seat.window),
    stats: () => [...seats.values()].map((seat) => seat.stats()),
  };
}

function isTaken(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'taken';
}

/** The World's text is the same for all windows that open at one moment. */
function createWorldText(): (world: World) => string {
  let last: { readonly world: World; readonly text: string } | undefined;
  return (world) => {
    if (last?.world !== world) last = { world, text: JSON.stringify(world) };
    return last.text;
  };
}
