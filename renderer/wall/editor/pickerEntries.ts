import { search, type Findable, type SearchIndex } from '../../../domain/search/search.ts';
import type { PanelKind, PanelSpec } from '../../../domain/wall/model.ts';
import { readyTiles } from '../../panels/editing.ts';
import type { EditingRoom } from '../../panels/editingDefinition.ts';
import { titleOf } from './stage.ts';

/** A tile that can be placed, as the palettes list it. */
export type PickerEntry = Findable & {
  readonly id: string;
  readonly spec: PanelSpec;
  readonly kind: string;
  readonly whose: string;
};

/** Shown at once; more are found by more letters. */
export const MOST_SHOWN = 60;

/** Every tile on offer, in the order of the kinds. */
export function pickerEntries(room: EditingRoom): readonly PickerEntry[] {
  return readyTiles(room).map(({ spec, whose = '' }) => {
    const kind = room.words.scenes.kinds[spec.kind];
    return {
      id: JSON.stringify(spec),
      spec,
      name: titleOf(spec, room),
      also: `${kind} ${whose}`,
      kind,
      whose,
    };
  });
}

/** Entries of a kind that fit the search, the best first. */
export function foundEntries(
  index: SearchIndex<PickerEntry>,
  question: string,
  kind: PanelKind | null,
): readonly PickerEntry[] {
  return search(
    index.filter(({ item }) => kind === null || item.spec.kind === kind),
    question,
    index.length,
  );
}
