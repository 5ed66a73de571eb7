import type { PortReading } from '../../domain/contract/port.ts';
import { supersedes } from '../../domain/indicators/rules.ts';
import type { Cursor } from '../../domain/contract/wire.ts';
import type { Cache, Clock, Log } from './ports.ts';

/** What changed is written this often, ms. */
export const SAVE_MS = 1_000;
/** So many keys at once, and then a pause, ms: writing 2,000 keys in one go would hold every window up for 20 ms. */
export const SLICE_KEYS = 250;
export const SLICE_PAUSE_MS = 20;
/** Of values that came too late to be shown, so many wait for the disk at most: a backlog may be long. */
const MOST_LATE = 5_000;

/** What is written at once: the latest of these keys, values that came late, and how far the streams have come. */
type Batch = { readonly keys: string[]; readonly late: PortReading[]; cursors: readonly Cursor[] };

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

function timesOf([, , asOf, , , provenance]: PortReading) {
  return { asOf, provenance };
}

/**
 * The latest reading of each key, in memory and, a second later, on disk; one of an earlier time goes into the past alone.
 * The stream's cursor on disk never runs ahead of the readings on disk: after a kill the province sends again whatever is
 * missing.
 */
export function createKeeper({ saved, cache, clock, log, movedCursors, lastHeardAt, cadenceMs }: Needs) {
  const latest = new Map(saved.map((reading) => [reading[0], reading]));
  const unsaved = new Set<string>();
  const pace = createHistoryPace(cadenceMs, ([, , , arrivedAt]) => arrivedAt);
  /** What comes late comes at once: its points lie as far apart as the values were true. */
  const latePace = createHistoryPace(cadenceMs, ([, , asOf]) => asOf);
  let late: PortReading[] = [];
  let writing: Batch | undefined;
  let savedHeardAt = lastHeardAt();
  let stopped = false;
  let refusing = false;

  function write({ keys, late: overdue, cursors }: Batch): void {
    const batch = keys.flatMap((key) => {
      const reading = latest.get(key);
      return reading ? [reading] : [];
    });
    const heardAt = lastHeardAt();
    const points = batch.filter(pace.begins);
    cache.saveReadings({ latest: batch, history: [...points, ...overdue], cursors, lastHeardAt: heardAt });
    points.forEach(pace.begun);
    savedHeardAt = heardAt;
    refusing = false;
  }

  /** One slice; the cursors, as they stood when the pass began, go with the last. */
  function step(): void {
    if (!writing) return;
    const keys = writing.keys.splice(0, SLICE_KEYS);
    const overdue = writing.late.splice(0, SLICE_KEYS);
    const isLast = writing.keys.length + writing.late.length === 0;
    try {
      write({ keys, late: overdue, cursors: isLast ? writing.cursors : [] });
    } catch (error) {
      giveBack({ keys: [...keys, ...writing.keys], late: [...overdue, ...writing.late] }, error);
      return again();
    }
    if (!isLast) return void clock.after(SLICE_PAUSE_MS, step);
    again();
  }

  function giveBack(batch: Pick<Batch, 'keys' | 'late'>, error: unknown): void {
    for (const key of batch.keys) unsaved.add(key);
    late = [...batch.late, ...late].slice(0, MOST_LATE);
    if (!refusing) log.warn('readings.unsaved', { reason: String(error) });
    refusing = true;
  }

  function again(): void {
    writing = undefined;
    if (!stopped) clock.after(SAVE_MS, pass);
  }

  function pass(): void {
    if (stopped || writing) return;
    if (unsaved.size + late.length === 0 && lastHeardAt() === savedHeardAt) return again();
    writing = { keys: [...unsaved], late, cursors: movedCursors() };
    unsaved.clear();
    late = [];
    step();
  }
  clock.after(SAVE_MS, pass);

  /** Everything at once: before a commit writes a cursor that covers these readings, and at the end. False: the disk refused. */
  function saveAll(): boolean {
    const keys = [...new Set([...(writing?.keys.splice(0) ?? []), ...unsaved])];
    const overdue = [...(writing?.late.splice(0) ?? []), ...late];
    unsaved.clear();
    late = [];
    // What a pass that is under way still holds is older now than what is written here.
    if (writing) writing.cursors = [];
    try {
      write({ keys, late: overdue, cursors: movedCursors() });
      return true;
    } catch (error) {
      giveBack({ keys, late: overdue }, error);
      return false;
    }
  }

  function keepLate(reading: PortReading): void {
    if (late.length >= MOST_LATE || !latePace.begins(reading)) return;
    latePace.begun(reading);
    late.push(reading);
  }

  return {
    /** Whether it is the latest now. `sentAt`: by the clock that its as-of time is bounded by, epoch ms. */
    put(reading: PortReading, sentAt: number): boolean {
      const [key] = reading;
      const standing = latest.get(key);
      if (!supersedes(timesOf(reading), standing && timesOf(standing), sentAt)) {
        keepLate(reading);
        return false;
      }
      latest.set(key, reading);
      unsaved.add(key);
      return true;
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
function createHistoryPace(cadenceMs: (key: string) => number, timeOf: (reading: PortReading) => number) {
  const lastAt = new Map<string, number>();
  return {
    begins(reading: PortReading): boolean {
      const last = lastAt.get(reading[0]);
      const at = timeOf(reading);
      return last === undefined || at < last || at - last >= cadenceMs(reading[0]) * SLACK;
    },
    /** It is on disk: what the disk refused begins its point at the next try. */
    begun(reading: PortReading): void {
      lastAt.set(reading[0], timeOf(reading));
    },
  };
}
