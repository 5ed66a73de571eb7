import type { IncidentMarker } from '../../domain/map/markers.ts';
import {
  cameraForPart,
  cameraForTile,
  isOn,
  pointOnTile,
  wholePx,
  type MapCamera,
  type PxRect,
  type PxSize,
} from '../../domain/map/mercator.ts';
import type { LngLat } from '../../domain/map/model.ts';
import type { TilePlace } from '../panels/definition.ts';
import type { Dictionary } from '../text/vi.ts';
import type { Measure } from '../ui/measure.ts';
import { compactLegendPx, furniture, isCompact, type Furniture } from './furniture.ts';
import { mapLabels, needsInset, type LightWord, type MapLabel, type PlaceName } from './mapLabels.ts';

/** Heights of the tile's head and foot, which lie over the map, CSS px. */
export type Bands = { readonly headPx: number; readonly footPx: number };

/** Where a tile's map looks: as a whole, and on this display's part of it. */
export type MapFrame = {
  readonly tile: PxSize;
  readonly part: PxRect;
  /** What head and foot leave free. */
  readonly clear: PxRect;
  /** Where marks are seen: `clear`, without the legend of a small tile. */
  readonly sight: PxRect;
  readonly compact: boolean;
  readonly camera: MapCamera;
  readonly partCamera: MapCamera;
};

/** The scene's view fills what head and foot leave free; every display draws its own part of one and the same map. */
export function mapFrame(place: TilePlace, scene: MapCamera, bands: Bands): MapFrame {
  const { widthPx, heightPx, floorPx, visible } = place;
  const tile = { widthPx, heightPx };
  const whole = { xPx: 0, yPx: 0, ...tile };
  const part = wholePx(visible ?? whole);
  const clear = { ...whole, yPx: bands.headPx, heightPx: heightPx - bands.headPx - bands.footPx };
  const compact = isCompact(tile, floorPx);
  // A small tile's legend would cover the very marks it counts: the map ends above it.
  const sight = { ...clear, heightPx: clear.heightPx - (compact ? compactLegendPx(floorPx) : 0) };
  const camera = cameraForPart(cameraForTile(scene, sight), sight, { ...whole, yPx: -bands.headPx });
  return { tile, part, clear, sight, compact, camera, partCamera: cameraForPart(camera, tile, part) };
}

export type MapLayout = Furniture & {
  readonly labels: readonly MapLabel[];
  /** Incidents that the tile does not show: beyond its edges, or under the legend or the inset. Gravest first. */
  readonly outside: readonly IncidentMarker[];
};

/** Places legend, inset and every text on the map; the legend is a row higher where it tells of incidents outside. */
export function mapLayout(request: {
  readonly frame: MapFrame;
  readonly floorPx: number;
  readonly markers: readonly IncidentMarker[];
  readonly names: readonly PlaceName[];
  readonly lights: readonly LightWord[];
  readonly spots: readonly LngLat[];
  readonly legendRows: number;
  readonly archipelagoLines: Dictionary['map']['archipelagos'];
  readonly measure: Measure;
}): MapLayout {
  const { frame, floorPx, legendRows, ...texts } = request;
  const { tile, part, clear, compact, camera } = frame;
  const around = (rows: number): Furniture & Pick<MapLayout, 'outside'> => {
    const stands = furniture({
      clear,
      compact,
      floorPx,
      legendRows: rows,
      needsInset: needsInset(camera, tile, clear),
    });
    const covers = [stands.legend, stands.inset].filter((rect) => rect !== null);
    const outside = request.markers.filter(({ point }) => {
      const at = pointOnTile(point, camera, tile);
      return !isOn(clear, at) || covers.some((rect) => isOn(rect, at));
    });
    return { ...stands, outside };
  };
  const plain = around(legendRows);
  const stands = plain.outside.length === 0 ? plain : around(legendRows + 1);
  const top = Math.max(part.yPx, clear.yPx);
  const bottom = Math.min(part.yPx + part.heightPx, clear.yPx + clear.heightPx);
  const labels = mapLabels({
    ...texts,
    camera,
    tile,
    part: { ...part, yPx: top, heightPx: bottom - top },
    floorPx,
    furniture: [stands.legend, stands.inset].filter((rect) => rect !== null),
  });
  return { ...stands, labels };
}
