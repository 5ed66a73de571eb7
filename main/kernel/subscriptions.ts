import type { LinkState, Notice, PortEvent, PortReading, WindowIdentity } from '../../domain/contract/port.ts';
import type { CameraHealth } from '../../domain/cameras/model.ts';
import type { World } from '../../domain/contract/world.ts';
import { readingKeysOn } from '../../domain/wall/keys.ts';
import type { Log, WindowPort, Windows } from './ports.ts';

/** A window that owes this many words of taking hangs: half a second of ticks. */
export const HOLD_AT = 32;
/** It is back when it owes no more than this. */
export const RELEASE_AT = 8;

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
  stats(): readonly { readonly windowId: string; readonly untaken: number; readonly held: boolean }[];
};

type Seat = {
  readonly window: WindowIdentity;
  readonly port: WindowPort;
  watched: ReadonlySet<string>;
  /** Events sent whose taking the preload has not confirmed. */
  untaken: number;
  held: boolean;
  /** While held: the readings that changed, and whether anything else did. */
  readonly missedKeys: Set<string>;
  missedMore: boolean;
  /** Texts of this tick. */
  batch: string[];
};

type Needs = {
  readonly whole: () => Whole;
  readonly latest: (key: string) => PortReading | undefined;
  readonly onCall: (window: WindowIdentity, message: unknown, answer: (id: number, answer: unknown) => void) => void;
  readonly log: Log;
};

/** Which window wants what. What one window does not take never waits in another's way, and never grows. */
export function createSubscriptions({ whole, latest, onCall, log }: Needs): Subscriptions {
  const seats = new Map<string, Seat>();
  const watchers = new Map<string, Set<Seat>>();
  const worldText = createWorldText();

  function post(seat: Seat, text: string): boolean {
    if (seat.held) {
      seat.missedMore = true;
      return false;
    }
    seat.port.post(text);
    seat.untaken += 1;
    if (seat.untaken >= HOLD_AT) hold(seat);
    return true;
  }

  function tellAll(event: PortEvent): void {
    const text = JSON.stringify(event);
    for (const seat of seats.values()) post(seat, text);
  }

  function hold(seat: Seat): void {
    seat.held = true;
    log.warn('windows.held', { windowId: seat.window.windowId });
  }

  function readingsOf(keys: Iterable<string>): string[] {
    return [...keys].flatMap((key) => {
      const reading = latest(key);
      return reading ? [JSON.stringify(reading)] : [];
    });
  }

  function sendSnapshot(seat: Seat): void {
    const { world, seq, ...rest } = whole();
    const about = JSON.stringify({ ...rest, window: seat.window }).slice(1);
    const readings = readingsOf(seat.watched).join(',');
    post(seat, `{"type":"snapshot","seq":${seq},"world":${worldText(world)},"readings":[${readings}],${about}`);
  }

  function release(seat: Seat): void {
    const { missedMore, missedKeys } = seat;
    seat.held = false;
    seat.missedMore = false;
    log.info('windows.released', { windowId: seat.window.windowId });
    if (missedMore) sendSnapshot(seat);
    else sendReadings(seat, readingsOf(missedKeys));
    missedKeys.clear();
  }

  function sendReadings(seat: Seat, texts: readonly string[]): void {
    if (texts.length > 0) post(seat, `{"type":"readings","readings":[${texts.join(',')}]}`);
  }

  function unwatch(seat: Seat): void {
    for (const key of seat.watched) {
      const set = watchers.get(key);
      set?.delete(seat);
      if (set?.size === 0) watchers.delete(key);
    }
  }

  function setWatch(seat: Seat, keys: readonly string[]): void {
    unwatch(seat);
    seat.watched = new Set(keys);
    for (const key of seat.watched) {
      const set = watchers.get(key);
      if (set) set.add(seat);
      else watchers.set(key, new Set([seat]));
    }
  }

  function leave(seat: Seat): void {
    unwatch(seat);
    if (seats.get(seat.window.windowId) === seat) seats.delete(seat.window.windowId);
  }

  function hear(seat: Seat, message: unknown): void {
    if (isTaken(message)) {
      seat.untaken = Math.max(0, seat.untaken - 1);
      if (seat.held && seat.untaken <= RELEASE_AT) release(seat);
      return;
    }
    onCall(seat.window, message, (id, answer) => seat.port.post({ type: 'answer', id, answer }));
  }

  /** What its tiles show is known before it asks: the first picture already has values. */
  function firstKeys({ wallId, displayIds }: WindowIdentity): readonly string[] {
    const wall = whole().world.walls[wallId];
    if (!wall?.program) return [];
    const displays = wall.canvas.displays.filter(({ id }) => displayIds.includes(id));
    return readingKeysOn(wall.program.scene, displays);
  }

  return {
    admit(window, port) {
      const before = seats.get(window.windowId);
      if (before) leave(before);
      const seat: Seat = {
        window,
        port,
        watched: new Set(),
        untaken: 0,
        held: false,
        missedKeys: new Set(),
        missedMore: false,
        batch: [],
      };
      seats.set(window.windowId, seat);
      setWatch(seat, before ? [...before.watched] : firstKeys(window));
      before?.port.close();
      port.onMessage((message) => hear(seat, message));
      port.onClose(() => leave(seat));
      sendSnapshot(seat);
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
      setWatch(seat, keys);
      sendReadings(seat, readingsOf(new Set(fresh)));
    },
    reopen(windowId) {
      const seat = seats.get(windowId);
      if (seat) sendSnapshot(seat);
    },
    tell(windowId, event) {
      const seat = seats.get(windowId);
      return seat !== undefined && post(seat, JSON.stringify(event));
    },
    tellAll,
    publish: (commits) => tellAll({ type: 'commits', commits }),
    cameras: (cameras) => tellAll({ type: 'cameras', cameras }),
    readings(readings) {
      const touched = new Set<Seat>();
      for (const [key, reading] of readings) {
        const set = watchers.get(key);
        if (!set) continue;
        const text = JSON.stringify(reading);
        for (const seat of set) {
          if (seat.held) {
            seat.missedKeys.add(key);
            continue;
          }
          touched.add(seat);
          seat.batch.push(text);
        }
      }
      for (const seat of touched) {
        const { batch } = seat;
        seat.batch = [];
        sendReadings(seat, batch);
      }
    },
    windows: () => [...seats.values()].map((seat) => seat.window),
    stats: () =>
      [...seats.values()].map(({ window: { windowId }, untaken, held }) => ({ windowId, untaken, held })),
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
