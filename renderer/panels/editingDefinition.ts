import type { World } from '../../domain/contract/world.ts';
import type { Language } from '../../domain/kernel/text.ts';
import type { PanelKind, PanelSpec } from '../../domain/wall/model.ts';
import type { Dictionary } from '../text/vi.ts';
import type { Measure } from '../ui/measure.ts';
import type { TilePlace } from './definition.ts';

export type SpecOf<Kind extends PanelKind> = Extract<PanelSpec, { kind: Kind }>;

/** What an editor of tiles knows of the room and of type. */
export type EditingRoom = {
  readonly world: World;
  readonly words: Dictionary;
  readonly language: Language;
  readonly measure: Measure;
};

/** A tile that is ready to be placed: what it shows, and who gives it (searched with its title). */
export type ReadyTile<Spec = PanelSpec> = { readonly spec: Spec; readonly whose?: string };

/** One property of a tile, as a line of a form; `put` answers the tile's specification with the new value. */
export type SpecField = { readonly id: string; readonly label: (words: Dictionary) => string } & (
  | {
      readonly control: 'choice';
      readonly options: (room: EditingRoom) => readonly { readonly value: string; readonly label: string }[];
      readonly value: string;
      readonly put: (value: string) => PanelSpec;
    }
  | {
      readonly control: 'number';
      readonly min: number;
      readonly max: number;
      readonly step: number;
      /** What it counts shares the tile's room: fewer of it stand larger. */
      readonly shares?: true;
      /** `undefined`: left to the product. */
      readonly value: number | undefined;
      readonly put: (value: number) => PanelSpec;
    }
  | {
      readonly control: 'text';
      /** Lines of the field; 1 is a single line. */
      readonly lines: number;
      readonly maxLength: number;
      readonly value: string;
      /** What is wrong with a text, as a sentence: it is not put then. Absent: every text is right. */
      readonly problem?: (text: string, words: Dictionary) => string | undefined;
      readonly put: (value: string) => PanelSpec;
    }
  | {
      readonly control: 'check';
      readonly value: boolean;
      readonly put: (value: boolean) => PanelSpec;
    }
  /** Indicators or cameras in the order in which they stand; at least one. */
  | {
      readonly control: 'indicators' | 'cameras';
      readonly most: number;
      readonly value: readonly string[];
      readonly put: (ids: readonly string[]) => PanelSpec;
    }
);

/** The type that a tile lays out at a place, by the very functions that draw it. */
export type TileType = {
  /** Font size of the smallest text, px. */
  readonly textPx: number;
  /** Font size of the number, number face, px; null where it shows none. */
  readonly numberPx: number | null;
  /** What the tile is there to say has room: nothing of it is cut or left out. */
  readonly whole: boolean;
};

/** What the editor must know of one kind of tile. */
export type TileEditing<Kind extends PanelKind> = {
  /** Tiles for the palette: one per indicator, per camera, or the kind's own. */
  readonly ready: (room: EditingRoom) => readonly ReadyTile<SpecOf<Kind>>[];
  /** Usual width and height, in floors of type. */
  readonly sizeFloors: readonly [wide: number, high: number];
  /** The form of its own properties. */
  readonly fields: (spec: SpecOf<Kind>) => readonly SpecField[];
  readonly type: (spec: SpecOf<Kind>, place: TilePlace, room: EditingRoom) => TileType;
};
