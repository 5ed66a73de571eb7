import type { CameraHotspotSpec } from './tileSpec.ts';

/** What a hotspot shows, why, and since when (epoch ms). */
export type Hot = { readonly cameraId: string; readonly why: 'chosen' | 'alarm'; readonly since: number };

/** An alarm stays large so long before another alarm takes its place, ms: nobody recognises less. */
export const HOT_STAY_MS = 8_000;

/** `at`: when this room first knew of it, by its own clock. */
type Alarm = { readonly cameraId: string; readonly at: number };

/**
 * What a hotspot shows. An operator's choice always goes first where it is newer than the alarm; an alarm holds its place
 * for a while against other alarms; where nothing is newer, what was shown stays.
 */
export function nextHot(
  follows: CameraHotspotSpec['follows'],
  before: Hot | null,
  now: {
    readonly chosen: { readonly cameraId: string; readonly at: number } | null;
    /** Alarms that go on, the newest first. */
    readonly alarms: readonly Alarm[];
    readonly at: number;
  },
): Hot | null {
  const chosen = follows === 'alarm' ? null : now.chosen;
  const alarm = follows === 'chosen' ? undefined : now.alarms[0];
  const isHeld =
    before?.why === 'alarm' &&
    now.at - before.since < HOT_STAY_MS &&
    now.alarms.some(({ cameraId }) => cameraId === before.cameraId);
  if (chosen !== null && (alarm === undefined || chosen.at >= alarm.at))
    return { cameraId: chosen.cameraId, why: 'chosen', since: chosen.at };
  if (alarm === undefined || isHeld) return before;
  return before?.why === 'alarm' && before.cameraId === alarm.cameraId
    ? before
    : { cameraId: alarm.cameraId, why: 'alarm', since: now.at };
}
