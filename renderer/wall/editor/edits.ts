import { aligned, distributed, swapped, type Alignment } from '../../../domain/wall/align.ts';
import { around, overlaps, shifted } from '../../../domain/wall/area.ts';
import { copies } from '../../../domain/wall/copies.ts';
import { edited, type EditRefusal } from '../../../domain/wall/edit.ts';
import { stretched } from '../../../domain/wall/stretch.ts';
import { TILE_GAP_MM } from '../../../domain/wall/layout.ts';
import { FLOOR_ARC_MINUTES, floorMm } from '../../../domain/wall/legibility.ts';
import type {
  Area,
  Canvas,
  EditKind,
  PanelSpec,
  Scene,
  Tile,
  TilePatch,
} from '../../../domain/wall/model.ts';
import { freePlace, largestFree } from '../../../domain/wall/freePlace.ts';
import { nextLine, type SnapLines } from '../../../domain/wall/snap.ts';
import { accept, refuse, type Outcome } from '../../../domain/kernel/outcome.ts';
import { usualSize } from '../../panels/editing.ts';
import type { EditingRoom } from '../../panels/editingDefinition.ts';
import { isLegible, tileReading } from './reading.ts';

/** Why the editor does not even ask the core. */
export type EditorRefusal =
  EditRefusal | 'no-room' | 'choose-tile' | 'choose-two' | 'choose-more' | 'nothing-copied';

export type Edit = { readonly kind: EditKind; readonly patch: TilePatch };
type Edited = Outcome<Edit, EditorRefusal>;

/** Type of new tiles: 20 minutes of arc where there is room, the floor where there is not. */
const NEW_ARC_MINUTES = [20, FLOOR_ARC_MINUTES] as const;

/** The tiles of these ids that are there. */
export function tilesOf(scene: Scene, ids: readonly string[]): readonly Tile[] {
  return ids.flatMap((id) => scene.tiles[id] ?? []);
}

/** The tile that an edit makes hardest to read, if it falls below the floor and was not so before. */
export function unreadableIn(
  canvas: Canvas,
  scene: Scene,
  patch: TilePatch,
  room: EditingRoom,
): { readonly tile: Tile; readonly textArc: number } | undefined {
  const worse = Object.values(patch).flatMap((tile) => {
    if (tile === null) return [];
    const reading = tileReading(canvas, tile, room);
    if (reading === null || isLegible(reading)) return [];
    const before = scene.tiles[tile.id];
    const old = before && tileReading(canvas, before, room);
    return old && old.textArc <= reading.textArc ? [] : [{ tile, textArc: reading.textArc }];
  });
  return worse.sort((a, b) => a.textArc - b.textArc)[0];
}

/** The rule of the editor's preview: the core's own, and nothing that names and figures make too small to read. */
export function permitted(
  canvas: Canvas,
  scene: Scene,
  patch: TilePatch,
  room: EditingRoom,
): Outcome<Scene, EditRefusal> {
  const outcome = edited(canvas, scene, patch);
  if (!outcome.ok) return outcome;
  return unreadableIn(canvas, scene, patch, room) ? refuse('unreadable') : outcome;
}

type Step = { readonly x: -1 | 0 | 1; readonly y: -1 | 0 | 1; readonly by: 'mm' | 'line' };

function offset(area: Area, { x, y, by }: Step, lines: SnapLines): readonly [number, number] {
  if (by === 'mm') return [x, y];
  return [
    x === 0 ? 0 : nextLine(lines.x.starts, area.xMm, x) - area.xMm,
    y === 0 ? 0 : nextLine(lines.y.starts, area.yMm, y) - area.yMm,
  ];
}

function place(tiles: readonly Tile[], areaOf: (tile: Tile) => Area): Edit {
  return {
    kind: 'place',
    patch: Object.fromEntries(tiles.map((tile) => [tile.id, { ...tile, area: areaOf(tile) }])),
  };
}

/** The tiles one millimetre or one line further. */
export function moveEdit(tiles: readonly Tile[], step: Step, lines: SnapLines): Edited {
  if (tiles.length === 0) return refuse('choose-tile');
  const [byX, byY] = offset(around(tiles.map(({ area }) => area)), step, lines);
  return accept(place(tiles, ({ area }) => shifted(area, byX, byY)));
}

/** The right and lower edges one millimetre or one line further. */
export function resizeEdit(tiles: readonly Tile[], { x, y, by }: Step, lines: SnapLines): Edited {
  if (tiles.length === 0) return refuse('choose-tile');
  return accept(
    place(tiles, ({ area }) => {
      const right = area.xMm + area.widthMm;
      const bottom = area.yMm + area.heightMm;
      const byX = by === 'mm' || x === 0 ? x : nextLine(lines.x.ends, right, x) - right;
      const byY = by === 'mm' || y === 0 ? y : nextLine(lines.y.ends, bottom, y) - bottom;
      return stretched(area, { x: 'end', y: 'end' }, byX, byY);
    }),
  );
}

export function removeEdit(scene: Scene, tiles: readonly Tile[]): Edited {
  if (tiles.length === 0) return refuse('choose-tile');
  const all = tiles.length > 1 && tiles.length === Object.keys(scene.tiles).length;
  return accept({
    kind: all ? 'clear' : 'remove',
    patch: Object.fromEntries(tiles.map(({ id }) => [id, null])),
  });
}

export function alignEdit(tiles: readonly Tile[], to: Alignment): Edited {
  return tiles.length < 2 ? refuse('choose-more') : accept({ kind: 'align', patch: aligned(tiles, to) });
}

export function spreadEdit(tiles: readonly Tile[], axis: 'across' | 'down'): Edited {
  return tiles.length < 2
    ? refuse('choose-more')
    : accept({ kind: 'align', patch: distributed(tiles, axis) });
}

export function swapEdit(tiles: readonly Tile[]): Edited {
  const [one, other, third] = tiles;
  if (one === undefined || other === undefined || third !== undefined) return refuse('choose-two');
  return accept({ kind: 'swap', patch: swapped(one, other) });
}

/** Copies of tiles of this or another scene, in free places. */
export function copyEdit(
  canvas: Canvas,
  scene: Scene,
  { originals, none }: { readonly originals: readonly Tile[]; readonly none: EditorRefusal },
): Edited {
  if (originals.length === 0) return refuse(none);
  const outcome = copies(canvas, scene, originals, () => crypto.randomUUID());
  return outcome.ok ? accept({ kind: 'duplicate', patch: outcome.value }) : outcome;
}

function newTile(spec: PanelSpec, area: Area): Tile {
  const layer = spec.kind === 'banner' ? 'overlay' : 'base';
  return { id: crypto.randomUUID(), layer, area, panel: spec, priority: 2 };
}

function added(tile: Tile): Edit {
  return { kind: 'add', patch: { [tile.id]: tile } };
}

/** The usual size of a tile on a display (mm), and no larger than the display. */
function sizeOn(canvas: Canvas, spec: PanelSpec, minutes: number, displayId: string | undefined) {
  const [wide, high] = usualSize(spec.kind);
  const display = canvas.displays.find(({ id }) => id === displayId) ?? canvas.displays[0];
  const area = display?.area ?? canvas.area;
  const mm = floorMm(canvas.seatDistanceMm, minutes);
  return {
    widthMm: Math.round(Math.min(wide * mm, area.widthMm - 2 * TILE_GAP_MM)),
    heightMm: Math.round(Math.min(high * mm, area.heightMm - 2 * TILE_GAP_MM)),
  };
}

/** A new tile at the first free place: on the chosen display in its usual size, then smaller, then what is left. */
export function addEdit(
  canvas: Canvas,
  scene: Scene,
  { spec, displayId }: { readonly spec: PanelSpec; readonly displayId: string | undefined },
  room: EditingRoom,
): Edited {
  const legible = (area: Area): boolean => isLegible(tileReading(canvas, newTile(spec, area), room));
  const home = canvas.displays.filter(({ id }) => displayId === undefined || id === displayId);
  const elsewhere = canvas.displays.filter((display) => !home.includes(display));
  for (const displays of [home, elsewhere]) {
    const part = { ...canvas, displays };
    for (const minutes of NEW_ARC_MINUTES) {
      const area = freePlace(part, scene, sizeOn(canvas, spec, minutes, displayId), displayId);
      if (area && legible(area)) return accept(added(newTile(spec, area)));
    }
    for (const display of displays) {
      const area = largestFree(display, scene);
      if (area && legible(area)) return accept(added(newTile(spec, area)));
    }
  }
  return refuse('no-room');
}

/** What a tile from the palette does where it is dropped: a new tile there, or new content of the tile that lies there. */
export function dropEdit(
  canvas: Canvas,
  scene: Scene,
  { spec, xMm, yMm }: { readonly spec: PanelSpec; readonly xMm: number; readonly yMm: number },
): Edit {
  const point = { xMm, yMm, widthMm: 0.1, heightMm: 0.1 };
  const under = Object.values(scene.tiles).find(
    ({ area, layer }) => layer === 'base' && overlaps(area, point),
  );
  if (under) return { kind: 'change', patch: { [under.id]: { ...under, panel: spec } } };
  const display = canvas.displays.find(({ area }) => overlaps(area, point));
  const size = sizeOn(canvas, spec, NEW_ARC_MINUTES[0], display?.id);
  const home = display?.area ?? canvas.area;
  const within = (start: number, length: number, from: number, room: number): number =>
    Math.max(from + TILE_GAP_MM, Math.min(start, from + room - length - TILE_GAP_MM));
  const area = {
    ...size,
    xMm: within(xMm - size.widthMm / 2, size.widthMm, home.xMm, home.widthMm),
    yMm: within(yMm - size.heightMm / 2, size.heightMm, home.yMm, home.heightMm),
  };
  return added(newTile(spec, area));
}
