import type { Outcome } from '../kernel/outcome.ts';
import type { LookOrder, LookRefusal } from './lookRules.ts';

/** The same `commandId` again changes nothing. */
type Commanded = { readonly wallId: string; readonly commandId: string };

/** What they do is receipted by every display like a take. */
export type LookCalls = {
  /** Turns one camera tile of the program: page, pause, zoom, freeze, enlarge, pin, let go. */
  readonly 'wall.look': {
    readonly input: Commanded & { readonly tileId: string; readonly order: LookOrder };
    readonly output: Outcome<null, LookRefusal>;
  };
  /** The camera that hotspots show from now on. */
  readonly 'wall.chooseCamera': {
    readonly input: Commanded & { readonly cameraId: string };
    readonly output: Outcome<null, 'wall-unknown' | 'camera-unknown'>;
  };
};
