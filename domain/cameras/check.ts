import type { CameraHealth, CameraState, CameraTrouble } from './model.ts';
import { standingOf, type Standing } from './unitHealth.ts';

/** What connecting to one camera came to. */
export type CheckLine = {
  readonly cameraId: string;
  readonly at: number;
  readonly state: CameraState;
  readonly trouble?: CameraTrouble;
  /** Its server answered that it has the stream; pictures of it come to windows alone, and none was looked at. */
  readonly serverOnly?: true;
  /** Such as `H.264`. */
  readonly codec?: string;
  readonly widthPx?: number;
  readonly heightPx?: number;
  /** Pictures a second, by the camera's own clock. */
  readonly fps?: number;
  /** From asking to the first picture, ms. */
  readonly firstPictureMs?: number;
};

/** What a check found holds so long, ms: after that nobody knows again. */
export const CHECK_HOLDS_MS = 24 * 60 * 60_000;

/**
 * How a camera stands and since when, epoch ms: as it is shown now, else as the last check found it while that holds, else
 * unknown. `since` is null where nobody has looked yet.
 */
export function knownStanding(
  health: CameraHealth | undefined,
  now: number,
): { readonly state: CameraState; readonly since: number | null } {
  if (health === undefined) return { state: 'idle', since: null };
  const { state, since, check } = health;
  const isChecked = state === 'idle' && check !== undefined && now - check.at < CHECK_HOLDS_MS;
  return isChecked ? { state: check.state, since: check.at } : { state, since };
}

/** A camera's state: as it is shown now, else as the last check found it while that holds, else unknown. */
export function knownState(health: CameraHealth | undefined, now: number): CameraState {
  return knownStanding(health, now).state;
}

/** How many cameras of a check work, are in trouble, or stay unknown. */
export function checkSums(lines: readonly Pick<CheckLine, 'state'>[]): Readonly<Record<Standing, number>> {
  const sums = { works: 0, troubled: 0, unknown: 0 };
  for (const { state } of lines) sums[standingOf(state)] += 1;
  return sums;
}
