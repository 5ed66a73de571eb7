import type { LngLat, MapBounds } from './model.ts';

/** North-up web mercator. Zoom as both map engines count it: the world is 512·2^zoom px wide. */
export type MapCamera = { readonly centre: LngLat; readonly zoom: number };

/** A size in CSS px. */
export type PxSize = { readonly widthPx: number; readonly heightPx: number };

/** A rectangle in a tile's own CSS px, from its top left corner. */
export type PxRect = PxSize & { readonly xPx: number; readonly yPx: number };

/** A point in a tile's own CSS px. */
export type PxPoint = { readonly xPx: number; readonly yPx: number };

const WORLD_PX = 512;
const RADIANS = Math.PI / 180;

function toWorld([longitude, latitude]: LngLat, zoom: number): PxPoint {
  const size = WORLD_PX * 2 ** zoom;
  const northing = Math.log(Math.tan(Math.PI / 4 + (latitude * RADIANS) / 2));
  return { xPx: ((longitude + 180) / 360) * size, yPx: (0.5 - northing / (2 * Math.PI)) * size };
}

function fromWorld({ xPx, yPx }: PxPoint, zoom: number): LngLat {
  const size = WORLD_PX * 2 ** zoom;
  const northing = (0.5 - yPx / size) * 2 * Math.PI;
  return [(xPx / size) * 360 - 180, (2 * Math.atan(Math.exp(northing)) - Math.PI / 2) / RADIANS];
}

/** The size of tile that a scene's `zoom` speaks of. */
const REFERENCE: PxSize = { widthPx: 1920, heightPx: 1080 };

/** A scene's zoom is meant for a 1920×1080 tile; a tile of another size shows at least the same area. */
export function cameraForTile(camera: MapCamera, tile: PxSize): MapCamera {
  const scale = Math.min(tile.widthPx / REFERENCE.widthPx, tile.heightPx / REFERENCE.heightPx);
  return { centre: camera.centre, zoom: camera.zoom + Math.log2(scale) };
}

/** The camera of one part of a tile, so that parts drawn by themselves line up as one map. */
export function cameraForPart(camera: MapCamera, tile: PxSize, part: PxRect): MapCamera {
  const middle = toWorld(camera.centre, camera.zoom);
  const centre = fromWorld(
    {
      xPx: middle.xPx + part.xPx + part.widthPx / 2 - tile.widthPx / 2,
      yPx: middle.yPx + part.yPx + part.heightPx / 2 - tile.heightPx / 2,
    },
    camera.zoom,
  );
  return { centre, zoom: camera.zoom };
}

/** The camera that shows all of `bounds` in a tile, edge to edge. */
export function cameraForBounds([west, south, east, north]: MapBounds, tile: PxSize): MapCamera {
  const topLeft = toWorld([west, north], 0);
  const bottomRight = toWorld([east, south], 0);
  const scale = Math.min(
    tile.widthPx / (bottomRight.xPx - topLeft.xPx),
    tile.heightPx / (bottomRight.yPx - topLeft.yPx),
  );
  const middle = { xPx: (topLeft.xPx + bottomRight.xPx) / 2, yPx: (topLeft.yPx + bottomRight.yPx) / 2 };
  return { centre: fromWorld(middle, 0), zoom: Math.log2(scale) };
}

/** Where a place on earth comes to lie on the tile; outside the tile too. */
export function pointOnTile(place: LngLat, camera: MapCamera, tile: PxSize): PxPoint {
  const middle = toWorld(camera.centre, camera.zoom);
  const there = toWorld(place, camera.zoom);
  return { xPx: there.xPx - middle.xPx + tile.widthPx / 2, yPx: there.yPx - middle.yPx + tile.heightPx / 2 };
}

/** The place on earth under a point of the tile. */
export function placeOnEarth(point: PxPoint, camera: MapCamera, tile: PxSize): LngLat {
  const middle = toWorld(camera.centre, camera.zoom);
  return fromWorld(
    { xPx: middle.xPx + point.xPx - tile.widthPx / 2, yPx: middle.yPx + point.yPx - tile.heightPx / 2 },
    camera.zoom,
  );
}

/** True when the point lies on the rectangle, edges included. */
export function isOn(rect: PxRect, point: PxPoint): boolean {
  return (
    point.xPx >= rect.xPx &&
    point.yPx >= rect.yPx &&
    point.xPx <= rect.xPx + rect.widthPx &&
    point.yPx <= rect.yPx + rect.heightPx
  );
}

/** The smallest rectangle of whole px around another one: a canvas has no half pixels. */
export function wholePx({ xPx, yPx, widthPx, heightPx }: PxRect): PxRect {
  const left = Math.floor(xPx);
  const top = Math.floor(yPx);
  return {
    xPx: left,
    yPx: top,
    widthPx: Math.ceil(xPx + widthPx) - left,
    heightPx: Math.ceil(yPx + heightPx) - top,
  };
}
