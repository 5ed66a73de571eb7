import type { CameraKind } from '../cameras/model.ts';
import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import { own } from '../kernel/own.ts';
import { contains, overlaps } from './area.ts';
import type { Audible, Cover, Hold } from './holding.ts';
import { MOST_POINTS, MOST_STROKES, type Line, type Stroke } from './ink.ts';
import type { Looks } from './looking.ts';
import type { Area, Canvas, Display, PanelSpec, Scene, Tile, Wall } from './model.ts';
import { pictureOf } from './pictureOf.ts';
import { rehomed } from './rehome.ts';
import { replaysIn } from './replays.ts';

export type HoldRefusal =
  | 'wall-unknown'
  | 'display-unknown'
  | 'nothing-held'
  /** What the tile shows never has sound, or the tile is not on the wall. */
  | 'tile-soundless'
  | 'nothing-drawn'
  | 'too-many-strokes'
  | 'outside-canvas';

type Covers = Pick<Hold, 'coveredAll' | 'covers'>;

/** What a tile shows and where: marks that were drawn on it fit this alone. */
function placedPicture({ panel, area }: Tile): string {
  return JSON.stringify([panel, area]);
}

/** Who covered a display, or null while it is open. */
export function coverOf(hold: Covers, displayId: string): Cover | null {
  return hold.coveredAll ?? own(hold.covers, displayId) ?? null;
}

/** True while every display there is lies under its cover. */
export function isAllCovered({ canvas, hold }: Pick<Wall, 'canvas' | 'hold'>): boolean {
  return hold.coveredAll !== null || canvas.displays.every(({ id }) => coverOf(hold, id) !== null);
}

/** True while anything stands between the wall and its present. */
export function isHeld({ freeze, coveredAll, covers }: Hold): boolean {
  return freeze !== null || coveredAll !== null || Object.keys(covers).length > 0;
}

/** The covers after some displays, or all, are covered or opened. Covering all holds for displays that come later, too. */
export function covered(
  wall: Pick<Wall, 'canvas' | 'hold'>,
  which: readonly string[] | 'all',
  cover: Cover | null,
): Outcome<Covers, HoldRefusal> {
  const { canvas, hold } = wall;
  if (which === 'all') return accept({ coveredAll: cover, covers: {} });
  const known = canvas.displays.map(({ id }) => id);
  if (which.some((id) => !known.includes(id))) return refuse('display-unknown');
  if (cover !== null && hold.coveredAll !== null) return accept({ coveredAll: hold.coveredAll, covers: {} });
  const before = known.flatMap((id): [string, Cover][] => {
    const was = coverOf(hold, id);
    return was === null ? [] : [[id, was]];
  });
  const others = Object.entries({ ...hold.covers, ...Object.fromEntries(before) });
  const kept = others.filter(([id]) => !which.includes(id));
  const fresh = cover === null ? [] : which.map((id): [string, Cover] => [id, own(hold.covers, id) ?? cover]);
  return accept({ coveredAll: null, covers: Object.fromEntries([...kept, ...fresh]) });
}

/** How each camera is reached. */
type Register = Readonly<Record<string, { readonly kind: CameraKind }>>;

/** Ways on which sound comes with the pictures; of RTSP only the pictures are taken. */
const soundingKinds: readonly CameraKind[] = ['hls', 'webrtc'];

/** True for what may have sound at all. */
function maySound(panel: PanelSpec, cameras: Register): boolean {
  if (panel.kind === 'video') return true;
  const camera = panel.kind === 'camera' ? own(cameras, panel.cameraId) : undefined;
  return camera !== undefined && soundingKinds.includes(camera.kind);
}

/** The tiles of a scene among which the operator may choose the one that is heard. */
export function soundTiles(scene: Scene | undefined, cameras: Register): readonly Tile[] {
  return Object.values(scene?.tiles ?? {}).filter(({ panel }) => maySound(panel, cameras));
}

function areaShared(a: Area, b: Area): number {
  const across = Math.min(a.xMm + a.widthMm, b.xMm + b.widthMm) - Math.max(a.xMm, b.xMm);
  const down = Math.min(a.yMm + a.heightMm, b.yMm + b.heightMm) - Math.max(a.yMm, b.yMm);
  return Math.max(0, across) * Math.max(0, down);
}

/** Of the displays that a tile spans, the one with most of it: only its window plays the sound. */
export function displayOf(displays: readonly Display[], tile: Tile): Display | undefined {
  const on = displays.filter(({ area }) => overlaps(area, tile.area));
  return on.sort((a, b) => areaShared(b.area, tile.area) - areaShared(a.area, tile.area))[0];
}

/** The scene without what lies on a display that is both covered and dark: it must not move to one that is open. */
export function withoutHidden(canvas: Canvas, scene: Scene, covers: Hold['covers']): Scene {
  const hidden = canvas.displays.filter(({ id, dark }) => dark === true && own(covers, id) !== undefined);
  if (hidden.length === 0) return scene;
  const open = Object.entries(scene.tiles).filter(([_id, tile]) => {
    const home = displayOf(canvas.displays, tile);
    return home === undefined || !hidden.includes(home);
  });
  return { ...scene, tiles: Object.fromEntries(open) };
}

/** The scene as the living displays show it: what lost its place is where it moved to, or waits unseen. */
export function seenScene(
  { canvas, hold }: { readonly canvas: Canvas; readonly hold: Pick<Hold, 'covers'> },
  scene: Scene,
): Scene {
  return rehomed(canvas, withoutHidden(canvas, scene, hold.covers), Object.keys(hold.covers));
}

/** Where the wall is heard now; null while it is silent. What is covered, unseen or stands still is silent. */
export function heardAt(
  wall: Pick<Wall, 'canvas' | 'hold' | 'program'>,
): { readonly tileId: string; readonly displayId: string } | null {
  const { hold, program, canvas } = wall;
  if (program === null || hold.audible === null || hold.freeze !== null) return null;
  const tile = own(seenScene(wall, program.scene).tiles, hold.audible.tileId);
  if (tile === undefined) return null;
  const display = displayOf(canvas.displays, tile);
  if (display === undefined || coverOf(hold, display.id) !== null) return null;
  return { tileId: tile.id, displayId: display.id };
}

/** The tile that is to be heard from now on. */
export function audibleTile(
  wall: Pick<Wall, 'program'>,
  { tileId, cameras }: { readonly tileId: string; readonly cameras: Register },
  author: Pick<Audible, 'by' | 'at'>,
): Outcome<Audible, HoldRefusal> {
  const tile = soundTiles(wall.program?.scene, cameras).find(({ id }) => id === tileId);
  return tile === undefined
    ? refuse('tile-soundless')
    : accept({ tileId, picture: pictureOf(tile), ...author });
}

function inside(canvas: Area, points: readonly number[]): boolean {
  return points.every((value, index) => {
    const [from, size] = index % 2 === 0 ? [canvas.xMm, canvas.widthMm] : [canvas.yMm, canvas.heightMm];
    return value >= from && value <= from + size;
  });
}

function tileUnder(scene: Scene | undefined, xMm: number, yMm: number): Tile | undefined {
  const dot: Area = { xMm, yMm, widthMm: 0, heightMm: 0 };
  return Object.values(scene?.tiles ?? {}).find((tile) => tile.layer === 'base' && contains(tile.area, dot));
}

/** The stroke that a finished line becomes: bound to the tile on which it was begun. */
export function strokeOf(
  wall: Pick<Wall, 'canvas' | 'hold' | 'program'>,
  line: Line,
  author: Pick<Stroke, 'by' | 'at'>,
): Outcome<Stroke, HoldRefusal> {
  const { canvas, hold, program } = wall;
  const [x, y] = line.points;
  if (x === undefined || y === undefined || line.points.length > 2 * MOST_POINTS)
    return refuse('nothing-drawn');
  if (!inside(canvas.area, line.points)) return refuse('outside-canvas');
  if (hold.ink.length >= MOST_STROKES) return refuse('too-many-strokes');
  const tile = tileUnder(program?.scene, x, y);
  const on = tile && { tileId: tile.id, picture: placedPicture(tile) };
  return accept({ ...line, ...(on && { on }), ...author });
}

/** What is left of hold after the program changed: no sound and no mark of a picture that is gone. */
export function holdAfter(hold: Hold, scene: Scene | undefined, looks: Looks): Hold {
  const tileOf = (tileId: string): Tile | undefined => scene && own(scene.tiles, tileId);
  const ink = hold.ink.filter(({ on }) => {
    const tile = on && tileOf(on.tileId);
    return on === undefined || (tile !== undefined && placedPicture(tile) === on.picture);
  });
  const heard = hold.audible && tileOf(hold.audible.tileId);
  const silenced = hold.audible !== null && (!heard || pictureOf(heard) !== hold.audible.picture);
  const replays = replaysIn(hold.replays, scene, looks);
  const same = ink.length === hold.ink.length && replays.length === hold.replays.length;
  if (!silenced && same) return hold;
  return { ...hold, ink, replays, audible: silenced ? null : hold.audible };
}
