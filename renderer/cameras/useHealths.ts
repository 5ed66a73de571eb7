import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { knownStanding } from '../../domain/cameras/check.ts';
import { byTrouble } from '../../domain/cameras/rules.ts';
import type { CameraKind, CameraState } from '../../domain/cameras/model.ts';
import type { CamerasState } from '../../domain/cameras/state.ts';
import { currentTime } from '../replica/clock.ts';
import { latestCameraHealth, onCameraHealth } from '../replica/store.ts';

export type CameraRow = {
  readonly id: string;
  readonly state: CameraState;
  /** Since when, epoch ms; null where nobody has looked yet. */
  readonly since: number | null;
  /** When the last check looked at it. */
  readonly checkedAt?: number | undefined;
};

function rowOf(id: string, kind: CameraKind): CameraRow {
  if (kind === 'none') return { id, state: 'no-source', since: null };
  const health = latestCameraHealth(id);
  return { id, ...knownStanding(health, currentTime()), checkedAt: health?.check?.at };
}

/** All cameras as they stand now, those that somebody must look at first; kept while nothing changes. */
function createRows(cameras: CamerasState['byId']): () => readonly CameraRow[] {
  let known: readonly CameraRow[] = [];
  let drawnFrom = '';
  return () => {
    const rows = Object.values(cameras).map(({ id, kind }) => rowOf(id, kind));
    const from = JSON.stringify(rows);
    if (from !== drawnFrom)
      known = rows.sort(
        (a, b) => byTrouble(a.state, b.state) || a.id.localeCompare(b.id, 'en', { numeric: true }),
      );
    drawnFrom = from;
    return known;
  };
}

/** Follows the health of all cameras. */
export function useHealths(cameras: CamerasState['byId']): readonly CameraRow[] {
  const rows = useMemo(() => createRows(cameras), [cameras]);
  const listen = useCallback(
    (listener: () => void) => {
      const stops = Object.keys(cameras).map((id) => onCameraHealth(id, listener));
      return () => stops.forEach((stop) => stop());
    },
    [cameras],
  );
  return useSyncExternalStore(listen, rows);
}
