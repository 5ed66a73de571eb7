import type { Outcome } from '../kernel/outcome.ts';
import type { Importance, ShedLevel } from './shedding.ts';

export type OpenedCamera = {
  /** How long a picture may stay the same before it is suspected; 0: for ever. 30 s unless told, ms. */
  readonly suspectAfterMs?: number;
} &
  /** Pictures come on the tile port that arrives in the window with this ticket. */
  (
    | { readonly kind: 'rtsp'; readonly ticket: string }
    /** Whole pictures, one by one, come on such a port. */
    | { readonly kind: 'pictures'; readonly ticket: string }
    /** An offer of a WebRTC session comes on such a port and is answered there. */
    | { readonly kind: 'webrtc'; readonly ticket: string }
    /** A playlist for the HLS player under the product's own scheme. */
    | { readonly kind: 'hls'; readonly ticket: string; readonly url: string }
  );

/** What became of one tile's pictures since the window's last word. */
export type TileShown = {
  readonly ticket: string;
  readonly importance: Importance;
  /** Pictures that were painted, and those that were left out because the tile is to shed load. */
  readonly shown: number;
  readonly spared: number;
  /** Pictures that came, where the core does not count them itself. */
  readonly due?: number;
  /** Size of its picture; 0 as long as there is none. */
  readonly pixels: number;
  /** Nobody sees it: it waits for a take, or was on before one. Absent: it is seen. */
  readonly unseen?: true;
  /** Since when what it paints is the same to the last bit, epoch ms; absent: it changes. */
  readonly suspectSince?: number;
};

export type WindowReport = {
  /** Share of the window's frames that came later than pictures of 25 a second need, 0…1. */
  readonly late: number;
  readonly tiles: readonly TileShown[];
};

/** How much moving picture of this machine is seen, in thousands of pixels per second, and what tiles gave up for it. */
export type CameraBudget = {
  /** What it can show, as it turned out; null: no limit was met. */
  readonly capacity: number | null;
  readonly used: number;
  /** Share of the machine's processors in use, 0…1. */
  readonly busy: number;
  readonly tiles: number;
  readonly levels: Readonly<Record<ShedLevel, number>>;
};

export type CamerasCalls = {
  /** Opens a camera for one tile; `widthPx` chooses the main or the small picture. */
  readonly 'cameras.open': {
    readonly input: {
      readonly cameraId: string;
      readonly widthPx: number;
      /** Normal unless said. */
      readonly importance?: Importance;
      /** This window has proved that it can show H.265; absent: it has not. */
      readonly playsH265?: boolean;
    };
    readonly output: Outcome<OpenedCamera, 'camera-unknown' | 'no-source' | 'camera-too-large'>;
  };
  readonly 'cameras.close': {
    readonly input: {
      readonly ticket: string;
      /** Its pictures turned out to be larger than any tile could show: no tile is given them for a while. */
      readonly tooLarge?: true;
    };
    readonly output: Outcome<null, never>;
  };
  /** Said once a second by every window that shows cameras; answers what each of its tiles is to give up. */
  readonly 'cameras.report': {
    readonly input: WindowReport;
    readonly output: Outcome<Readonly<Record<string, ShedLevel>>, never>;
  };
  readonly 'cameras.budget': {
    readonly input: Readonly<Record<string, never>>;
    readonly output: Outcome<CameraBudget, never>;
  };
};
