import type { Severity } from '../../domain/incidents/model.ts';
import { placeLabels, type LabelRoom, type LabelWish, type PlacedLabel } from '../../domain/map/labels.ts';
import type { IncidentMarker } from '../../domain/map/markers.ts';
import {
  isOn,
  pointOnTile,
  type MapCamera,
  type PxPoint,
  type PxRect,
  type PxSize,
} from '../../domain/map/mercator.ts';
import type { LngLat } from '../../domain/map/model.ts';
import { APART_EM } from './cameraSigns.ts';
import { archipelagos, type Archipelago } from './geography.ts';
import type { Face, Measure } from '../ui/measure.ts';
import { wrapEvenly } from '../ui/labelText.ts';
import { LIGHT_EM } from './lightSigns.ts';
import { marks } from './marks.ts';

const LINE = 1.35;
/** Names of places stand far apart: this is a map of incidents, not of names. */
const NAME_MARGIN_EM = 1.2;
/** Incident cards: at most this wide, and one for so much of the map, in parts of the floor. */
const CARD_EM = { width: 11, paddingAcross: 0.65, paddingDown: 0.35, area: 150, most: 8 };
/** What happened and where: a title's end names the place. */
const CARD_LINES = 3;
/** Fewer names of communes than this read as the place of an incident near by, unless the map is as near as a town. */
const LEAST_COMMUNES = { count: 3, belowZoom: 10.5 };

/** A name that stands on the base map. */
export type PlaceName = {
  readonly id: string;
  readonly text: string;
  readonly point: LngLat;
  readonly rank: 'own' | 'neighbour' | 'commune';
};

/** What a set of traffic lights shows, in a word beside its mark. */
export type LightWord = {
  readonly id: string;
  readonly word: string;
  readonly point: LngLat;
  readonly sample: boolean;
};

export type LabelLook = {
  readonly lines: readonly string[];
  readonly kind: 'card' | 'archipelago' | 'light' | PlaceName['rank'];
  readonly severity?: Severity;
  readonly sample?: boolean;
};

export type MapLabel = PlacedLabel & LabelLook;

export type LabelRequest = {
  readonly markers: readonly IncidentMarker[];
  readonly names: readonly PlaceName[];
  readonly lights: readonly LightWord[];
  /** Where cameras are marked: no text covers them, and a place beneath one is named beside it. */
  readonly spots: readonly LngLat[];
  readonly archipelagoLines: Readonly<Record<Archipelago['id'], readonly string[]>>;
  readonly camera: MapCamera;
  readonly tile: PxSize;
  /** The part of the tile on this display: a text never runs over a bezel. */
  readonly part: PxRect;
  readonly floorPx: number;
  readonly furniture: readonly PxRect[];
  readonly measure: Measure;
};

/** The rectangle around all of these; there is at least one. */
function around(boxes: readonly PxRect[]): PxRect {
  const left = Math.min(...boxes.map(({ xPx }) => xPx));
  const top = Math.min(...boxes.map(({ yPx }) => yPx));
  const right = Math.max(...boxes.map(({ xPx, widthPx }) => xPx + widthPx));
  const bottom = Math.max(...boxes.map(({ yPx, heightPx }) => yPx + heightPx));
  return { xPx: left, yPx: top, widthPx: right - left, heightPx: bottom - top };
}

type Wish = { readonly wish: LabelWish; readonly look: LabelLook };

function boxAround({ xPx, yPx }: PxPoint, sidePx: number): PxRect {
  return { xPx: xPx - sidePx / 2, yPx: yPx - sidePx / 2, widthPx: sidePx, heightPx: sidePx };
}

function sizeOf(lines: readonly string[], face: Face, { measure, floorPx }: LabelRequest): PxSize {
  return {
    widthPx: Math.max(...lines.map((line) => measure(line, face))) * floorPx,
    heightPx: lines.length * LINE * floorPx,
  };
}

function alike(px: number): LabelWish['gap'] {
  return { acrossPx: px, downPx: px };
}

function cardId(markerId: string): string {
  return `card-${markerId}`;
}

function cardWish(marker: IncidentMarker, request: LabelRequest): Wish {
  const { camera, tile, floorPx, measure } = request;
  const lines = wrapEvenly(marker.title, {
    mostEm: CARD_EM.width,
    lines: CARD_LINES,
    width: (words) => measure(words, 'strong'),
  });
  const text = sizeOf(lines, 'strong', request);
  return {
    wish: {
      id: cardId(marker.id),
      anchor: pointOnTile(marker.point, camera, tile),
      widthPx: text.widthPx + 2 * CARD_EM.paddingAcross * floorPx,
      heightPx: text.heightPx + 2 * CARD_EM.paddingDown * floorPx,
      stands: 'reaching',
      gap: alike((marks[marker.severity].sizeEm / 2 + 0.3) * floorPx),
      marginPx: 0.3 * floorPx,
      insists: marker.pulsing,
    },
    look: { lines, kind: 'card', severity: marker.severity, sample: marker.sample },
  };
}

/** The rectangle around those of an archipelago's islands that are seen; around all where none is. */
function islandsBox({ islands }: Archipelago, { camera, tile, part }: LabelRequest): PxRect {
  const points = islands.map((island) => pointOnTile(island, camera, tile));
  const seen = points.filter((point) => isOn(part, point));
  return around((seen.length > 0 ? seen : points).map((point) => ({ ...point, widthPx: 0, heightPx: 0 })));
}

function archipelagoWish(archipelago: Archipelago, request: LabelRequest): Wish {
  const { floorPx } = request;
  const lines = request.archipelagoLines[archipelago.id];
  const box = islandsBox(archipelago, request);
  return {
    wish: {
      id: archipelago.id,
      anchor: { xPx: box.xPx + box.widthPx / 2, yPx: box.yPx + box.heightPx / 2 },
      ...sizeOf(lines, 'strong', request),
      stands: 'beside',
      gap: { acrossPx: box.widthPx / 2 + 0.3 * floorPx, downPx: box.heightPx / 2 + 0.1 * floorPx },
      marginPx: 0.3 * floorPx,
    },
    look: { lines, kind: 'archipelago' },
  };
}

/** The boxes of the cameras' marks on the tile. */
function cameraBoxes({ spots, camera, tile, floorPx }: LabelRequest): readonly PxRect[] {
  return spots.map((point) => boxAround(pointOnTile(point, camera, tile), APART_EM * floorPx));
}

function nameWish(name: PlaceName, cameras: readonly PxRect[], request: LabelRequest): Wish {
  const { camera, tile, floorPx } = request;
  const anchor = pointOnTile(name.point, camera, tile);
  const isBeneath = cameras.some((box) => isOn(box, anchor));
  return {
    wish: {
      id: `name-${name.id}`,
      anchor,
      ...sizeOf([name.text], name.rank === 'own' ? 'strong' : 'text', request),
      stands: name.rank === 'commune' ? 'beside' : 'over',
      gap: alike((isBeneath ? APART_EM : 0.3) * floorPx),
      marginPx: NAME_MARGIN_EM * floorPx,
    },
    look: { lines: [name.text], kind: name.rank },
  };
}

function lightWish({ id, word, point, sample }: LightWord, request: LabelRequest): Wish {
  const { floorPx, camera, tile } = request;
  return {
    wish: {
      id: `light-${id}`,
      anchor: pointOnTile(point, camera, tile),
      ...sizeOf([word], 'text', request),
      stands: 'beside',
      gap: alike((LIGHT_EM / 2) * floorPx),
      marginPx: 0.2 * floorPx,
    },
    look: { lines: [word], kind: 'light', sample },
  };
}

/** True when an archipelago lies outside the clear part of the tile: the inset then shows it. */
export function needsInset(camera: MapCamera, tile: PxSize, clear: PxRect): boolean {
  return archipelagos.some(
    ({ islands }) => !islands.every((island) => isOn(clear, pointOnTile(island, camera, tile))),
  );
}

/** How many incidents wear their title on a map of this size: the gravest few, the list has the rest. */
function cardCount({ tile, floorPx }: LabelRequest): number {
  const fits = Math.floor((tile.widthPx * tile.heightPx) / (CARD_EM.area * floorPx ** 2));
  return Math.min(CARD_EM.most, Math.max(1, fits));
}

function placed(wishes: readonly Wish[], room: LabelRoom): readonly MapLabel[] {
  const looks = new Map(wishes.map(({ wish, look }) => [wish.id, look]));
  return placeLabels(
    wishes.map(({ wish }) => wish),
    room,
  ).flatMap((label) => {
    const look = looks.get(label.id);
    return look ? [{ ...label, ...look }] : [];
  });
}

function withoutLoneCommunes(labels: readonly MapLabel[], { zoom }: MapCamera): readonly MapLabel[] {
  const communes = labels.filter(({ kind }) => kind === 'commune').length;
  return zoom >= LEAST_COMMUNES.belowZoom || communes >= LEAST_COMMUNES.count
    ? labels
    : labels.filter(({ kind }) => kind !== 'commune');
}

/** Lays out every text on one display's part of the map: the archipelagos, then incidents, then names of places. */
export function mapLabels(request: LabelRequest): readonly MapLabel[] {
  const { markers, camera, tile, part, floorPx } = request;
  const onMap = markers.map(({ point, severity }) =>
    boxAround(pointOnTile(point, camera, tile), marks[severity].sizeEm * floorPx),
  );
  const lights = request.lights.map(({ point }) =>
    boxAround(pointOnTile(point, camera, tile), LIGHT_EM * floorPx),
  );
  const obstacles = [...request.furniture, ...onMap, ...archipelagos.map((one) => islandsBox(one, request))];
  const cameras = cameraBoxes(request);
  const names = request.names
    .map((name) => nameWish(name, cameras, request))
    .filter(({ wish }) => ![...obstacles, ...lights].some((obstacle) => isOn(obstacle, wish.anchor)));
  const seen = onMap.filter((box) => isOn(part, box));
  const room: LabelRoom = {
    area: part,
    obstacles,
    yielding: [...cameras, ...lights],
    ...(seen.length > 0 && { core: around(seen) }),
  };
  const lay = (cards: readonly IncidentMarker[]): readonly MapLabel[] =>
    placed(
      [
        ...archipelagos.map((archipelago) => archipelagoWish(archipelago, request)),
        ...cards.map((marker) => cardWish(marker, request)),
        ...names,
        // Last of all: the words change all the time, and nothing else shall move for them.
        ...request.lights.map((light) => lightWish(light, request)),
      ],
      room,
    );
  const cards = markers.slice(0, cardCount(request));
  const labels = lay(cards);
  // A title beside a lesser incident would make the one that calls for somebody look the lesser.
  const urgent = cards.filter(
    ({ pulsing, point }) => pulsing && isOn(part, pointOnTile(point, camera, tile)),
  );
  const named = new Set(labels.map(({ id }) => id));
  return withoutLoneCommunes(urgent.every(({ id }) => named.has(cardId(id))) ? labels : lay(urgent), camera);
}
