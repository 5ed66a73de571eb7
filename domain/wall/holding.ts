import type { Stroke } from './ink.ts';
import type { TileReplay } from './replaying.ts';

/** Every display keeps the picture that it showed; data and takes go on beneath. */
export type Freeze = {
  /** The command that froze the wall: a still belongs to it. */
  readonly id: string;
  readonly by: string;
  /** Epoch ms. */
  readonly at: number;
};

/** The province's emblem on neutral ground in front of everything. */
export type Cover = { readonly by: string; readonly at: number };

/** The one tile that may be heard; everything else on the wall is silent. */
export type Audible = {
  readonly tileId: string;
  /** What it showed when it was chosen (`pictureOf`): the same tile with another picture is silent again. */
  readonly picture: string;
  readonly by: string;
  readonly at: number;
};

export const themes = ['dark', 'day'] as const;
/** Light on dark for a dim room, dark on light for a bright one. */
export type Theme = (typeof themes)[number];

/** A tile that is not drawn for now, because a window that showed it died again and again. */
export type Suspension = {
  /** What the tile shows (`pictureOf`). */
  readonly picture: string;
  /** Where it is not drawn; a guilty one nowhere. */
  readonly displayIds: readonly string[];
  /** The window died when this tile alone was tried again: it stays away until somebody says so. */
  readonly guilty: boolean;
  /** Epoch ms. */
  readonly at: number;
};

/** What lies over the program for the moment. None of it changes the program, and all of it outlives a restart. */
export type Hold = {
  readonly freeze: Freeze | null;
  /** In front of every display there is, and every one that comes. */
  readonly coveredAll: Cover | null;
  /** In front of single displays, by id. */
  readonly covers: Readonly<Record<string, Cover>>;
  readonly audible: Audible | null;
  readonly theme: Theme;
  readonly ink: readonly Stroke[];
  readonly suspended: readonly Suspension[];
  /** Camera tiles that show what was. */
  readonly replays: readonly TileReplay[];
};

export const emptyHold: Hold = {
  freeze: null,
  coveredAll: null,
  covers: {},
  audible: null,
  theme: 'dark',
  ink: [],
  suspended: [],
  replays: [],
};
