import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import { own } from '../kernel/own.ts';
import { contains, overlaps } from './area.ts';
import { FLOOR_ARC_MINUTES, readableLineMm } from './legibility.ts';
import { mostArc } from './leastRoom.ts';
import { LEAST_SIDE_MM, MOST_TILES, UNDO_DEPTH } from './limits.ts';
import type { Canvas, Draft, DraftStep, Scene, Tile, TilePatch } from './model.ts';

export type EditRefusal =
  | 'tile-unknown'
  | 'outside-canvas'
  | 'area-taken'
  | 'tile-too-small'
  | 'unreadable'
  | 'too-many-tiles'
  | 'nothing-to-undo'
  | 'nothing-to-redo';

/** The scene after an edit. */
export function patched(scene: Scene, patch: TilePatch): Scene {
  const kept = Object.entries(scene.tiles).filter(([id]) => !Object.hasOwn(patch, id));
  const put = Object.entries(patch).filter((entry): entry is [string, Tile] => entry[1] !== null);
  return { ...scene, tiles: Object.fromEntries([...kept, ...put]) };
}

/** The edit that undoes `patch` on this scene. */
export function backFrom(scene: Scene, patch: TilePatch): TilePatch {
  return Object.fromEntries(Object.keys(patch).map((id) => [id, own(scene.tiles, id) ?? null]));
}

/** A tile that has no room for one line of readable type can say nothing, whatever its kind. */
function faultOf(canvas: Canvas, tile: Tile): 'tile-too-small' | 'outside-canvas' | undefined {
  const leastMm = Math.max(LEAST_SIDE_MM, readableLineMm(canvas.seatDistanceMm));
  if (Math.min(tile.area.widthMm, tile.area.heightMm) < leastMm) return 'tile-too-small';
  return contains(canvas.area, tile.area) ? undefined : 'outside-canvas';
}

/**
 * Decides whether tiles may lie so. Base tiles never overlap and never leave the canvas (mm); no tile is lower or narrower
 * than a line that the farthest seat reads; a tile that is taken away must be there.
 */
export function placed(canvas: Canvas, scene: Scene, patch: TilePatch): Outcome<Scene, EditRefusal> {
  for (const [id, tile] of Object.entries(patch)) {
    if (tile === null ? own(scene.tiles, id) === undefined : tile.id !== id) return refuse('tile-unknown');
    const fault = tile && faultOf(canvas, tile);
    if (fault) return refuse(fault);
  }
  const next = patched(scene, patch);
  const base = Object.values(next.tiles).filter(({ layer }) => layer === 'base');
  if (Object.keys(next.tiles).length > MOST_TILES) return refuse('too-many-tiles');
  const taken = base.some((tile) => {
    if (!Object.hasOwn(patch, tile.id)) return false;
    return base.some((other) => other.id !== tile.id && overlaps(other.area, tile.area));
  });
  return taken ? refuse('area-taken') : accept(next);
}

/** The tile says what it is there for only in type that the farthest seat cannot read, and did not so before. */
function isUnreadable(canvas: Canvas, scene: Scene, tile: Tile): boolean {
  const arc = mostArc(canvas, tile);
  if (arc >= FLOOR_ARC_MINUTES) return false;
  const before = own(scene.tiles, tile.id);
  return before === undefined || mostArc(canvas, before) > arc;
}

/**
 * Decides whether an edit may stand; the editor's preview and the core ask the same question: its tiles may lie so, and it
 * makes none that cannot be read. What could not be read before, because it was kept or imported so, may stay or get better.
 */
export function edited(canvas: Canvas, scene: Scene, patch: TilePatch): Outcome<Scene, EditRefusal> {
  const outcome = placed(canvas, scene, patch);
  if (!outcome.ok) return outcome;
  const worse = Object.values(patch).some((tile) => tile !== null && isUnreadable(canvas, scene, tile));
  return worse ? refuse('unreadable') : outcome;
}

/** The draft after a step: what was undone before it cannot be redone any more; the oldest of too many steps is forgotten. */
export function withStep(draft: Draft, step: DraftStep): Draft {
  return {
    ...draft,
    scene: patched(draft.scene, step.patch),
    done: [...draft.done, step].slice(-UNDO_DEPTH),
    undone: [],
  };
}

/** The draft without its newest step; the same draft when there is none. */
export function undone(draft: Draft): Draft {
  const step = draft.done.at(-1);
  if (step === undefined) return draft;
  return {
    ...draft,
    scene: patched(draft.scene, step.back),
    done: draft.done.slice(0, -1),
    undone: [...draft.undone, step],
  };
}

/** The draft with the step that was undone last; the same draft when there is none. */
export function redone(draft: Draft): Draft {
  const step = draft.undone.at(-1);
  if (step === undefined) return draft;
  return {
    ...draft,
    scene: patched(draft.scene, step.patch),
    done: [...draft.done, step],
    undone: draft.undone.slice(0, -1),
  };
}
