import type { ReplayAnchor } from '../cameras/rules.ts';

/** A camera tile that shows what was, not what is; the others of the wall are not touched. */
export type TileReplay = ReplayAnchor & {
  readonly tileId: string;
  /** Of the tile's cameras, this one. */
  readonly cameraId: string;
  /** What the tile showed when it was led back (`pictureOf`); absent in what an older product wrote down. */
  readonly picture?: string;
  readonly by: string;
  readonly at: number;
};
