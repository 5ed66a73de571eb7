import type { PersonRole } from '../../../domain/access/model.ts';
import type { SceneLabel } from '../../../domain/wall/calls.ts';
import type { Scene } from '../../../domain/wall/model.ts';

/** A scene's label under somebody's hands. `touched`: what they chose themselves, be it what stood there before. */
export type LabelForm = {
  readonly name: string;
  /** As they are typed, with commas between. */
  readonly tags: string;
  readonly touched: Pick<SceneLabel, 'pin' | 'locked' | 'takenBy'>;
};

type Shown = {
  readonly pin: number | null;
  readonly locked: boolean;
  readonly takenBy: readonly PersonRole[];
};

/** What stands in the form: what was touched, else what the scene bears. */
export function shownLabel({ pin, locked, takenBy }: Scene, { touched }: LabelForm): Shown {
  const label = { pin, locked, takenBy, ...touched };
  return { pin: label.pin ?? null, locked: label.locked ?? false, takenBy: label.takenBy ?? [] };
}

/**
 * The label that goes to the core: the scene that it is kept over stays as it was in what nobody touched, and a new scene
 * takes neither the number key nor the lock of the one it is a copy of.
 */
export function labelToSend({ name, tags, touched }: LabelForm): SceneLabel {
  const words = tags.split(',').map((tag) => tag.trim());
  return { name, tags: words.filter(Boolean), ...touched };
}
