import { own } from '../kernel/own.ts';
import { same } from '../kernel/same.ts';
import { filmsOf } from './films.ts';
import { scenesFor } from './layout.ts';
import type { Canvas, Program, Scene, SceneTemplate, Wall } from './model.ts';

/** All scenes of the province, laid out on the displays that there are. */
export function layOut(templates: readonly SceneTemplate[], canvas: Canvas): readonly Scene[] {
  return templates.flatMap((template) => scenesFor(template, canvas));
}

/** The scene without its number key. */
export function unpinned({ pin: _given, ...scene }: Scene): Scene {
  return scene;
}

/**
 * The province's scenes with what this room kept: a kept scene stands in place of the province's of the same id, and bears
 * its number key in place of the province's that has the same.
 */
export function withKept(scenes: readonly Scene[], before: Wall['scenes']): readonly Scene[] {
  const kept = Object.values(before).filter(({ origin }) => origin === 'room');
  const isBorne = (scene: Scene): boolean =>
    scene.pin !== undefined && kept.some(({ pin }) => pin === scene.pin);
  const fresh = scenes.map(
    (scene) => kept.find(({ id }) => id === scene.id) ?? (isBorne(scene) ? unpinned(scene) : scene),
  );
  return [...fresh, ...kept.filter((scene) => !fresh.includes(scene))];
}

/** True for a scene of the province's file and for its pages, `flood` and `flood-2`, as they are or as this room changed them. */
export function isOfProvince(templateIds: readonly string[], sceneId: string): boolean {
  const ownId = sceneId.replace(/-\d+$/, '');
  return templateIds.some((id) => id === sceneId || id === ownId);
}

/** The province's own scene in place of what this room made of it; undefined for a page that there is none of on these displays. */
export function reverted(
  templates: readonly SceneTemplate[],
  { canvas, scenes }: Pick<Wall, 'canvas' | 'scenes'>,
  sceneId: string,
): Scene | undefined {
  const { [sceneId]: _changed, ...others } = scenes;
  return withKept(layOut(templates, canvas), others).find(({ id }) => id === sceneId);
}

/**
 * A scene after displays came or went: laid out again under its own id, or its first page when there are fewer pages now.
 * A scene whose tiles somebody edited stays as it was edited: what lies on a lost display comes back with it.
 */
export function relaid(
  scene: Scene,
  before: Wall['scenes'],
  templates: readonly SceneTemplate[],
  scenes: readonly Scene[],
): Scene {
  if (!same(scene.tiles, own(before, scene.id)?.tiles)) return scene;
  const wholeId = templates.some(({ id }) => id === scene.id) ? scene.id : scene.id.replace(/-\d+$/, '');
  const first = scenes.find(({ id }) => id === wholeId);
  return scenes.find(({ id }) => id === scene.id) ?? first ?? scene;
}

/** The program on the new layout: the same one while its scene is the same, else its next revision. */
export function relaidProgram(
  program: Program,
  scene: Scene,
  next: { readonly takeId: string; readonly showAt: number },
): Program {
  if (same(program.scene, scene)) return program;
  const { films: _before, ...rest } = program;
  const { showAt } = next;
  return { ...rest, ...next, scene, revision: program.revision + 1, ...filmsOf(program, { scene, showAt }) };
}
