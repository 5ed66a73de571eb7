import type { Person, PersonRole } from '../access/model.ts';
import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import { own } from '../kernel/own.ts';

/** How fast a camera turns and zooms: each from -1 to 1, right, up and closer being positive; 0 stands. */
export type Velocity = { readonly pan: number; readonly tilt: number; readonly zoom: number };

export const STANDING: Velocity = { pan: 0, tilt: 0, zoom: 0 };

export function isStanding({ pan, tilt, zoom }: Velocity): boolean {
  return pan === 0 && tilt === 0 && zoom === 0;
}

/** A movement that nobody says again within this time stops, ms: a key-up may be lost with its window. */
export const DEAD_MAN_MS = 800;
/** A hand on the keys says so this often, ms. */
export const RENEW_MS = 250;
/** Whoever moved a camera holds it for so long after the last move, ms. */
export const HOLD_MS = 10_000;
/** A patrol that a hand paused goes on so long after the last move, ms. */
export const PATROL_RESUMES_MS = 60_000;

/** Who holds a camera, and at which console; `since` in epoch ms of this machine's clock. */
export type PtzHold = {
  readonly personId: string;
  readonly name: string;
  readonly role: PersonRole;
  readonly since: number;
};

/** Trưởng ca goes before everybody, then who answers for the room, then the operator. */
const rank: Readonly<Record<PersonRole, number>> = {
  'shift-leader': 3,
  administrator: 2,
  technician: 2,
  operator: 1,
  leader: 0,
  guest: 0,
  commune: 0,
};

/** Whoever holds a camera keeps it from those of the same or a lower rank; a higher one takes it over. */
export function mayTurn(
  hold: PtzHold | undefined,
  { id, role }: Person,
): Outcome<'held' | 'taken', 'camera-held'> {
  if (hold === undefined) return accept('taken');
  if (hold.personId === id) return accept('held');
  return rank[role] > rank[hold.role] ? accept('taken') : refuse('camera-held');
}

/** A place that a camera knows by itself. */
export type Preset = { readonly token: string; readonly name: string };

export type PatrolStop = Preset & { readonly dwellMs: number };

/** A round over presets of one camera. */
export type Patrol = {
  readonly id: string;
  readonly cameraId: string;
  readonly name: string;
  readonly stops: readonly PatrolStop[];
};

/** A round under way. `paused`: by whose hand, and how far into the round. */
export type PatrolRun = {
  readonly patrolId: string;
  /** The round began then, epoch ms: where it is follows from the clock alone, also after a restart. */
  readonly startedAt: number;
  readonly by: string;
  readonly paused?: { readonly by: string; readonly elapsedMs: number };
};

export type PtzState = {
  /** By camera. */
  readonly holds: Readonly<Record<string, PtzHold>>;
  readonly patrols: Readonly<Record<string, Patrol>>;
  /** By camera. */
  readonly runs: Readonly<Record<string, PatrolRun>>;
};

export const emptyPtz: PtzState = { holds: {}, patrols: {}, runs: {} };

/** One camera as it is turned: by whom, its rounds, and the one under way. */
export type CameraInHand = {
  readonly hold: PtzHold | null;
  readonly patrols: readonly Patrol[];
  readonly run: PatrolRun | null;
};

/** The cameras that somebody turns or that have rounds. */
export function handsOf({ holds, patrols, runs }: PtzState): Readonly<Record<string, CameraInHand>> {
  const ids = new Set([...Object.keys(holds), ...Object.values(patrols).map(({ cameraId }) => cameraId)]);
  const hands = [...ids].map((id): readonly [string, CameraInHand] => [
    id,
    {
      hold: own(holds, id) ?? null,
      patrols: Object.values(patrols).filter(({ cameraId }) => cameraId === id),
      run: own(runs, id) ?? null,
    },
  ]);
  return Object.fromEntries(hands);
}

export type PtzChange =
  | { readonly type: 'ptz.held'; readonly cameraId: string; readonly hold: PtzHold | null }
  | { readonly type: 'ptz.patrolKept'; readonly patrol: Patrol }
  | { readonly type: 'ptz.patrolDeleted'; readonly patrolId: string }
  | { readonly type: 'ptz.patrolRun'; readonly cameraId: string; readonly run: PatrolRun | null }
  /** The machine that drives the wall says this of its cameras; `whole`: and of no others. */
  | {
      readonly type: 'ptz.replicaSet';
      readonly hands: Readonly<Record<string, CameraInHand | null>>;
      readonly whole: boolean;
    };

function put<Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
  value: Value | null,
): Readonly<Record<string, Value>> {
  if (value !== null) return { ...record, [key]: value };
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

/** A patrol that is deleted, or kept for another camera, runs no longer where it ran. */
function runsOf(patrols: PtzState['patrols'], runs: PtzState['runs']): PtzState['runs'] {
  const sound = Object.entries(runs).filter(
    ([cameraId, { patrolId }]) => own(patrols, patrolId)?.cameraId === cameraId,
  );
  return Object.fromEntries(sound);
}

/** The state with one camera as it is said to be. */
function withHand(state: PtzState, cameraId: string, hand: CameraInHand | null): PtzState {
  const others = Object.entries(state.patrols).filter(([, patrol]) => patrol.cameraId !== cameraId);
  const patrols = (hand?.patrols ?? []).map((patrol) => [patrol.id, patrol] as const);
  return {
    holds: put(state.holds, cameraId, hand?.hold ?? null),
    patrols: Object.fromEntries([...others, ...patrols]),
    runs: put(state.runs, cameraId, hand?.run ?? null),
  };
}

export function applyPtzChange(state: PtzState, change: PtzChange): PtzState {
  switch (change.type) {
    case 'ptz.held':
      return { ...state, holds: put(state.holds, change.cameraId, change.hold) };
    case 'ptz.patrolRun':
      return { ...state, runs: put(state.runs, change.cameraId, change.run) };
    case 'ptz.patrolKept': {
      const patrols = put(state.patrols, change.patrol.id, change.patrol);
      return { ...state, patrols, runs: runsOf(patrols, state.runs) };
    }
    case 'ptz.patrolDeleted': {
      const patrols = put(state.patrols, change.patrolId, null);
      return { ...state, patrols, runs: runsOf(patrols, state.runs) };
    }
    case 'ptz.replicaSet':
      return Object.entries(change.hands).reduce(
        (next, [cameraId, hand]) => withHand(next, cameraId, hand),
        change.whole ? emptyPtz : state,
      );
  }
}

/** How long a whole round takes, ms. */
export function roundMs({ stops }: Patrol): number {
  return stops.reduce((sum, { dwellMs }) => sum + dwellMs, 0);
}

/** Where a round stands after so long, and how long it stays there, ms. A clock that went back counts as its beginning. */
export function stopAfter(
  patrol: Patrol,
  elapsedMs: number,
): { readonly stop: PatrolStop; readonly leftMs: number } | undefined {
  const round = roundMs(patrol);
  if (round <= 0) return undefined;
  let left = Math.max(0, elapsedMs) % round;
  for (const stop of patrol.stops) {
    if (left < stop.dwellMs) return { stop, leftMs: stop.dwellMs - left };
    left -= stop.dwellMs;
  }
  return undefined;
}

/** How far into its round a patrol is, ms; a paused one stays where it was. */
export function elapsedOf({ startedAt, paused }: PatrolRun, now: number): number {
  return paused?.elapsedMs ?? Math.max(0, now - startedAt);
}

/** A hand is on the camera: the round waits where it is. */
export function pausedRun(run: PatrolRun, by: string, now: number): PatrolRun {
  return { ...run, paused: { by, elapsedMs: elapsedOf(run, now) } };
}

/** The round goes on where it waited. */
export function resumedRun(run: PatrolRun, now: number): PatrolRun {
  const { paused: _over, ...rest } = run;
  return { ...rest, startedAt: now - elapsedOf(run, now) };
}
