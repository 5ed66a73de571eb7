import { fold } from '../../../domain/kernel/text.ts';
import type { PanelKind, PanelSpec } from '../../../domain/wall/model.ts';
import { readyTiles } from '../../panels/editing.ts';
import type { EditingRoom } from '../../panels/editingDefinition.ts';
import { titleOf } from './stage.ts';

/** A tile that can be placed, as the palette lists it. */
export type PickerEntry = {
  readonly id: string;
  readonly spec: PanelSpec;
  readonly title: string;
  readonly kind: string;
  readonly whose: string;
  /** Everything it is found by, without marks. */
  readonly found: string;
};

/** Shown at once; more are found by more letters. */
export const MOST_SHOWN = 60;

/** Every tile on offer, in the order of the kinds. */
export function pickerEntries(room: EditingRoom): readonly PickerEntry[] {
  return readyTiles(room).map(({ spec, whose = '' }) => {
    const title = titleOf(spec, room);
    const kind = room.words.scenes.kinds[spec.kind];
    return {
      id: JSON.stringify(spec),
      spec,
      title,
      kind,
      whose,
      found: fold(`${title} ${kind} ${whose}`),
    };
  });
}

/** Entries of a kind that hold every word of the search, those whose title begins with it first. */
export function foundEntries(
  entries: readonly PickerEntry[],
  search: string,
  kind: PanelKind | null,
): readonly PickerEntry[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  const sought = words.join(' ');
  const found = entries.filter(
    (entry) =>
      (kind === null || entry.spec.kind === kind) && words.every((word) => entry.found.includes(word)),
  );
  const first = (entry: PickerEntry): boolean => entry.found.startsWith(sought);
  return [...found.filter(first), ...found.filter((entry) => !first(entry))];
}
