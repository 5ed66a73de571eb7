import type { CameraState, CameraView } from '../cameras/model.ts';
import { pointOnTile, type MapCamera, type PxPoint, type PxSize } from './mercator.ts';
import type { LngLat } from './model.ts';

/** How a camera stands, as the map tells it by shape; `unknown`: nobody looks at it, so nobody knows. */
export const cameraLooks = ['live', 'stale', 'lost', 'unknown', 'none'] as const;
export type CameraLook = (typeof cameraLooks)[number];

const looks: Readonly<Record<CameraState, CameraLook>> = {
  live: 'live',
  stale: 'stale',
  offline: 'lost',
  unauthorised: 'lost',
  unsupported: 'lost',
  connecting: 'unknown',
  idle: 'unknown',
  'no-source': 'none',
};

export function cameraLook(state: CameraState): CameraLook {
  return looks[state];
}

/** A camera on the map. */
export type CameraMark = {
  readonly id: string;
  readonly point: LngLat;
  readonly look: CameraLook;
  readonly view?: CameraView | undefined;
  readonly sample: boolean;
};

/** One camera, or several that stand too close together to be told apart; `point`: where the first of them stands. */
export type CameraSpot = PxPoint & { readonly point: LngLat; readonly marks: readonly CameraMark[] };

function troubled({ look }: CameraMark): boolean {
  return look === 'stale' || look === 'lost';
}

/** A spot with a camera that somebody must look after. */
export function isTroubled({ marks }: Pick<CameraSpot, 'marks'>): boolean {
  return marks.some(troubled);
}

/**
 * The cameras on a tile, those nearer to each other than `apartPx` as one spot: no mark ever covers another. The order of
 * the marks decides who keeps the place. Thousands are sorted in one pass.
 */
export function cameraSpots(
  marks: readonly CameraMark[],
  { camera, tile, apartPx }: { readonly camera: MapCamera; readonly tile: PxSize; readonly apartPx: number },
): readonly CameraSpot[] {
  type Open = PxPoint & { readonly point: LngLat; readonly marks: CameraMark[] };
  const cells = new Map<number, Open[]>();
  const spots: Open[] = [];

  const across = Math.ceil(tile.widthPx / apartPx) + 2;
  const cellOf = ({ xPx, yPx }: PxPoint): number =>
    (Math.floor(yPx / apartPx) + 1) * across + Math.floor(xPx / apartPx) + 1;
  const around = [-across - 1, -across, -across + 1, -1, 0, 1, across - 1, across, across + 1];

  function near(at: PxPoint): Open | undefined {
    const cell = cellOf(at);
    for (const step of around) {
      const found = cells
        .get(cell + step)
        ?.find(({ xPx, yPx }) => Math.hypot(xPx - at.xPx, yPx - at.yPx) < apartPx);
      if (found) return found;
    }
    return undefined;
  }

  for (const mark of marks) {
    const at = pointOnTile(mark.point, camera, tile);
    if (at.xPx < 0 || at.yPx < 0 || at.xPx > tile.widthPx || at.yPx > tile.heightPx) continue;
    const place = near(at);
    if (place) {
      place.marks.push(mark);
      continue;
    }
    const spot = { ...at, point: mark.point, marks: [mark] };
    spots.push(spot);
    const beside = cells.get(cellOf(at)) ?? [];
    beside.push(spot);
    cells.set(cellOf(at), beside);
  }
  return spots;
}

/** How many cameras of each look, in the order of a legend; looks that no camera has are left out. */
export function countByLook(
  marks: readonly CameraMark[],
): readonly { readonly look: CameraLook; readonly count: number }[] {
  return cameraLooks
    .map((look) => ({ look, count: marks.filter((mark) => mark.look === look).length }))
    .filter(({ count }) => count > 0);
}
