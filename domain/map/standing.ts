import type { CameraSpot } from './cameraMarks.ts';
import type { IncidentMarker } from './markers.ts';
import {
  isOn,
  placeOnEarth,
  pointOnTile,
  type MapCamera,
  type PxPoint,
  type PxRect,
  type PxSize,
} from './mercator.ts';

/** A mark on the tile: its middle, and how far it reaches from there, px. */
type Disc = PxPoint & { readonly radiusPx: number };

/** Where marks of one tile may stand. */
export type Ground = {
  readonly camera: MapCamera;
  readonly tile: PxSize;
  /** What is seen of the tile: no mark that gives way goes where a bezel hides or cuts it. Empty: all of it. */
  readonly parts: readonly PxRect[];
  /** No mark goes further from its place than this, px: it would tell of another place. */
  readonly mostPx: number;
};

const DIRECTIONS = 16;
/** Steps in which a free place is sought, in parts of the mark's reach. */
const STEP = 0.5;

function meets(a: Disc, b: Disc): boolean {
  return Math.hypot(a.xPx - b.xPx, a.yPx - b.yPx) < a.radiusPx + b.radiusPx;
}

function seenWhole({ xPx, yPx, radiusPx }: Disc, parts: readonly PxRect[]): boolean {
  const corner = { xPx: xPx - radiusPx, yPx: yPx - radiusPx };
  const other = { xPx: xPx + radiusPx, yPx: yPx + radiusPx };
  return parts.length === 0 || parts.some((part) => isOn(part, corner) && isOn(part, other));
}

function* around({ radiusPx, ...middle }: Disc, mostPx: number): Generator<Disc> {
  for (let reach = STEP * radiusPx; reach <= mostPx; reach += STEP * radiusPx) {
    for (let nth = 0; nth < DIRECTIONS; nth += 1) {
      const angle = (2 * Math.PI * nth) / DIRECTIONS;
      const xPx = middle.xPx + reach * Math.cos(angle);
      const yPx = middle.yPx + reach * Math.sin(angle);
      yield { xPx, yPx, radiusPx };
    }
  }
}

/** The nearest place where the mark is seen whole and meets none that stands already. */
function beside(mark: Disc, taken: readonly Disc[], { parts, mostPx }: Ground): Disc | undefined {
  for (const place of around(mark, mostPx)) {
    if (seenWhole(place, parts) && !taken.some((other) => meets(place, other))) return place;
  }
  return undefined;
}

/**
 * The markers side by side where they would hide each other: the gravest keeps its place. One that finds no room near by
 * stays beneath. Every display of the tile comes to the same answer.
 */
export function markersApart(
  markers: readonly IncidentMarker[],
  ground: Ground,
  radiusPx: (marker: IncidentMarker) => number,
): readonly IncidentMarker[] {
  const { camera, tile } = ground;
  const whole = { xPx: 0, yPx: 0, ...tile };
  const taken: Disc[] = [];
  return markers.map((marker) => {
    const own = { ...pointOnTile(marker.point, camera, tile), radiusPx: radiusPx(marker) };
    if (!isOn(whole, own)) return marker;
    const moved = taken.some((other) => meets(own, other)) ? beside(own, taken, ground) : undefined;
    taken.push(moved ?? own);
    return moved ? { ...marker, point: placeOnEarth(moved, camera, tile) } : marker;
  });
}

/** Cameras give way to incidents: a spot that would be hidden or cut stands beside, and is left out where there is no room. */
export function spotsBeside(
  spots: readonly CameraSpot[],
  incidents: readonly Disc[],
  ground: Ground & { readonly radiusPx: number },
): readonly CameraSpot[] {
  const { camera, tile, radiusPx } = ground;
  const standing = spots.map((spot) => {
    const disc = { xPx: spot.xPx, yPx: spot.yPx, radiusPx };
    return { spot, disc, free: seenWhole(disc, ground.parts) && !incidents.some((one) => meets(disc, one)) };
  });
  const taken = [...incidents, ...standing.filter(({ free }) => free).map(({ disc }) => disc)];
  return standing.flatMap(({ spot, disc, free }) => {
    if (free) return [spot];
    const place = beside(disc, taken, ground);
    if (place === undefined) return [];
    taken.push(place);
    return [{ ...spot, xPx: place.xPx, yPx: place.yPx, point: placeOnEarth(place, camera, tile) }];
  });
}
