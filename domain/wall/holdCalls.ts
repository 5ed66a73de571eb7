import type { Outcome } from '../kernel/outcome.ts';
import type { HoldRefusal } from './holdRules.ts';
import type { Theme } from './holding.ts';
import type { Line } from './ink.ts';
import type { ReplayAct, ReplayRefusal } from './replays.ts';

type OfWall = { readonly wallId: string };
/** The same `commandId` again changes nothing. */
type Commanded = OfWall & { readonly commandId: string };

/** The keys of the moment: what they do is receipted by every display like a take. */
export type HoldCalls = {
  /** Every display keeps the picture it shows, or shows the present again. */
  readonly 'wall.freeze': {
    readonly input: Commanded & { readonly on: boolean };
    readonly output: Outcome<null, HoldRefusal>;
  };
  /** The province's emblem in front of displays, or away from them. */
  readonly 'wall.cover': {
    readonly input: Commanded & { readonly displayIds: readonly string[] | 'all'; readonly on: boolean };
    readonly output: Outcome<null, HoldRefusal>;
  };
  /** Back to the present on all displays: nothing frozen, nothing covered. */
  readonly 'wall.return': {
    readonly input: Commanded;
    readonly output: Outcome<null, HoldRefusal>;
  };
  /** The one tile that is heard; `null`: the wall is silent. */
  readonly 'wall.hear': {
    readonly input: Commanded & { readonly tileId: string | null };
    readonly output: Outcome<null, HoldRefusal>;
  };
  /** The wall's colours for a dim room or a bright one. */
  readonly 'wall.setTheme': {
    readonly input: Commanded & { readonly theme: Theme };
    readonly output: Outcome<null, HoldRefusal>;
  };
  /** More of a line that is being drawn: seen at once, kept by nobody. `from`: how many points came before. */
  readonly 'wall.sketch': {
    readonly input: OfWall & { readonly line: Line; readonly from: number };
    readonly output: Outcome<null, HoldRefusal>;
  };
  /** A finished line. */
  readonly 'wall.draw': {
    readonly input: Commanded & { readonly line: Line };
    readonly output: Outcome<null, HoldRefusal>;
  };
  /** A wall window says: every tile that is seen shows what it has, for the first time since this page began. */
  readonly 'wall.settled': {
    readonly input: OfWall;
    readonly output: Outcome<null, never>;
  };
  /** Draws a suspended tile again. */
  readonly 'wall.tryAgain': {
    readonly input: Commanded & { readonly picture: string };
    readonly output: Outcome<null, 'wall-unknown' | 'tile-not-suspended'>;
  };
  /** Shows on a camera tile what this machine recorded, or the present again. */
  readonly 'wall.replay': {
    readonly input: Commanded & {
      readonly tileId: string;
      readonly cameraId: string;
      readonly act: ReplayAct;
    };
    readonly output: Outcome<null, HoldRefusal | ReplayRefusal>;
  };
  readonly 'wall.wipe': {
    readonly input: Commanded;
    readonly output: Outcome<null, HoldRefusal>;
  };
};
