import type { Wall } from '../../domain/wall/model.ts';

const KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Which scene each number key chooses: the one that is pinned to it; keys that are left go to the other scenes in order. */
export function sceneKeys(scenes: Wall['scenes']): ReadonlyMap<number, string> {
  const pinned = new Map<number, string>();
  for (const { id, pin } of Object.values(scenes)) if (pin !== undefined) pinned.set(pin, id);
  const others = Object.values(scenes).filter(({ pin }) => pin === undefined);
  const free = KEYS.filter((key) => !pinned.has(key));
  const given = free.flatMap((key, index) => {
    const scene = others[index];
    return scene === undefined ? [] : [[key, scene.id] as const];
  });
  return new Map([...pinned, ...given]);
}
