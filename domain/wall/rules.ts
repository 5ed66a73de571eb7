import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import { own } from '../kernel/own.ts';
import type { PersonRole } from '../access/model.ts';
import { overlaps } from './area.ts';
import { coverOf, seenScene } from './holdRules.ts';
import { edited, type EditRefusal } from './edit.ts';
import { filmsOf } from './films.ts';
import type { Canvas, Display, Area, Draft, Program, Scene, Tile, TilePatch, Wall } from './model.ts';

export type TakeSource =
  | { readonly from: 'scene'; readonly sceneId: string }
  | { readonly from: 'draft'; readonly draftId: string }
  /** The program with this edit: editing live is edit and take in one. */
  | { readonly from: 'edit'; readonly patch: TilePatch }
  | { readonly from: 'previous' };

export type TakeRefusal =
  | 'wall-unknown'
  | 'scene-unknown'
  | 'draft-unknown'
  | 'program-moved-on'
  | 'nothing-before'
  /** Every tile lies where the wall is no more. */
  | 'nothing-on-wall'
  /** The scene may be taken by other roles only. */
  | 'scene-reserved'
  /** What was planned was called off, or paused, while the windows made it ready. */
  | 'plan-called-off';

/** Every reason for which a take is not done. */
export type WhyNotTaken = TakeRefusal | EditRefusal;

/** The tiles that lie wholly outside the canvas (the room lost panels): no display shows them. */
export function tilesNowhere({ area }: Pick<Canvas, 'area'>, scene: Scene): readonly Tile[] {
  // A wall without displays has no canvas that anything could lie outside of.
  if (area.widthMm === 0) return [];
  return Object.values(scene.tiles).filter((tile) => !overlaps(tile.area, area));
}

/** A take that would show nothing of its scene is no take. */
function seen(wall: Wall, scene: Scene): Outcome<Scene, 'nothing-on-wall'> {
  const lost = tilesNowhere(wall.canvas, scene).length;
  return lost > 0 && lost === Object.keys(scene.tiles).length ? refuse('nothing-on-wall') : accept(scene);
}

/** What a take would show. It must be drawn from the program that is on now; otherwise the difference is shown first. */
export function sceneToTake(
  wall: Wall | undefined,
  source: TakeSource,
  programRevision: number,
): Outcome<Scene, TakeRefusal | EditRefusal> {
  if (wall === undefined) return refuse('wall-unknown');
  if ((wall.program?.revision ?? 0) !== programRevision) return refuse('program-moved-on');
  switch (source.from) {
    case 'scene': {
      const scene = own(wall.scenes, source.sceneId);
      return scene === undefined ? refuse('scene-unknown') : seen(wall, scene);
    }
    case 'draft': {
      const draft = own(wall.drafts, source.draftId);
      return draft === undefined ? refuse('draft-unknown') : seen(wall, draft.scene);
    }
    case 'edit':
      return wall.program === null
        ? refuse('scene-unknown')
        : edited(wall.canvas, wall.program.scene, source.patch);
    case 'previous':
      return wall.previous === null ? refuse('nothing-before') : seen(wall, wall.previous.scene);
  }
}

/** True when a person of this role may take the scene; `null`: the province, in its own plans. */
export function mayTakeScene(scene: Pick<Scene, 'takenBy'>, role: PersonRole | null): boolean {
  return role === null || scene.takenBy === undefined || scene.takenBy.includes(role);
}

/**
 * True when a person of this role may take what a source would show. The way back needs no more than the right to take:
 * whoever puts something wrong on takes it off again. So does a live edit of what is on, unless that is locked.
 */
export function mayTakeFrom(source: TakeSource, scene: Scene, role: PersonRole | null): boolean {
  if (source.from === 'previous' || (source.from === 'edit' && !scene.locked)) return true;
  return mayTakeScene(scene, role);
}

/** The program that follows a take. */
export function nextProgram(wall: Wall, take: Omit<Program, 'revision' | 'films'>): Program {
  return { revision: (wall.program?.revision ?? 0) + 1, ...take, ...filmsOf(wall.program, take) };
}

/** A draft starts as a copy of a scene. */
export function openDraft(wall: Wall, draftId: string, scene: Scene, by: string): Draft {
  return { id: draftId, scene, programRevision: wall.program?.revision ?? 0, by, done: [], undone: [] };
}

/** The tiles that a display shows, wholly or in part. */
export function tilesOn(scene: Scene, area: Area): readonly Tile[] {
  return Object.values(scene.tiles).filter((tile) => overlaps(tile.area, area));
}

/** A display is looked at when its window said that it shows, and nothing stands in front of it. */
function isLit({ receipts, hold }: Pick<Wall, 'receipts' | 'hold'>, { id, dark }: Display): boolean {
  return dark !== true && own(receipts, id)?.state === 'shown' && coverOf(hold, id) === null;
}

/** The tiles that are looked at now, each once and where it is seen; none while no display is lit. */
export function tilesSeen(wall: Wall): readonly Tile[] {
  if (wall.program === null) return [];
  const scene = seenScene(wall, wall.program.scene);
  const lit = wall.canvas.displays.filter((display) => isLit(wall, display));
  return [...new Set(lit.flatMap(({ area }) => tilesOn(scene, area)))];
}

/** True when any display is looked at. */
export function isAnyLit(wall: Wall): boolean {
  return wall.canvas.displays.some((display) => isLit(wall, display));
}

/** What people call these displays: "1, 2"; undefined when none of them is there. */
export function numbersOf(
  wall: Pick<Wall, 'canvas'> | undefined,
  displayIds: readonly string[],
): string | undefined {
  const found = (wall?.canvas.displays ?? []).filter(({ id }) => displayIds.includes(id));
  return found.length === 0 ? undefined : found.map(({ order }) => order).join(', ');
}
