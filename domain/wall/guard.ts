import { same } from '../kernel/same.ts';
import { overlaps } from './area.ts';
import type { Suspension } from './holding.ts';
import { seenFrom } from './homecoming.ts';
import { seenScene } from './holdRules.ts';
import type { PanelKind, Scene, Tile, Wall } from './model.ts';
import { pictureOf } from './pictureOf.ts';

/** A window that died so often within so long does not come back by being opened again. */
export const LOOP_CRASHES = 3;
export const LOOP_WITHIN_MS = 60_000;
/** A tile that was tried again and did no harm for this long is innocent, ms. */
export const PROBATION_MS = 8_000;

/** One death of a wall window, and what is suspected of it: what it drew then. */
export type Crash = { readonly at: number; readonly pictures: readonly string[] };

/** What is likely to bring a window down stands at the end: the harmless tiles come back first. */
const byRisk: readonly PanelKind[] = [
  'clock',
  'text',
  'countdown',
  'indicator',
  'incident-list',
  'camera-list',
  'camera-events',
  'indicator-table',
  'banner',
  'indicator-chart',
  'picture',
  'pdf',
  'camera',
  'camera-hotspot',
  'camera-grid',
  'video',
  'map',
];

/** A scene's tiles on these displays, as their window draws it: also what moved there from displays that are dark. */
function tilesOn(wall: Wall, scene: Scene | undefined, displayIds: readonly string[]): readonly Tile[] {
  if (scene === undefined) return [];
  const displays = wall.canvas.displays.filter(({ id }) => displayIds.includes(id));
  const { tiles } = seenScene({ canvas: seenFrom(wall.canvas, displayIds), hold: wall.hold }, scene);
  return Object.values(tiles).filter((tile) => displays.some(({ area }) => overlaps(area, tile.area)));
}

/** What of these tiles a window of these displays draws, the harmless first. */
function drawnOf(wall: Wall, tiles: readonly Tile[], displayIds: readonly string[]): readonly string[] {
  const risk = ({ panel }: Tile): number =>
    (byRisk.indexOf(panel.kind) + byRisk.length + 1) % (byRisk.length + 1);
  const drawn = [...tiles]
    .sort((a, b) => risk(a) - risk(b))
    .filter((tile) => displayIds.some((id) => suspensionOf(wall.hold.suspended, id, tile) === undefined));
  return [...new Set(drawn.map(pictureOf))];
}

/** What a window of these displays draws of the program, the harmless first. */
export function picturesOn(wall: Wall, displayIds: readonly string[]): readonly string[] {
  return drawnOf(wall, tilesOn(wall, wall.program?.scene, displayIds), displayIds);
}

/** What a window of these displays mounts for a scene that nobody sees yet, beside what the program draws there. */
export function picturesBrought(wall: Wall, unseen: Scene, displayIds: readonly string[]): readonly string[] {
  const on = tilesOn(wall, wall.program?.scene, displayIds);
  const isOn = ({ area, panel }: Tile): boolean =>
    on.some((tile) => same([tile.area, tile.panel], [area, panel]));
  const brought = tilesOn(wall, unseen, displayIds).filter((tile) => !isOn(tile));
  return drawnOf(wall, brought, displayIds);
}

/** Why a tile is not drawn on a display; undefined: it is. */
export function suspensionOf(
  suspended: readonly Suspension[],
  displayId: string,
  tile: Pick<Tile, 'panel'>,
): Suspension | undefined {
  if (suspended.length === 0) return undefined;
  const picture = pictureOf(tile);
  return suspended.find(
    (one) => one.picture === picture && (one.guilty || one.displayIds.includes(displayId)),
  );
}

/** The newest deaths that belong together. */
export function recentCrashes(crashes: readonly Crash[], now: number): readonly Crash[] {
  return crashes.filter(({ at }) => now - at < LOOP_WITHIN_MS);
}

/**
 * The tiles to take away when a window dies in a loop: those that it drew each of the last times it died. When the program came less
 * than a minute before the first death, only what came with it: what ran calmly before is no suspect.
 */
export function suspects(
  wall: Wall,
  displayIds: readonly string[],
  crashes: readonly Crash[],
): readonly string[] {
  const last = crashes.slice(-LOOP_CRASHES);
  const [first] = last;
  if (first === undefined || last.length < LOOP_CRASHES) return [];
  const common = first.pictures.filter((picture) => last.every(({ pictures }) => pictures.includes(picture)));
  const cameJustBefore = wall.program !== null && first.at - wall.program.showAt < LOOP_WITHIN_MS;
  const before = cameJustBefore ? tilesOn(wall, wall.previous?.scene, displayIds).map(pictureOf) : [];
  const fresh = common.filter((picture) => !before.includes(picture));
  return fresh.length > 0 ? fresh : common;
}
