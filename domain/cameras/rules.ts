import type { CameraSource, CameraState } from './model.ts';
import { STILL_EVERY_MS, type ShedLevel } from './shedding.ts';

export { camerasOf as camerasChosen } from './choice.ts';
export { gridShape, gridView, turnsAt } from './grid.ts';
export { MOST_CELLS, MOST_LISTED, MOST_ZOOM } from './gridLimits.ts';
export { lightKey } from './lights.ts';

/** A live picture is never older than this; past it the tile says so, ms. */
export const STALE_AFTER_MS = 3_000;

/** A camera that sends packets but no whole picture is given so long, ms: key pictures may be 10 s apart. */
export const PICTURELESS_MS = 15_000;

/** A live picture that has not changed for so long is suspected of standing still, unless the site says otherwise, ms. */
export const SUSPECT_AFTER_MS = 30_000;

/** Pictures with more pixels are not shown: an 8K picture would take the machine from all others. */
const LARGEST_PICTURE_PX = 4_096 * 3_072;

/** Whether pictures of this size are refused, from whatever kind of camera. */
export function isTooLarge(widthPx: number, heightPx: number): boolean {
  return widthPx * heightPx > LARGEST_PICTURE_PX;
}

/** A tile of at least this many device pixels across gets the main picture. */
export const MAIN_FROM_PX = 900;

/** The address to show in a tile `widthPx` device pixels wide. */
export function addressFor(source: CameraSource, widthPx: number): string {
  return widthPx >= MAIN_FROM_PX ? source.main : (source.sub ?? source.main);
}

/** Which of a camera's two pictures comes from an address. */
export function streamAt(source: CameraSource | undefined, address: string): 'main' | 'sub' {
  return source !== undefined && source.main !== address && source.sub === address ? 'sub' : 'main';
}

/** What a tile has shown, and what it gives up. */
type Showing = { readonly shed: ShedLevel; readonly lastPaintedAt: number | null };

/**
 * What a tile may claim: live only while it has itself painted a picture within the last 3 s. One that shows stills is never
 * live: it must not turn from live to old and back with each of them.
 */
export function tileState(said: CameraState, { shed, lastPaintedAt }: Showing, now: number): CameraState {
  if (said !== 'live') return said;
  if (lastPaintedAt === null) return 'connecting';
  return shed === 'still' || now - lastPaintedAt >= STALE_AFTER_MS ? 'stale' : 'live';
}

/** A picture that is older than this is not old because the tile sheds load, ms. */
const mostThinnedMs = { keys: PICTURELESS_MS, still: 3 * STILL_EVERY_MS } as const;

/**
 * True for a tile that shows a picture only now and then because this machine is busy: what it shows is old, and its camera
 * lives as far as anybody knows. `said`: what is said of the camera.
 */
export function isThinned(said: CameraState, showing: Showing, now: number): boolean {
  const { shed, lastPaintedAt } = showing;
  if (shed !== 'keys' && shed !== 'still') return false;
  if (lastPaintedAt === null || tileState(said, showing, now) !== 'stale') return false;
  return said === 'live' && now - lastPaintedAt < mostThinnedMs[shed];
}

const goodness: Record<CameraState, number> = {
  live: 7,
  stale: 6,
  connecting: 5,
  unsupported: 4,
  offline: 3,
  unauthorised: 2,
  'no-source': 1,
  idle: 0,
};

/** A camera shown twice, small and large, stands as well as the better of the two. */
export function betterState(a: CameraState, b: CameraState): CameraState {
  return goodness[a] >= goodness[b] ? a : b;
}

const urgency: Record<CameraState, number> = {
  unauthorised: 0,
  offline: 1,
  stale: 2,
  unsupported: 3,
  connecting: 4,
  live: 5,
  idle: 6,
  'no-source': 7,
};

/** Order of a list that is read for trouble: what somebody must look at comes first, what nobody can look at last. */
export function byTrouble(a: CameraState, b: CameraState): number {
  return urgency[a] - urgency[b];
}

/** Where a replay stands: at `clockAt` it showed the moment `mediaAt`, and went on at `rate` times real time; 0: it stands still. */
export type ReplayAnchor = { readonly mediaAt: number; readonly clockAt: number; readonly rate: number };

/** A replay never comes closer to the present than this, ms: what is newer is live, and is called so. */
export const REPLAY_BEHIND_MS = 1_000;

/** The moment that a replay shows now, epoch ms. */
export function replayMoment({ mediaAt, clockAt, rate }: ReplayAnchor, now: number): number {
  return Math.min(mediaAt + Math.max(0, now - clockAt) * rate, Math.max(mediaAt, now - REPLAY_BEHIND_MS));
}
