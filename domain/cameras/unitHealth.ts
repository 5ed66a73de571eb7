import type { CameraState } from './model.ts';

/** What a state says of a camera: nobody who has not looked knows that it works. */
export type Standing = 'works' | 'troubled' | 'unknown';

const standings: Readonly<Record<CameraState, Standing>> = {
  live: 'works',
  stale: 'troubled',
  offline: 'troubled',
  unauthorised: 'troubled',
  unsupported: 'troubled',
  connecting: 'unknown',
  idle: 'unknown',
  'no-source': 'unknown',
};

export function standingOf(state: CameraState): Standing {
  return standings[state];
}

/** How the cameras of one unit stand. */
export type UnitHealth = Readonly<Record<Standing, number>> & {
  readonly unit: string;
  readonly total: number;
};

/** The cameras by unit: units with trouble first, then those with the most cameras. */
export function healthByUnit(
  cameras: readonly { readonly id: string; readonly unit: string }[],
  stateOf: (cameraId: string) => CameraState,
): readonly UnitHealth[] {
  const units = new Map<string, Record<Standing, number> & { unit: string; total: number }>();
  for (const { id, unit } of cameras) {
    const health = units.get(unit) ?? { unit, total: 0, works: 0, troubled: 0, unknown: 0 };
    health.total += 1;
    health[standingOf(stateOf(id))] += 1;
    units.set(unit, health);
  }
  return [...units.values()].sort(
    (a, b) => b.troubled - a.troubled || b.total - a.total || a.unit.localeCompare(b.unit),
  );
}

/** Part of the cameras of which something is known that work, 0 … 1; null where nothing is known: that is not none. */
export function workingShare({ works, troubled }: Pick<UnitHealth, 'works' | 'troubled'>): number | null {
  return works + troubled === 0 ? null : works / (works + troubled);
}
