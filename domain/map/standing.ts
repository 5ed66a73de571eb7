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

function distance(a: PxPoint, b: PxPoint): number {
  return Math.hypot(a.xPx - b.xPx, a.yPx - b.yPx);
}

function meets(a: Disc, b: Disc): boolean {
  return distance(a, b) < a.radiusPx + b.radiusPx;
}

function seenWhole({ xPx, yPx, radiusPx }: Disc, parts: readonly PxRect[]): boolean {
  const corner = { xPx: xPx - radiusPx, yPx: yPx - radiusPx };
  const other = { xPx: xPx + radiusPx, yPx: yPx + radiusPx };
  return parts.length === 0 || parts.some((part) => isOn(part, corner) && isOn(part, other));
}

function* around({ radiusPx, ...middle }: Disc, mostPx: number): Generator<Disc> {
  const stepPx = STEP * radiusPx;
  if (stepPx <= 0) return;
  for (let reach = stepPx; reach <= mostPx; reach += stepPx) {
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

type Standing = { readonly spot: CameraSpot; readonly at: Disc };

/** The spots with those that found no room in the nearest one's number. */
function gathered(standing: readonly Standing[], crowded: readonly Standing[]): readonly CameraSpot[] {
  // Half hidden is better than not there.
  if (standing.length === 0) return crowded.map(({ spot }) => spot);
  const marks = standing.map(({ spot }) => [...spot.marks]);
  for (const { spot, at } of crowded) {
    const distances = standing.map((one) => distance(one.at, at));
    marks[distances.indexOf(Math.min(...distances))]?.push(...spot.marks);
  }
  return standing.map(({ spot }, nth) => {
    const all = marks[nth] ?? spot.marks;
    return all.length === spot.marks.length ? spot : { ...spot, marks: all };
  });
}

/**
 * Cameras give way to incidents: a spot that would be hidden or cut stands beside; where there is no room near by, its
 * cameras are counted with the nearest spot.
 */
export function spotsBeside(
  spots: readonly CameraSpot[],
  incidents: readonly Disc[],
  ground: Ground & { readonly radiusPx: (spot: CameraSpot) => number },
): readonly CameraSpot[] {
  const { camera, tile, radiusPx } = ground;
  const own = spots.map((spot): Standing => ({
    spot,
    at: { xPx: spot.xPx, yPx: spot.yPx, radiusPx: radiusPx(spot) },
  }));
  const isFree = ({ at }: Standing): boolean =>
    seenWhole(at, ground.parts) && !incidents.some((one) => meets(at, one));
  const standing = own.filter(isFree);
  const crowded: Standing[] = [];
  for (const one of own.filter((each) => !isFree(each))) {
    const taken = [...incidents, ...standing.map(({ at }) => at)];
    const at = beside(one.at, taken, ground);
    if (at === undefined) crowded.push(one);
    else {
      const { xPx, yPx } = at;
      standing.push({ at, spot: { ...one.spot, xPx, yPx, point: placeOnEarth(at, camera, tile) } });
    }
  }
  return gathered(standing, crowded);
}
