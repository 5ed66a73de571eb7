import type { PortReading } from '../../domain/contract/port.ts';
import type { Cursor } from '../../domain/contract/wire.ts';
import type { Cache, Clock, Log } from './ports.ts';

/** What changed is written this often, ms. */
export const SAVE_MS = 1_000;
/** So many keys at once, and then a pause, ms: writing 2,000 keys in one go would hold every window up for 20 ms. */
export const SLICE_KEYS = 250;
export const SLICE_PAUSE_MS = 20;

type Needs = {
  readonly saved: readonly PortReading[];
  readonly cache: Pick<Cache, 'saveReadings'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Cursors that readings have moved. A commit that writes a newer one calls `saveAll` first. */
  readonly movedCursors: () => readonly Cursor[];
  readonly lastHeardAt: () => number | null;
  /** How often a new value of this key is due, ms: its history has no more points than that. */
  readonly cadenceMs: (key: string) => number;
};

/**
 * The latest reading of each key, in memory and, a second later, on disk. The stream's cursor on disk never runs ahead of
 * the readings on disk: after a kill the province sends again whatever is missing.
 */
export function createKeeper({ saved, cache, clock, log, movedCursors, lastHeardAt, cadenceMs }: Needs) {
  const latest = new Map(saved.map((reading) => [reading[0], reading]));
  const unsaved = new Set<string>();
  const pace = createHistoryPace(cadenceMs);
  let writing: { readonly keys: string[]; cursors: readonly Cursor[] } | undefined;
  let savedHeardAt = lastHeardAt();
  let stopped = false;
  let refusing = false;

  function write(keys: readonly string[], standing: readonly Cursor[]): void {
    const batch = keys.flatMap((key) => {
      const reading = latest.get(key);
      return reading ? [reading] : [];
    });
    const heardAt = lastHeardAt();
    const points = batch.filter(pace.begins);
    cache.saveReadings({ latest: batch, history: points, cursors: standing, lastHeardAt: heardAt });
    points.forEach(pace.begun);
    savedHeardAt = heardAt;
    refusing = false;
  }

  /** One slice; the cursors, as they stood when the pass began, go with the last. */
  function step(): void {
    if (!writing) return;
    const keys = writing.keys.splice(0, SLICE_KEYS);
    const isLast = writing.keys.length === 0;
    try {
      write(keys, isLast ? writing.cursors : []);
    } catch (error) {
      giveBack([...keys, ...writing.keys], error);
      return again();
    }
    if (!isLast) return void clock.after(SLICE_PAUSE_MS, step);
    again();
  }

  function giveBack(keys: readonly string[], error: unknown): void {
    for (const key of keys) unsaved.add(key);
    if (!refusing) log.warn('readings.unsaved', { reason: String(error) });
    refusing = true;
  }

  function again(): void {
    writing = undefined;
    if (!stopped) clock.after(SAVE_MS, pass);
  }

  function pass(): void {
    if (stopped || writing) return;
    if (unsaved.size === 0 && lastHeardAt() === savedHeardAt) return again();
    writing = { keys: [...unsaved], cursors: movedCursors() };
    unsaved.clear();
    step();
  }
  clock.after(SAVE_MS, pass);

  /** Everything at once: before a commit writes a cursor that covers these readings, and at the end. False: the disk refused. */
  function saveAll(): boolean {
    const keys = new Set([...(writing?.keys.splice(0) ?? []), ...unsaved]);
    unsaved.clear();
    // What a pass that is under way still holds is older now than what is written here.
    if (writing) writing.cursors = [];
    try {
      write([...keys], movedCursors());
      return true;
    } catch (error) {
      giveBack([...keys], error);
      return false;
    }
  }

  return {
    put(reading: PortReading): void {
      latest.set(reading[0], reading);
      unsaved.add(reading[0]);
    },
    latest: (key: string): PortReading | undefined => latest.get(key),
    saveAll,
    stop(): void {
      stopped = true;
      saveAll();
    },
  };
}

/** A tenth of slack: a value that comes a little early is still the next one. */
const SLACK = 0.9;

/** Decides which readings begin a new point of history: as often as the key's values are due, not as often as they come. */
function createHistoryPace(cadenceMs: (key: string) => number) {
  const lastAt = new Map<string, number>();
  return {
    begins([key, , , arrivedAt]: PortReading): boolean {
      const last = lastAt.get(key);
      return last === undefined || arrivedAt < last || arrivedAt - last >= cadenceMs(key) * SLACK;
    },
    /** It is on disk: what the disk refused begins its point at the next try. */
    begun([key, , , arrivedAt]: PortReading): void {
      lastAt.set(key, arrivedAt);
    },
  };
}
