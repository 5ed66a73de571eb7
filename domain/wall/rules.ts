import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import { own } from '../kernel/own.ts';
import { contains, overlaps } from './area.ts';
import type { Area, Canvas, Draft, Program, Scene, Tile, Wall } from './model.ts';

export type PlaceTileRefusal = 'tile-unknown' | 'outside-canvas' | 'area-taken';

/** Decides whether a tile may land where the operator dropped it. Base tiles never overlap and never leave the canvas (mm). */
export function placeTile(
  canvas: Canvas,
  scene: Scene,
  request: { readonly tileId: string; readonly area: Area },
): Outcome<Tile, PlaceTileRefusal> {
  const tile = own(scene.tiles, request.tileId);
  if (tile === undefined) return refuse('tile-unknown');
  if (!contains(canvas.area, request.area)) return refuse('outside-canvas');
  const taken = Object.values(scene.tiles).some(
    (other) => other.id !== tile.id && other.layer === tile.layer && overlaps(other.area, request.area),
  );
  return taken && tile.layer === 'base' ? refuse('area-taken') : accept({ ...tile, area: request.area });
}

export type TakeSource =
  | { readonly from: 'scene'; readonly sceneId: string }
  | { readonly from: 'draft'; readonly draftId: string }
  | { readonly from: 'previous' };

export type TakeRefusal =
  'wall-unknown' | 'scene-unknown' | 'draft-unknown' | 'program-moved-on' | 'nothing-before';

/** What a take would show. It must be drawn from the program that is on now; otherwise the difference is shown first. */
export function sceneToTake(
  wall: Wall | undefined,
  source: TakeSource,
  programRevision: number,
): Outcome<Scene, TakeRefusal> {
  if (wall === undefined) return refuse('wall-unknown');
  if ((wall.program?.revision ?? 0) !== programRevision) return refuse('program-moved-on');
  switch (source.from) {
    case 'scene': {
      const scene = own(wall.scenes, source.sceneId);
      return scene === undefined ? refuse('scene-unknown') : accept(scene);
    }
    case 'draft': {
      const draft = own(wall.drafts, source.draftId);
      return draft === undefined ? refuse('draft-unknown') : accept(draft.scene);
    }
    case 'previous':
      return wall.previous === null ? refuse('nothing-before') : accept(wall.previous.scene);
  }
}

/** The program that follows a take. */
export function nextProgram(
  wall: Wall,
  take: { readonly takeId: string; readonly scene: Scene; readonly by: string; readonly showAt: number },
): Program {
  return { revision: (wall.program?.revision ?? 0) + 1, ...take };
}

/** A draft starts as a copy of a scene. */
export function openDraft(wall: Wall, draftId: string, scene: Scene, by: string): Draft {
  return { id: draftId, scene, programRevision: wall.program?.revision ?? 0, by };
}

/** The tiles that a display shows, wholly or in part. */
export function tilesOn(scene: Scene, area: Area): readonly Tile[] {
  return Object.values(scene.tiles).filter((tile) => overlaps(tile.area, area));
}
