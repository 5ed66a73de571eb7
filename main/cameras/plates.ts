import { type Person } from '../../domain/access/model.ts';
import { maySeeCamera } from '../../domain/access/rights.ts';
import { type EventCalls, type PlateRow, type WatchEntry } from '../../domain/cameras/eventCalls.ts';
import { MOST_WATCHED, PLATE_PAGE, WATCH_MOST_MS } from '../../domain/cameras/eventCalls.ts';
import {
  EntryInput,
  EventInput,
  FindInput,
  SearchInput,
  WatchInput,
} from '../../domain/cameras/eventInputs.ts';
import {
  keptUntil,
  shownEvent,
  type CameraEvent,
  type CameraEventKind,
  type KeptDays,
  type WatchHit,
} from '../../domain/cameras/events.ts';
import { plateKey, wholePlate } from '../../domain/cameras/plates.ts';
import { type CameraSighting } from '../../domain/cameras/sightings.ts';
import { accept, refuse } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import { NothingInput } from '../../domain/kernel/schema.ts';
import { DAY_MS } from '../../domain/kernel/time.ts';
import { type Handlers } from '../kernel/handlers.ts';
import { type Hub } from '../kernel/hub.ts';
import { type Clock, type Log } from '../kernel/ports.ts';
import { type Heard } from './events.ts';
import { type PlateBook } from './platePorts.ts';

/** What is too old goes at the start and then this often, ms. */
const PURGE_MS = 3_600_000;

type Needs = {
  readonly hub: Pick<Hub, 'world' | 'commit'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
  /** None while the vault is closed. */
  readonly book: PlateBook | undefined;
  /** Events are kept so long, days. */
  readonly days: KeptDays;
  /** Written down: how much was forgotten because it was too old. */
  readonly onPurged: (counts: Readonly<Record<'plates' | 'events' | 'watched', number>>) => void;
};

/** Plates that cameras read: kept sealed, compared with those that are looked for, shown whole only where each look is written down. */
export function createPlatesService({ hub, clock, log, newId, book, days, onPurged }: Needs) {
  const watched = new Map<string, WatchEntry>();
  let callOff = (): void => undefined;

  function hitOf(sighting: CameraSighting): WatchHit | undefined {
    if (sighting.kind !== 'plate') return undefined;
    const entry = watched.get(plateKey(sighting.plate));
    return entry && entry.until > clock.now() ? { entryId: entry.id, reason: entry.reason } : undefined;
  }

  /** A disk that refuses costs the log of plates, never the event on the wall. */
  function attempt<Value>(what: string, work: () => Value): Value | undefined {
    try {
      return work();
    } catch (error) {
      log.error('plates.unkept', { what, reason: String(error) });
      return undefined;
    }
  }

  /** Of a camera that is gone nobody knows any more whether it was restricted. */
  function maySee(person: Person | null, cameraId: string): boolean {
    return maySeeCamera(person, own(hub.world().cameras.byId, cameraId) ?? { restricted: true });
  }

  /** A page of reads from cameras that this person may see. */
  function seenBy(
    from: PlateBook,
    person: Person | null,
    query: Parameters<PlateBook['search']>[0],
  ): readonly PlateRow[] {
    let rows: readonly PlateRow[] = [];
    let before = query.before;
    for (;;) {
      const found = from.search({ ...query, ...(before !== undefined && { before }) }, PLATE_PAGE);
      rows = [...rows, ...found.filter(({ event: { cameraId } }) => maySee(person, cameraId))];
      before = found.at(-1)?.number;
      if (found.length < PLATE_PAGE || rows.length >= PLATE_PAGE) return rows.slice(0, PLATE_PAGE);
    }
  }

  function forgetWatched(now: number): number {
    const over = [...watched].filter(([, { until }]) => until <= now);
    for (const [key, { id }] of over) {
      book?.unwatch(id);
      watched.delete(key);
    }
    return over.length;
  }

  function purge(): void {
    callOff = clock.after(PURGE_MS, purge);
    const now = clock.now();
    const since = (kind: CameraEventKind): number => now - days[kind] * DAY_MS;
    const before = { plate: since('plate'), jam: since('jam'), crowd: since('crowd'), smoke: since('smoke') };
    const old = Object.values(hub.world().cameraEvents.byId).filter((event) => keptUntil(event, days) < now);
    if (old.length > 0) hub.commit({ type: 'cameras.eventsPurged', before });
    const plates = attempt('purge', () => book?.purge(before.plate)) ?? 0;
    const over = attempt('unwatch', () => forgetWatched(now)) ?? 0;
    if (old.length + plates + over === 0) return;
    const counts = { plates, events: old.length, watched: over };
    log.info('cameras.purged', counts);
    onPurged(counts);
  }

  for (const entry of attempt('load', () => book?.watched()) ?? []) watched.set(plateKey(entry.plate), entry);

  const common = { allowed: ['console'] } as const;
  const calls: Handlers<keyof EventCalls> = {
    'cameras.searchPlates': {
      ...common,
      quiet: true,
      parse: (raw) => SearchInput.parse(raw),
      run: ({ text, ...page }, { person }) =>
        book
          ? accept(seenBy(book, person, { ...page, masked: text.trim().toUpperCase() }))
          : refuse('plates-closed'),
    },
    'cameras.findPlate': {
      ...common,
      parse: (raw) => FindInput.parse(raw),
      run: ({ plate, ...page }, { person }) =>
        book ? accept(seenBy(book, person, { ...page, key: plateKey(plate) })) : refuse('plates-closed'),
    },
    'cameras.showPlate': {
      ...common,
      parse: (raw) => EventInput.parse(raw),
      run({ eventId }, { person }) {
        if (!book) return refuse('plates-closed');
        const read = book.readOf(eventId);
        if (read === undefined || !maySee(person, read.event.cameraId)) return refuse('plate-unknown');
        return accept({ plate: wholePlate(read.plate) });
      },
    },
    'cameras.watchList': {
      ...common,
      parse: (raw) => NothingInput.parse(raw),
      run: () => (book ? accept([...watched.values()]) : refuse('plates-closed')),
    },
    'cameras.watchPlate': {
      ...common,
      parse: (raw) => WatchInput.parse(raw),
      run({ plate, reason, until }, { person }) {
        const now = clock.now();
        if (!book) return refuse('plates-closed');
        if (until <= now || until > now + WATCH_MOST_MS) return refuse('watch-over');
        const key = plateKey(plate);
        const before = watched.get(key);
        if (!before && watched.size >= MOST_WATCHED) return refuse('too-many-watched');
        const by = person?.name ?? '';
        const id = before?.id ?? newId();
        const entry: WatchEntry = { id, plate: wholePlate(plate), reason, by, addedAt: now, until };
        book.watch(entry);
        watched.set(key, entry);
        return accept(null);
      },
    },
    'cameras.unwatchPlate': {
      ...common,
      parse: (raw) => EntryInput.parse(raw),
      run({ entryId }) {
        if (!book) return refuse('plates-closed');
        const found = [...watched].find(([, { id }]) => id === entryId);
        if (!found) return refuse('plate-unknown');
        book.unwatch(entryId);
        watched.delete(found[0]);
        return accept(null);
      },
    },
  };

  return {
    calls,
    /** Keeps what was read, and gives each event as windows may know it: with why a plate is looked for. */
    keep(heard: readonly Heard[]): readonly CameraEvent[] {
      const events = heard.map(({ sighting, ...known }) => ({
        sighting,
        event: shownEvent(sighting, { ...known, watch: hitOf(sighting) }),
      }));
      const reads = events.flatMap(({ sighting, event }) =>
        sighting.kind === 'plate' ? [{ event, plate: sighting.plate }] : [],
      );
      if (reads.length > 0) attempt('keep', () => book?.keep(reads));
      return events.map(({ event }) => event);
    },
    /** Once the room's content stands. */
    begin: purge,
    stop: (): void => callOff(),
  };
}
