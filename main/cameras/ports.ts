import type { CameraHealth, CameraSource } from '../../domain/cameras/model.ts';
import type { TileWord, VideoConfig, VideoUnit } from '../../domain/cameras/packets.ts';
import type { Span } from '../../domain/cameras/recording.ts';
import type { ReplayAnchor } from '../../domain/cameras/rules.ts';
import type { PlaylistAddress } from '../kernel/control.ts';

/** The core's end of the port over which one tile gets its pictures. A port that is closed swallows what is posted. */
export type TilePort = {
  postMessage(word: TileWord): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
  close(): void;
};

/** Whoever owns the windows makes the channel; the other end reaches the window together with the ticket. */
export type TilePorts = { open(windowId: string, ticket: string): Promise<TilePort> };

/** Where a camera's stream is; the password comes from the vault, never from the address. */
export type StreamAddress = {
  readonly url: string;
  readonly credentials?: { readonly user: string; readonly password: string };
  /** SHA-256 fingerprint of the camera's own certificate, where no authority vouches for it. */
  readonly certificate?: string;
  /** A window of this machine proved that it can show H.265. */
  readonly playsH265?: boolean;
  /** What the log calls it. */
  readonly name?: string;
  /** Shown on a wall: it goes first, and is asked again without end. */
  readonly onWall?: boolean;
  /** It is looked at most, or has an alarm: it goes before all others; asked anew at each choice. */
  readonly isUrgent?: () => boolean;
  /** It is to take over from another stream of the same tile, and has a turn beside that one until then. */
  readonly isExtra?: () => boolean;
  /** Only a check looks at it: it has turns of its own, however many cameras are shown. */
  readonly isCheck?: boolean;
  /** Pictures that have not changed for so long are suspected; 0: never. 30 s unless told, ms. */
  readonly suspectAfterMs?: number;
  /** As what its pictures are recorded; absent: not at all. */
  readonly record?: RecordedStream;
};

/** Which picture of which camera a recording is of. */
export type RecordedStream = { readonly cameraId: string; readonly stream: 'main' | 'sub' };

/** One recorded picture; `at`: when it was taken, epoch ms of this machine's clock. */
export type FootageUnit = { readonly key: boolean; readonly at: number; readonly data: Uint8Array };

/** Pictures that follow each other without a break, and how to decode them. */
export type Footage = { readonly config: VideoConfig; readonly units: readonly FootageUnit[] };

/** A piece of a camera's recording. Pieces of one `run` follow each other without a break and have one config. */
export type RecordedPiece = Span & {
  readonly run: string;
  /** Its first picture can be decoded alone. */
  readonly key: boolean;
  /** Null when it is gone, or was changed. */
  read(): Promise<Footage | null>;
};

/** Where a source puts what it receives. */
export type Feed = {
  /** Another source of the same picture took its place: it hears nothing any more. */
  isOver(): boolean;
  state(state: Pick<SourceState, 'state'>): void;
  config(config: VideoConfig): void;
  unit(unit: VideoUnit): void;
  /** Something was lost: what comes next does not follow what came before. */
  lost(): void;
};

/** The last minutes of the cameras that are shown. No failure of the disk leaves it. */
export type Recordings = {
  tape(stream: RecordedStream): Feed;
  /** What there is of a camera, in the order of time: each span without a break. */
  spans(cameraId: string): readonly Span[];
  pieces(cameraId: string): readonly RecordedPiece[];
  /** Keeps what there is of this time from being dropped; returns the function that gives it back. */
  hold(cameraId: string, from: number, to: number): () => void;
  /**
   * Plays onto a tile's port: the state says how the camera stood at the moment that is shown, the time of a unit is the
   * moment of its picture (epoch µs). Returns the function that stops.
   */
  play(replay: ReplayAnchor & { readonly cameraId: string }, port: TilePort): () => void;
  close(): Promise<void>;
};

/** How a stream stands; times in epoch ms of this machine's clock. */
export type SourceState = Omit<CameraHealth, 'cameraId'>;

/** Sends a stream's pictures to the port from now on; returns the function that stops. */
export type Watch = (
  stream: StreamAddress,
  port: TilePort,
  onState: (state: SourceState) => void,
) => () => void;

/** Cameras whose pictures come on a tile's port. */
export type LineKind = Exclude<CameraSource['kind'], 'hls'>;

/** Brings live pictures to tiles. */
export type CameraGateway = {
  readonly watch: Readonly<Record<LineKind, Watch>>;
  /** Says how a playlist stands, for as long as it is watched; its pictures go through `ioc://media`. */
  watchPlaylist(stream: StreamAddress, onState: (state: SourceState) => void): () => void;
  /** Asks once for the playlist of a finished recording; takes 20 s at most. */
  readRecording(at: PlaylistAddress): Promise<RecordingRead>;
  close(): void;
};

export type RecordingRead =
  | { readonly playlist: string }
  | { readonly trouble: 'unreachable' | 'malformed' | 'leads-astray' | 'too-large' | 'unauthorised' };

/** Leads `ioc://media/<ticket>/…` to a playlist's address, or nowhere. */
export type MediaTickets = { set(ticket: string, to: PlaylistAddress | null): void };

/** What the cameras' room needs of the outside. */
export type CamerasPorts = {
  readonly gateway: CameraGateway;
  readonly tilePorts: TilePorts;
  readonly mediaTickets: MediaTickets;
  /** Share of this machine's processors in use since the last question, 0…1. */
  readonly busy: () => number;
  /** The vault's name and password for a camera, if it has one. */
  readonly credentials: (cameraId: string) => StreamAddress['credentials'];
  readonly recordings: Recordings;
};
