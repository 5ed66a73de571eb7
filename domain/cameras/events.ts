import { own } from '../kernel/own.ts';
import { DAY_MS } from '../kernel/time.ts';
import { maskedPlate } from './plates.ts';
import type { CameraSighting } from './sightings.ts';

/** What a camera's own analysis tells: đọc biển số, ùn tắc, tụ tập đông người, khói. */
export type CameraEventKind = 'plate' | 'jam' | 'crowd' | 'smoke';

/** Why a plate that was read is looked for. The watched plate itself is not here. */
export type WatchHit = { readonly entryId: string; readonly reason: string };

/** What every window knows of an event: a plate only masked (`20A-•••.45`), and whether it is looked for. */
export type CameraEvent = {
  readonly id: string;
  readonly cameraId: string;
  readonly unit: string;
  readonly kind: CameraEventKind;
  /** When it began and ended, by the reader's clock. */
  readonly at: number;
  readonly until?: number;
  /** Since when this room knows of it as it stands, by its own clock; absent in what an older product kept. */
  readonly knownAt?: number;
  /** Its camera was one that only some may see when it told this, or when it went: what counts once nobody knows it. */
  readonly restricted?: true;
  readonly confidence: number;
  readonly provenance: 'live' | 'sample';
  readonly plate?: string;
  readonly watch?: WatchHit;
};

/** An event as it may leave the core. */
export function shownEvent(
  sighting: CameraSighting,
  {
    knownAt,
    restricted = false,
    watch,
  }: {
    readonly knownAt: number;
    readonly restricted?: boolean;
    readonly watch?: WatchHit | undefined;
  },
): CameraEvent {
  const { id, cameraId, unit, at, confidence, provenance } = sighting;
  const common = {
    ...{ id, cameraId, unit, at, knownAt, confidence, provenance },
    ...(restricted && { restricted }),
  };
  if (sighting.kind === 'plate')
    return { ...common, kind: 'plate', plate: maskedPlate(sighting.plate), ...(watch && { watch }) };
  return {
    ...common,
    kind: sighting.kind,
    ...(sighting.until !== undefined && { until: sighting.until }),
  };
}

/** True where an event tells of a camera that only some may see; `camera`: as it is known now, if it is. */
export function isRestrictedEvent(
  { restricted }: Pick<CameraEvent, 'restricted'>,
  camera: { readonly restricted: boolean } | undefined,
): boolean {
  return camera?.restricted ?? restricted === true;
}

/** Since when this room knows of an event: the one time of it that is sure, as no reader's clock is. */
export function knownSince({ at, knownAt }: Pick<CameraEvent, 'at' | 'knownAt'>): number {
  return knownAt ?? at;
}

/** A reader whose time is further than this from the room's, ms, is slow to tell or has a clock that is wrong. */
const MOST_SKEW_MS = 2 * 60_000;

/** True where the reader's time alone would mislead: then the room's is said with it. */
export function isSkewed(event: CameraEvent): boolean {
  return Math.abs(knownSince(event) - event.at) > MOST_SKEW_MS;
}

/** A reader that is less sure than this calls nobody. */
export const LEAST_CONFIDENCE = 0.6;

/** An event that nobody ends or renews is over after this long, ms: a reader may have died in the middle of it. */
export const ACTIVE_FOR_MS: Readonly<Record<CameraEventKind, number>> = {
  plate: 5 * 60_000,
  jam: 30 * 60_000,
  crowd: 30 * 60_000,
  smoke: 30 * 60_000,
};

/** True while somebody should look: not ended, not too old, sure enough; a plate only when it is looked for. */
export function isActive(event: CameraEvent, now: number): boolean {
  if (event.confidence < LEAST_CONFIDENCE) return false;
  if (event.kind === 'plate' && event.watch === undefined) return false;
  // A reader tells the end when it is over: by a clock that is ahead it still lies before us.
  if (event.until !== undefined) return false;
  return now - knownSince(event) < ACTIVE_FOR_MS[event.kind];
}

/** How sure a reader is, in words: by the same limits everywhere. */
export function certainty(confidence: number): 'high' | 'fair' | 'low' {
  if (confidence >= 0.85) return 'high';
  return confidence >= LEAST_CONFIDENCE ? 'fair' : 'low';
}

function byNews(a: CameraEvent, b: CameraEvent): number {
  return knownSince(b) - knownSince(a) || (a.id < b.id ? -1 : 1);
}

/** What a wall tells of: cards, and plates only where they are looked for; newest first. */
export function wallEvents(state: CameraEventsState): readonly CameraEvent[] {
  return Object.values(state.byId)
    .filter(({ kind, watch }) => kind !== 'plate' || watch !== undefined)
    .sort(byNews);
}

const pressing: Readonly<Record<CameraEventKind, number>> = { smoke: 0, plate: 1, crowd: 2, jam: 3 };

/** The most pressing first: smoke, a plate that is looked for, a crowd, a jam; of one kind the newest. */
export function byPressure(a: CameraEvent, b: CameraEvent): number {
  return pressing[a.kind] - pressing[b.kind] || byNews(a, b);
}

/** The events that somebody should look at now, the most pressing first. */
export function activeEvents(state: CameraEventsState, now: number): readonly CameraEvent[] {
  return Object.values(state.byId)
    .filter((event) => isActive(event, now))
    .sort(byPressure);
}

/** Cameras that somebody should look at now, each once, the most pressing first. */
export function activeCameras(state: CameraEventsState, now: number): readonly string[] {
  return [...new Set(activeEvents(state, now).map(({ cameraId }) => cameraId))];
}

/**
 * So many plate reads that nobody looks for, so many that somebody does, and so many other events stay in the World;
 * all reads lie in the plate log.
 */
export const MOST_PLATES = 200;
export const MOST_HITS = 200;
export const MOST_CARDS = 300;

/** So many days events of each kind are kept. */
export type KeptDays = Readonly<Record<CameraEventKind, number>>;

/** When an event is forgotten: counted from when this room knew of it, so that no reader's clock shortens or stretches it. */
export function keptUntil(event: Pick<CameraEvent, 'at' | 'knownAt' | 'kind'>, days: KeptDays): number {
  return knownSince(event) + days[event.kind] * DAY_MS;
}

/** The moment at which a picture of an event was taken, by the clock that recordings go by. */
export function pictureMoment(event: CameraEvent): number {
  return isSkewed(event) ? knownSince(event) : event.at;
}

/** The events that the room holds, by id. */
export type CameraEventsState = {
  readonly byId: Readonly<Record<string, CameraEvent>>;
  /** Absent in what an older product kept. */
  readonly days?: KeptDays;
};

export const emptyCameraEvents: CameraEventsState = { byId: {} };

export type CameraEventsChange =
  | { readonly type: 'cameras.eventNoted'; readonly event: CameraEvent }
  /** The topic starts over: these are all. */
  | { readonly type: 'cameras.eventsReset'; readonly events: readonly CameraEvent[] }
  /** The site keeps them so long. */
  | { readonly type: 'cameras.retentionSet'; readonly days: KeptDays }
  /** Events of a kind that the room knew before this instant are kept no longer. */
  | {
      readonly type: 'cameras.eventsPurged';
      readonly before: Readonly<Record<CameraEventKind, number>>;
    };

function newest(events: readonly CameraEvent[], most: number): readonly CameraEvent[] {
  if (events.length <= most) return events;
  return [...events].sort(byNews).slice(0, most);
}

function bounded(state: CameraEventsState, events: readonly CameraEvent[]): CameraEventsState {
  const plates = events.filter(({ kind, watch }) => kind === 'plate' && watch === undefined);
  const hits = events.filter(({ kind, watch }) => kind === 'plate' && watch !== undefined);
  const cards = events.filter(({ kind }) => kind !== 'plate');
  const kept = [...newest(plates, MOST_PLATES), ...newest(hits, MOST_HITS), ...newest(cards, MOST_CARDS)];
  return { ...state, byId: Object.fromEntries(kept.map((event) => [event.id, event])) };
}

type Known = Readonly<Record<string, { readonly restricted: boolean }>>;

/** Cameras that went take their secret along: what one told that only some might see stays with those. */
export function eventsAfterCameras(state: CameraEventsState, before: Known, after: Known): CameraEventsState {
  const gone = ({ cameraId }: CameraEvent): boolean =>
    own(before, cameraId)?.restricted === true && own(after, cameraId) === undefined;
  const events = Object.values(state.byId);
  if (!events.some(gone)) return state;
  const marked = events.map((event) => [event.id, gone(event) ? { ...event, restricted: true } : event]);
  return { ...state, byId: Object.fromEntries(marked) };
}

/** How the room's events change; every replica forgets the same ones. */
export function applyCameraEventsChange(
  state: CameraEventsState,
  change: CameraEventsChange,
): CameraEventsState {
  switch (change.type) {
    case 'cameras.eventNoted':
      return bounded(state, Object.values({ ...state.byId, [change.event.id]: change.event }));
    case 'cameras.eventsReset':
      return bounded(state, change.events);
    case 'cameras.retentionSet':
      return { ...state, days: change.days };
    case 'cameras.eventsPurged':
      return bounded(
        state,
        Object.values(state.byId).filter((event) => knownSince(event) >= change.before[event.kind]),
      );
  }
}
