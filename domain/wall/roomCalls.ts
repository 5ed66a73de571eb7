import type { Outcome } from '../kernel/outcome.ts';
import type { EditRefusal } from './edit.ts';
import type { RoomPanel } from './roomModel.ts';
import type { RoomRefusal } from './roomRules.ts';

type OfWall = { readonly wallId: string };
type OfFile = OfWall & { readonly text: string };

/** What people lay down about a room; who hangs where is learned or answered. */
export type RoomDesign = {
  readonly panels: readonly RoomPanel[];
  readonly seatDistanceMm: number;
  /** All panels in one window, without hardware. */
  readonly virtual: boolean;
};

/** A wrong place of a room's file: where, why, and for a wrong field what belongs there. */
export type RoomFileProblem = {
  readonly path: string;
  readonly reason: 'wrong-field' | 'newer-version' | 'no-json' | 'other-file' | RoomRefusal;
  readonly expected?: string;
};

/** What importing a file would change: displays by what people call them, scenes by name. */
export type RoomFileChanges = {
  readonly added: readonly number[];
  readonly changed: readonly number[];
  readonly removed: readonly number[];
  readonly seatDistanceMm: { readonly from: number; readonly to: number } | null;
  readonly newScenes: readonly string[];
  readonly replacedScenes: readonly string[];
  /** Scenes that may not stand on the file's own panels: they are not imported, and what this wall has of them stays. */
  readonly leftOut: readonly { readonly name: string; readonly reason: EditRefusal }[];
};

export type RoomFileRead =
  | { readonly sound: true; readonly changes: RoomFileChanges }
  | { readonly sound: false; readonly problems: readonly RoomFileProblem[] };

export type RoomCalls = {
  /** Large numbers on all panels for some seconds; every display gives its receipt. */
  readonly 'wall.identify': {
    readonly input: OfWall & { readonly commandId: string };
    readonly output: Outcome<{ readonly until: number }, 'wall-unknown'>;
  };
  /** The operator's word on which screen hangs where; it is remembered. `place`: a display's id, or `console`. */
  readonly 'wall.seatHead': {
    readonly input: OfWall & { readonly headId: string; readonly place: string };
    readonly output: Outcome<null, 'wall-unknown' | 'head-unknown'>;
  };
  readonly 'wall.designRoom': {
    readonly input: OfWall & RoomDesign;
    readonly output: Outcome<null, 'wall-unknown' | RoomRefusal>;
  };
  /** Back to what the site's file and the screens say; who hangs where is forgotten. */
  readonly 'wall.resetRoom': { readonly input: OfWall; readonly output: Outcome<null, 'wall-unknown'> };
  /** Room and scenes as one text, to be kept as a file. */
  readonly 'wall.exportRoom': {
    readonly input: OfWall;
    readonly output: Outcome<{ readonly name: string; readonly text: string }, 'wall-unknown'>;
  };
  /** What is wrong with a file, or what it would change. Changes nothing. */
  readonly 'wall.readRoom': {
    readonly input: OfFile;
    readonly output: Outcome<RoomFileRead, 'wall-unknown'>;
  };
  readonly 'wall.importRoom': {
    readonly input: OfFile;
    readonly output: Outcome<null, 'wall-unknown' | 'file-wrong' | 'too-many-scenes'>;
  };
};
