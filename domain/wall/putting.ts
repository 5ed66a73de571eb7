import { camerasChosen } from '../cameras/rules.ts';
import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import { own } from '../kernel/own.ts';
import { edited, type EditRefusal } from './edit.ts';
import { largestFree } from './freePlace.ts';
import type { Area, Canvas, Display, EditKind, PanelSpec, Scene, Tile, TilePatch } from './model.ts';

export type PutRefusal =
  | EditRefusal
  /** What the tile shows is no camera: nobody replaces a list of incidents by a slip of the hand. */
  | 'no-camera-tile'
  /** The events decide what this grid shows. */
  | 'grid-by-events'
  /** This hotspot follows alarms only. */
  | 'hotspot-by-alarms'
  | 'display-full';

/** Where cameras are put: in a tile (of a grid in the cell that shows this camera, or nothing), or where a display is free. */
export type PutTarget =
  | { readonly at: 'tile'; readonly tileId: string; readonly cell?: { readonly shows: string | null } }
  | { readonly at: 'display'; readonly displayId: string };

/** What putting cameras there comes to: an edit, or the word which camera hotspots show. */
export type Put =
  | { readonly do: 'edit'; readonly kind: EditKind; readonly patch: TilePatch }
  | { readonly do: 'choose'; readonly cameraId: string };

/** Where cameras go: a scene on a canvas; `onAir`: it is what the wall shows now. */
export type PutRoom = {
  readonly canvas: Canvas;
  readonly scene: Scene;
  readonly onAir: boolean;
  readonly register: Register;
  readonly newId: () => string;
};

type Register = Parameters<typeof camerasChosen>[1];
type GridSpec = Extract<PanelSpec, { readonly kind: 'camera-grid' }>;

/** One camera as a tile of its own, several as a grid. */
function panelOf(cameraIds: readonly string[]): PanelSpec {
  const [only, other] = cameraIds;
  if (only !== undefined && other === undefined) return { kind: 'camera', cameraId: only };
  return gridOf(cameraIds, {});
}

function gridOf(cameraIds: readonly string[], before: Pick<Partial<GridSpec>, 'turn' | 'dwellS'>): GridSpec {
  const columns = Math.min(8, Math.ceil(Math.sqrt(cameraIds.length)));
  const rows = Math.min(8, Math.ceil(cameraIds.length / columns));
  return {
    kind: 'camera-grid',
    from: { by: 'list', cameraIds: [...cameraIds] },
    cells: [columns, rows],
    order: 'given',
    turn: before.turn ?? 'page',
    dwellS: before.dwellS ?? 12,
  };
}

/** The list with the camera in the place of another; the two change places where it is in the list already. */
function placedIn(ids: readonly string[], shows: string | null, cameraId: string): string[] {
  if (shows === null) return [...ids.filter((id) => id !== cameraId), cameraId];
  const swapped = ids.map((id) => (id === shows ? cameraId : id === cameraId ? shows : id));
  return ids.includes(shows) ? swapped : [...ids, cameraId];
}

/** The cameras in hand, and where they go. */
type Hand = { readonly cameraIds: readonly string[]; readonly target: PutTarget };

function inGrid(
  panel: GridSpec,
  { cameraIds, target }: Hand,
  register: Register,
): Outcome<PanelSpec, PutRefusal> {
  const [only, other] = cameraIds;
  const cell = target.at === 'tile' ? target.cell : undefined;
  if (only === undefined || other !== undefined) return accept(gridOf(cameraIds, panel));
  if (panel.order === 'activity') return refuse('grid-by-events');
  const ids = placedIn(camerasChosen(panel.from, register), cell?.shows ?? null, only);
  return accept({ ...panel, from: { by: 'list', cameraIds: ids } });
}

function inTile(tile: Tile, hand: Hand, room: PutRoom): Outcome<Put, PutRefusal> {
  const { panel } = tile;
  const { cameraIds } = hand;
  const change = (next: PanelSpec): Outcome<Put, PutRefusal> =>
    accept({ do: 'edit', kind: 'change', patch: { [tile.id]: { ...tile, panel: next } } });
  const [only, other] = cameraIds;
  switch (panel.kind) {
    case 'camera':
      return change(panelOf(cameraIds));
    case 'camera-hotspot':
      if (!room.onAir || only === undefined || other !== undefined) return change(panelOf(cameraIds));
      return panel.follows === 'alarm'
        ? refuse('hotspot-by-alarms')
        : accept({ do: 'choose', cameraId: only });
    case 'camera-grid': {
      const next = inGrid(panel, hand, room.register);
      return next.ok ? change(next.value) : next;
    }
    default:
      return refuse('no-camera-tile');
  }
}

/** Less than this part of a display's width and height is no place for cameras. */
const LEAST_PART = 0.24;

/** The part of a display that is free for cameras; undefined where there is none worth it. */
export function freeFor(display: Display, scene: Scene): Area | undefined {
  const free = largestFree(display, scene);
  const { widthMm, heightMm } = display.area;
  return free && free.widthMm >= LEAST_PART * widthMm && free.heightMm >= LEAST_PART * heightMm
    ? free
    : undefined;
}

function added(tile: Tile): Put {
  return { do: 'edit', kind: 'add', patch: { [tile.id]: tile } };
}

/** Decides what putting cameras at a place does to a scene; the console's preview asks the same question. */
export function put(
  room: PutRoom,
  cameraIds: readonly string[],
  target: PutTarget,
): Outcome<Put, PutRefusal> {
  const { canvas, scene, newId } = room;
  const worked = ((): Outcome<Put, PutRefusal> => {
    if (target.at === 'tile') {
      const tile = own(scene.tiles, target.tileId);
      return tile === undefined ? refuse('tile-unknown') : inTile(tile, { cameraIds, target }, room);
    }
    const display = canvas.displays.find(({ id }) => id === target.displayId);
    const area = display && freeFor(display, scene);
    if (area === undefined) return refuse('display-full');
    return accept(added({ id: newId(), layer: 'base', area, panel: panelOf(cameraIds), priority: 2 }));
  })();
  if (!worked.ok || worked.value.do === 'choose') return worked;
  const verdict = edited(canvas, scene, worked.value.patch);
  return verdict.ok ? worked : verdict;
}

/** The tile that several cameras were put in before by one key; the next ones take its place. */
export const NEAR_TILE = 'near-cameras';

/** A corner of the last display, over what lies there: nothing of the scene is lost. */
function inset({ displays }: Canvas): Area | undefined {
  const last = [...displays].sort((a, b) => b.order - a.order)[0];
  if (last === undefined) return undefined;
  const { xMm, yMm, widthMm, heightMm } = last.area;
  const part = 0.62;
  return {
    xMm: xMm + widthMm * (1 - part) - 12,
    yMm: yMm + heightMm * (1 - part) - 12,
    widthMm: widthMm * part,
    heightMm: heightMm * part,
  };
}

/** The largest tile of these kinds. */
function largest(scene: Scene, kinds: readonly PanelSpec['kind'][]): Tile | undefined {
  const size = ({ area }: Tile): number => area.widthMm * area.heightMm;
  return Object.values(scene.tiles)
    .filter(({ panel, layer }) => layer === 'base' && kinds.includes(panel.kind))
    .sort((a, b) => size(b) - size(a))[0];
}

/**
 * Puts several cameras where they disturb least: in the place of those put before, on a display with room, in the largest
 * grid, and at last in a corner over the last display.
 */
export function putSomewhere(room: PutRoom, cameraIds: readonly string[]): Outcome<Put, PutRefusal> {
  const { canvas, scene } = room;
  const named = { ...room, newId: () => NEAR_TILE };
  if (own(scene.tiles, NEAR_TILE) !== undefined) {
    const again = put(named, cameraIds, { at: 'tile', tileId: NEAR_TILE });
    if (again.ok) return again;
  }
  const roomy = canvas.displays.find((display) => freeFor(display, scene) !== undefined);
  if (roomy && own(scene.tiles, NEAR_TILE) === undefined)
    return put(named, cameraIds, { at: 'display', displayId: roomy.id });
  const grid = largest(scene, ['camera-grid']);
  if (grid && cameraIds.length > 1) return put(named, cameraIds, { at: 'tile', tileId: grid.id });
  const area = inset(canvas);
  if (area === undefined) return refuse('display-full');
  const tile: Tile = { id: NEAR_TILE, layer: 'overlay', area, panel: panelOf(cameraIds), priority: 1 };
  const verdict = edited(canvas, scene, { [tile.id]: tile });
  return verdict.ok ? accept(added(tile)) : verdict;
}
