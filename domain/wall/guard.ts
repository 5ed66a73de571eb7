import { overlaps } from './area.ts';
import { pictureOf } from './pictureOf.ts';
import type { Suspension } from './holding.ts';
import type { PanelKind, Program, Tile, Wall } from './model.ts';

/** A window that died so often within so long does not come back by being opened again. */
export const LOOP_CRASHES = 3;
export const LOOP_WITHIN_MS = 60_000;
/** A tile that was tried again and did no harm for this long is innocent, ms. */
export const PROBATION_MS = 8_000;

/** One death of a wall window, and what it showed then. */
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

function tilesOn(program: Program | null, wall: Wall, displayIds: readonly string[]): readonly Tile[] {
  const displays = wall.canvas.displays.filter(({ id }) => displayIds.includes(id));
  return Object.values(program?.scene.tiles ?? {}).filter((tile) =>
    displays.some(({ area }) => overlaps(area, tile.area)),
  );
}

/** What a window of these displays draws now, the harmless first. */
export function picturesOn(wall: Wall, displayIds: readonly string[]): readonly string[] {
  const risk = ({ panel }: Tile): number =>
    (byRisk.indexOf(panel.kind) + byRisk.length + 1) % (byRisk.length + 1);
  const tiles = [...tilesOn(wall.program, wall, displayIds)].sort((a, b) => risk(a) - risk(b));
  const drawn = tiles.filter((tile) =>
    displayIds.some((id) => suspensionOf(wall.hold.suspended, id, tile) === undefined),
  );
  return [...new Set(drawn.map(pictureOf))];
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
 * The tiles to take away when a window dies in a loop: those that it showed each time it died. When the program came less
 * than a minute before the first death, only what came with it: what ran calmly before is no suspect.
 */
export function suspects(
  wall: Wall,
  displayIds: readonly string[],
  crashes: readonly Crash[],
): readonly string[] {
  const [first] = crashes;
  if (first === undefined || crashes.length < LOOP_CRASHES) return [];
  const common = first.pictures.filter((picture) =>
    crashes.every(({ pictures }) => pictures.includes(picture)),
  );
  const cameJustBefore = wall.program !== null && first.at - wall.program.showAt < LOOP_WITHIN_MS;
  const before = cameJustBefore ? tilesOn(wall.previous, wall, displayIds).map(pictureOf) : [];
  const fresh = common.filter((picture) => !before.includes(picture));
  return fresh.length > 0 ? fresh : common;
}
