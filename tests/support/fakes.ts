// The core's ports, made of memory: time moves by hand, the disk can refuse, and everything said is kept.
import type { Onvif } from '../../main/cameras/ptzPorts.ts';
import type { KeptLanguage, PersonRecord, People, Pins } from '../../main/access/ports.ts';
import type { Use } from '../../domain/usage/model.ts';
import type { UsageBook } from '../../main/usage/service.ts';
import type { AuditBook } from '../../main/audit/service.ts';
import type { AuditEntry } from '../../domain/audit/model.ts';
import { noRecordings } from '../../main/cameras/noRecordings.ts';
import type { CamerasPorts } from '../../main/cameras/ports.ts';
import type {
  CameraBook,
  CameraSecrets,
  RegisteredCamera,
  RegistryStep,
} from '../../main/cameras/registryPorts.ts';
import type { DocumentStore } from '../../main/documents/ports.ts';
import type { Cache, Clock, Log, LogFields, Order, Saved, Tied } from '../../main/kernel/ports.ts';
import type { PortReading } from '../../domain/contract/port.ts';
import type { Cursor } from '../../domain/contract/wire.ts';
import { applyChange, emptyWorld, type Commit } from '../../domain/contract/world.ts';
import type { Language } from '../../domain/kernel/text.ts';
import { NOON } from './builders.ts';

/** Everything that is already on its way, such as the answers of promises, arrives. */
export function settle(): Promise<void> {
  return new Promise((settled) => setImmediate(settled));
}

export type FakeClock = Clock & {
  /** Moves time on, letting everything that waits happen in its order. */
  advance(ms: number): Promise<void>;
  /** Sets the clock as an administrator does: nothing that waits is moved. */
  jump(ms: number): void;
};

export function fakeClock(startAt = NOON): FakeClock {
  let now = startAt;
  let steady = 0;
  let waiting: { readonly at: number; readonly call: () => void }[] = [];

  return {
    now: () => now,
    after(ms, call) {
      const entry = { at: steady + ms, call };
      waiting.push(entry);
      return () => void (waiting = waiting.filter((other) => other !== entry));
    },
    async advance(ms) {
      const until = steady + ms;
      await settle();
      for (;;) {
        const [next] = waiting.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (!next) break;
        waiting = waiting.filter((entry) => entry !== next);
        now += next.at - steady;
        steady = next.at;
        next.call();
        await settle();
      }
      now += until - steady;
      steady = until;
    },
    jump: (ms) => void (now += ms),
  };
}

export type FakeLog = Log & {
  readonly lines: { readonly level: string; readonly event: string; readonly fields: LogFields }[];
};

export function fakeLog(): FakeLog {
  const lines: FakeLog['lines'] = [];
  const at =
    (level: string) =>
    (event: string, fields: LogFields = {}): void =>
      void lines.push({ level, event, fields });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}

/** Uses of memory, a row for each time that something was added. */
export function fakeUsage(): UsageBook {
  let rows: readonly (Use & { readonly day: number })[] = [];
  return {
    add: (uses) => void (rows = [...rows, ...uses]),
    read: (first, last) => rows.filter(({ day }) => day >= first && day <= last),
    firstDay: () => (rows.length === 0 ? null : Math.min(...rows.map(({ day }) => day))),
    drop: (before) => void (rows = rows.filter(({ day }) => day >= before)),
  };
}

/** An audit log of memory. */
export function fakeAudit(): AuditBook & { readonly entries: AuditEntry[] } {
  const entries: AuditEntry[] = [];
  const words: string[] = [];
  return {
    entries,
    append(entry, found) {
      entries.push({ ...entry, id: entries.length + 1 });
      words.push(found);
    },
    search: ({ words: wanted, from, to, beforeId = Infinity }, limit) =>
      entries
        .filter(
          ({ at, id, action, outcome, role }, index) =>
            at >= from &&
            at <= to &&
            id < beforeId &&
            wanted.every(
              ({ text, actions, outcomes, roles }) =>
                words[index]?.includes(text) ||
                actions.includes(action) ||
                outcomes.includes(outcome) ||
                (role !== null && roles.includes(role)),
            ),
        )
        .reverse()
        .slice(0, limit),
  };
}

export type FakeCache = Cache & {
  readonly commits: Commit[];
  readonly orders: Map<number, Order>;
  readonly cursors: Map<string, Cursor>;
  readonly readings: Map<string, PortReading>;
  /** True: every write throws, as a full disk does. */
  refuse: boolean;
  /** Told after every commit was kept. */
  onKept: (commits: readonly Commit[], tied: Tied) => void;
};

/** A cache of memory; `load` gives back what a restart would find. */
export function fakeCache(): FakeCache {
  let world: Pick<Saved, 'world' | 'seq'> = { world: emptyWorld, seq: 0 };
  let pictured = 0;
  let nextOrder = 1;
  let lastHeardAt: number | null = null;
  const commits: Commit[] = [];
  const orders = new Map<number, Order>();
  const cursors = new Map<string, Cursor>();
  const readings = new Map<string, PortReading>();

  const cache: FakeCache = {
    commits,
    orders,
    cursors,
    readings,
    refuse: false,
    onKept: () => undefined,
    load: () => ({
      ...world,
      pictured,
      cursors: [...cursors.values()],
      orders: [...orders.values()],
      nextOrder,
      readings: [...readings.values()],
      device: 'desk-1',
      lastHeardAt,
    }),
    append(news, tied) {
      guard();
      for (const { seq, change } of news) world = { world: applyChange(world.world, change), seq };
      commits.push(...news);
      if (tied.cursor) cursors.set(tied.cursor.topic, tied.cursor);
      if (tied.answered !== undefined) orders.delete(tied.answered);
      if (tied.order) {
        orders.set(tied.order.number, tied.order);
        nextOrder = tied.order.number + 1;
      }
      cache.onKept(news, tied);
    },
    saveWorld(state) {
      guard();
      world = { world: state.world, seq: state.seq };
      pictured = state.seq;
      for (const cursor of state.cursors) cursors.set(cursor.topic, cursor);
      orders.clear();
      for (const order of state.orders) orders.set(order.number, order);
    },
    saveReadings(batch) {
      guard();
      for (const reading of batch.latest) readings.set(reading[0], reading);
      for (const cursor of batch.cursors) cursors.set(cursor.topic, cursor);
      lastHeardAt = batch.lastHeardAt;
    },
    history: () => [],
    prune: () => undefined,
    close: () => undefined,
  };

  function guard(): void {
    if (cache.refuse) throw new Error('SQLITE_FULL');
  }
  return cache;
}

export function fakePeople(): People {
  const records = new Map<string, PersonRecord>();
  return {
    all: () => [...records.values()],
    put: (record) => void records.set(record.id, record),
    remove: (personId) => void records.delete(personId),
  };
}

export function fakeLanguage(): KeptLanguage {
  let language: Language = 'vi';
  return { read: () => language, keep: (chosen) => void (language = chosen) };
}

/** PINs in the clear: the real ones cost 60 ms each. */
export const fakePins: Pins = {
  hash: (pin) => Promise.resolve(`clear:${pin}`),
  matches: (pin, hash) => Promise.resolve(hash === `clear:${pin}`),
};

/** A room without cameras. */
export const noCameras: CamerasPorts = {
  gateway: {
    watch: {
      rtsp: () => () => undefined,
      mjpeg: () => () => undefined,
      snapshot: () => () => undefined,
      webrtc: () => () => undefined,
    },
    watchPlaylist: () => () => undefined,
    readRecording: () => Promise.resolve({ trouble: 'unreachable' }),
    close: () => undefined,
  },
  tilePorts: { open: () => Promise.reject(new Error('no shell')) },
  mediaTickets: { set: () => undefined },
  busy: () => 0,
  credentials: () => undefined,
  recordings: noRecordings,
};

/** A registry of memory. */
export function fakeCameraBook(): CameraBook {
  const cameras = new Map<string, RegisteredCamera>();
  const steps: RegistryStep[] = [];
  let check: ReturnType<CameraBook['lastCheck']>;
  const change = (put: readonly RegisteredCamera[], gone: readonly string[]): void => {
    for (const id of gone) cameras.delete(id);
    for (const each of put) cameras.set(each.camera.id, each);
  };
  return {
    all: () => [...cameras.values()],
    lastStep: () => steps.at(-1),
    change({ put, gone }, step) {
      change(put, gone);
      steps.push(step);
    },
    undo({ added, before }) {
      change(before, added);
      steps.pop();
    },
    forget: (most) => steps.splice(0, Math.max(0, steps.length - most)),
    lastCheck: () => check,
    keepCheck: (next) => void (check = next),
  };
}

/** An open vault of memory. */
export function fakeSecrets(): CameraSecrets & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    secret: (name) => kept.get(name),
    change(secrets) {
      for (const [name, secret] of Object.entries(secrets))
        if (secret === null) kept.delete(name);
        else kept.set(name, secret);
      return true;
    },
  };
}
/** A network without ONVIF. */
export const noOnvif: Onvif = {
  device: () => {
    throw new Error('no such camera');
  },
  account: () => Promise.resolve({ ok: false, reason: 'camera-silent' }),
  probe: () => Promise.resolve(),
};

/** Names in the order they are asked for. */
export function fakeIds(prefix = 'id'): () => string {
  let count = 0;
  return () => `${prefix}-${(count += 1)}`;
}

/** Documents of memory: named by how much was written, for nothing here looks at bytes. */
export function fakeDocuments(): DocumentStore & {
  readonly kept: Map<string, Uint8Array>;
  readonly dropped: () => number;
} {
  const kept = new Map<string, Uint8Array>();
  let dropped = 0;
  return {
    kept,
    dropped: () => dropped,
    create() {
      const parts: number[] = [];
      return Promise.resolve({
        write: (bytes) => Promise.resolve(void parts.push(...bytes)),
        keep() {
          const id = String(parts.length).padStart(64, '0');
          kept.set(id, Uint8Array.from(parts));
          return Promise.resolve(id);
        },
        drop: () => Promise.resolve(void (dropped += 1)),
      });
    },
    remove: (documentId) => Promise.resolve(void kept.delete(documentId)),
  };
}
