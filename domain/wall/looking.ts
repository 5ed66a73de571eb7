import type { ActiveCell, Hot, Turn } from '../cameras/model.ts';

export type { ActiveCell, Hot, Turn };

/** A person and when, epoch ms. */
export type Author = { readonly by: string; readonly at: number };

/** A part of a picture enlarged: its middle in parts of the picture's width and height, and how many times. */
export type Zoom = { readonly x: number; readonly y: number; readonly scale: number };

/** How one camera tile is turned for now. None of it changes the program; it goes when the tile shows something else. */
export type TileLook = {
  /** What the tile showed when it was turned (`pictureOf`): the same place with another picture knows nothing of it. */
  readonly picture: string;
  readonly turn: (Turn & { readonly by: string }) | null;
  /** The one camera that fills the whole tile. */
  readonly large: ({ readonly cameraId: string } & Author) | null;
  readonly zooms: Readonly<Record<string, Zoom & Author>>;
  /** Cameras whose picture stands still, and since when. */
  readonly frozen: Readonly<Record<string, Author>>;
  /** Cameras that stay where they are whatever goes on elsewhere. */
  readonly pins: Readonly<Record<string, Author>>;
  /** The cells as activity ordered them; empty while nothing goes on. */
  readonly cells: readonly ActiveCell[];
  /** What a hotspot shows. */
  readonly hot: Hot | null;
};

/** How a wall's camera tiles are turned. */
export type Looks = {
  /** The camera last chosen at a console. */
  readonly chosen: ({ readonly cameraId: string } & Author) | null;
  /** Cameras with something going on, the most pressing first. */
  readonly active: readonly string[];
  readonly tiles: Readonly<Record<string, TileLook>>;
};

export const emptyLooks: Looks = { chosen: null, active: [], tiles: {} };

/** A tile that nobody has turned. */
export function freshLook(picture: string): TileLook {
  return { picture, turn: null, large: null, zooms: {}, frozen: {}, pins: {}, cells: [], hot: null };
}
