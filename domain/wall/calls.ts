import type { Outcome } from '../kernel/outcome.ts';
import type { Area, Draft, Tile } from './model.ts';
import type { PlaceTileRefusal, TakeRefusal, TakeSource } from './rules.ts';

export type WallCalls = {
  readonly 'wall.openDraft': {
    readonly input: { readonly wallId: string; readonly sceneId: string };
    readonly output: Outcome<Draft, 'wall-unknown' | 'scene-unknown'>;
  };
  readonly 'wall.placeTile': {
    readonly input: {
      readonly wallId: string;
      readonly draftId: string;
      readonly tileId: string;
      readonly area: Area;
    };
    readonly output: Outcome<Tile, PlaceTileRefusal | 'wall-unknown' | 'draft-unknown'>;
  };
  /** Prepare, all ready, show together. Answers when the take is committed; receipts follow. */
  readonly 'wall.take': {
    readonly input: {
      readonly commandId: string;
      readonly wallId: string;
      readonly source: TakeSource;
      /** The program this take was drawn from; 0 for a wall that shows nothing yet. */
      readonly programRevision: number;
    };
    readonly output: Outcome<{ readonly takeId: string; readonly showAt: number }, TakeRefusal>;
  };
  /** A wall window says: the tiles of this take are mounted and live, unseen. */
  readonly 'wall.ready': {
    readonly input: { readonly wallId: string; readonly takeId: string };
    readonly output: Outcome<null, never>;
  };
  /** A wall window says: the frame is painted on these displays. `paintedAt` in epoch ms. */
  readonly 'wall.shown': {
    readonly input: { readonly wallId: string; readonly takeId: string; readonly paintedAt: number };
    readonly output: Outcome<null, never>;
  };
};
