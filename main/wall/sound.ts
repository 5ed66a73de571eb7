import { heardAt } from '../../domain/wall/holdRules.ts';
import type { Wall } from '../../domain/wall/model.ts';
import type { Audience } from './preparation.ts';

type Needs = {
  readonly walls: () => Readonly<Record<string, Wall>>;
  readonly windows: Audience['windows'];
  /** Told when another window is heard than before; null: the wall is silent. */
  readonly onSound: (windowId: string | null) => void;
};

/** Tells which window may be heard: the one that shows the audible tile, while nothing covers or freezes it. */
export function createSoundWatch({ walls, windows, onSound }: Needs): () => void {
  // A new core does not know what the last one told.
  let told: string | null | undefined;
  return () => {
    const heard = Object.values(walls()).flatMap((wall) => {
      const at = heardAt(wall);
      const window = at && windows().find(({ displayIds }) => displayIds.includes(at.displayId));
      return window ? [window.windowId] : [];
    });
    const next = heard[0] ?? null;
    if (next === told) return;
    told = next;
    onSound(next);
  };
}
