import type { Outcome } from '../kernel/outcome.ts';
import type { LookOrder, LookRefusal } from './lookRules.ts';

export type LookCalls = {
  /** Turns one camera tile of the program: page, pause, zoom, freeze, enlarge, pin. */
  readonly 'wall.look': {
    readonly input: { readonly wallId: string; readonly tileId: string; readonly order: LookOrder };
    readonly output: Outcome<null, LookRefusal>;
  };
  /** The camera that hotspots show from now on. */
  readonly 'wall.chooseCamera': {
    readonly input: { readonly wallId: string; readonly cameraId: string };
    readonly output: Outcome<null, 'wall-unknown' | 'camera-unknown'>;
  };
};
