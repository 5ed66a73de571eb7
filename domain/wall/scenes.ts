import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import { own } from '../kernel/own.ts';
import { same } from '../kernel/same.ts';
import { fold } from '../kernel/text.ts';
import type { SceneLabel } from './calls.ts';
import { MOST_SCENES } from './limits.ts';
import type { Scene, Wall } from './model.ts';

/** The scene under its new label; from now on it is the room's own. One name serves both languages. */
export function labelled(scene: Scene, { name, tags, pin, locked, takenBy }: SceneLabel): Scene {
  const { pin: oldPin, takenBy: oldTakers, ...rest } = scene;
  const newPin = pin === undefined ? oldPin : (pin ?? undefined);
  const takers = takenBy === undefined ? oldTakers : (takenBy ?? undefined);
  return {
    ...rest,
    origin: 'room',
    ...(name !== undefined && name !== scene.name.vi && { name: { vi: name, en: name } }),
    ...(tags !== undefined && { tags: [...new Set(tags)] }),
    ...(locked !== undefined && { locked }),
    ...(newPin !== undefined && { pin: newPin }),
    ...(takers !== undefined && { takenBy: takers }),
  };
}

/** True when a scene is locked and reserved as another: making one of the other is no lock's business. */
export function isLockedAs(one: Scene, other: Scene): boolean {
  return one.locked === other.locked && same(one.takenBy, other.takenBy);
}

/**
 * Decides whether a scene may be kept: two scenes never bear one name, marks and capitals aside, and a locked one stays as
 * it is, its number key too.
 */
export function mayKeep(
  wall: Wall,
  scene: Scene,
  mayUnlock: boolean,
): Outcome<null, 'scene-locked' | 'key-of-locked' | 'name-taken' | 'too-many-scenes'> {
  const before = own(wall.scenes, scene.id);
  if (before?.locked && !mayUnlock) return refuse('scene-locked');
  const others = Object.values(wall.scenes).filter(({ id }) => id !== scene.id);
  if (others.some(({ name }) => fold(name.vi.trim()) === fold(scene.name.vi.trim())))
    return refuse('name-taken');
  const bearer = scene.pin === before?.pin ? undefined : others.find(({ pin }) => pin === scene.pin);
  if (scene.pin !== undefined && bearer?.locked && !mayUnlock) return refuse('key-of-locked');
  return others.length >= MOST_SCENES ? refuse('too-many-scenes') : accept(null);
}
