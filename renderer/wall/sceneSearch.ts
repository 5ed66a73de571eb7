import { fold, type Language } from '../../domain/kernel/text.ts';
import type { Scene } from '../../domain/wall/model.ts';

/** The scenes that bear every word of the search in name or tags, and every chosen tag. */
export function foundScenes(
  scenes: readonly Scene[],
  search: string,
  tags: ReadonlySet<string>,
  language: Language,
): readonly Scene[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  return scenes.filter((scene) => {
    if (![...tags].every((tag) => scene.tags.includes(tag))) return false;
    const found = fold(`${scene.name[language]} ${scene.tags.join(' ')}`);
    return words.every((word) => found.includes(word));
  });
}

/** The tags in use, the most used first. */
export function tagsInUse(scenes: readonly Scene[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const tag of scenes.flatMap((scene) => scene.tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([tag]) => tag);
}
