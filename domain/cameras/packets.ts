import type { CameraHealth } from './model.ts';

/** How to decode the units that follow: WebCodecs' codec string and the avcC or hvcC record of ISO 14496-15. */
export type VideoConfig = {
  readonly type: 'config';
  /** Such as `avc1.42c01e` or `hvc1.1.6.L93.B0`. */
  readonly codec: string;
  readonly description: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
};

/** One picture: slices with four-byte lengths in front, as the config promises. */
export type VideoUnit = {
  readonly type: 'unit';
  /** Decoding can begin here. */
  readonly key: boolean;
  /** The camera's own time since its stream began, µs. */
  readonly timestampUs: number;
  readonly data: Uint8Array;
};

/** How the camera stands for this tile; `since` and `lastPictureAt` in epoch ms of this machine's clock. */
export type TileStateWord = { readonly type: 'state' } & Omit<CameraHealth, 'cameraId'>;

/** A whole picture of its own, as JPEG. */
export type PictureWord = { readonly type: 'picture'; readonly number: number; readonly data: Uint8Array };

/** A description of a WebRTC session: what is offered to the tile. */
export type OfferWord = { readonly type: 'offer'; readonly sdp: string };

/** What the tile answers to an offer. */
export type AnswerReply = { readonly type: 'answer'; readonly sdp: string };

/** What the core says on a tile's port. A config always comes before the key unit that needs it. */
export type TileWord =
  VideoConfig | TileStateWord | (VideoUnit & { readonly number: number }) | PictureWord | OfferWord;

/** What a tile says: it has taken all units up to this number. Units that nobody takes are not sent without limit. */
export type TileReply = { readonly type: 'taken'; readonly number: number };

/** So much may lie on the way to one tile; above it the tile misses pictures until the next key unit. */
export const UNTAKEN_LIMIT = { units: 150, bytes: 8 * 1024 * 1024 } as const;

/** A tile says `taken` after so many units at the latest. */
export const TAKEN_EVERY = 5;
