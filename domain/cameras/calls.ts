import type { Outcome } from '../kernel/outcome.ts';
import type { Importance } from './shedding.ts';

export type OpenedCamera =
  /** Pictures come on the tile port that arrives in the window with this ticket. */
  | { readonly kind: 'rtsp'; readonly ticket: string }
  /** A playlist for the HLS player under the product's own scheme. */
  | { readonly kind: 'hls'; readonly ticket: string; readonly url: string };

export type CamerasCalls = {
  /** Opens a camera for one tile; `widthPx` chooses the main or the small picture. */
  readonly 'cameras.open': {
    readonly input: {
      readonly cameraId: string;
      readonly widthPx: number;
      /** Normal unless said. */
      readonly importance?: Importance;
    };
    readonly output: Outcome<OpenedCamera, 'camera-unknown' | 'no-source'>;
  };
  readonly 'cameras.close': {
    readonly input: { readonly ticket: string };
    readonly output: Outcome<null, never>;
  };
};
