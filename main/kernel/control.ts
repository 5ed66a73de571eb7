import type { FileProblem } from '../../domain/contract/fileProblem.ts';
import type { Notice, WindowIdentity } from '../../domain/contract/port.ts';
import type { WebPlace } from '../../domain/web/model.ts';
import type { Canvas } from '../../domain/wall/model.ts';
import type { Room, Standing } from '../../domain/wall/roomModel.ts';

/** What is wrong in a file, and in which. */
export type FileFault = FileProblem & { readonly file: string };

/** Where a playlist is, and who asks for it; no window ever learns either. */
/** Under a ticket, the path of the playlist itself: a name that no server gives to a file of its own. */
export const TICKET_PLAYLIST = '~ticket.m3u8';

/** Where a window finds the playlist of a ticket. */
export const playlistUrl = (ticket: string): string => `ioc://media/${ticket}/${TICKET_PLAYLIST}`;

export type PlaylistAddress = {
  readonly url: string;
  readonly credentials?: { readonly user: string; readonly password: string };
};

/** What the core needs to start. Paths are absolute. */
export type CoreConfig = {
  readonly profileDir: string;
  readonly sitePath: string;
  readonly provincePath: string;
  /** In place of the site's backend, as `--backend` says. */
  readonly backendUrl?: string;
  /** The vault's key, base64, when the shell unwrapped it (safeStorage); otherwise the core uses the profile's key file. */
  readonly vaultKey?: string;
  /** When the shell spawned the core, epoch ms: the log says how long the start took. */
  readonly spawnedAt?: number;
};

/** What the shell says to the core. `admit` and `tile-port` carry exactly one MessagePort. */
export type ShellMessage =
  | { readonly type: 'start'; readonly config: CoreConfig }
  /** The wall's displays as they are now; said before the first `admit` and at every change. */
  | {
      readonly type: 'canvas';
      readonly wallId: string;
      readonly canvas: Canvas;
      readonly standing?: Standing;
    }
  /** A window's own port and who stands behind it. The same `windowId` again replaces the older port. `personId`: who was signed in there when the last core went (the last `session` word). */
  | { readonly type: 'admit'; readonly window: WindowIdentity; readonly personId?: string }
  /** The page that waited unseen under `windowId` is seen from now on, in place of `instead`, which is gone for good. */
  | { readonly type: 'seen'; readonly windowId: string; readonly instead: string }
  /** The window was closed for good. */
  | { readonly type: 'dismiss'; readonly windowId: string }
  /** A window's process died; it is opened again. */
  | { readonly type: 'crashed'; readonly window: WindowIdentity }
  /** A window holds more memory than its budget. */
  | { readonly type: 'heavy'; readonly windowId: string }
  /** The port that `tile-port` asked for: pictures of this ticket go out on it. */
  | { readonly type: 'tile-port'; readonly ticket: string }
  /** Something that the operator must know; the core gives it its id and time. */
  | { readonly type: 'notice'; readonly kind: Notice['kind']; readonly detail?: string }
  | { readonly type: 'stats'; readonly id: number }
  /** End in order: write what is in memory, then exit. */
  | { readonly type: 'stop' };

/** Counted since the core started; sizes in bytes, times in ms. */
export type CoreStats = {
  readonly uptimeMs: number;
  readonly taken: number;
  readonly rejected: number;
  /** Failures in the pages of windows. */
  readonly pageFailures: number;
  readonly commits: number;
  readonly windows: readonly {
    readonly windowId: string;
    readonly untaken: number;
    readonly held: boolean;
  }[];
  readonly rssBytes: number;
};

/** What the core says to the shell. */
export type CoreMessage =
  /** The last wall is loaded: windows that are admitted get it at once. */
  | {
      readonly type: 'ready';
      readonly startMs: number;
      /** The vault's Mapbox token, when the site wants that engine and has one. */
      readonly mapboxToken?: string;
      /** The key of the machine's documents, base64: the shell reads them itself. None while the vault is closed. */
      readonly documentsKey?: string;
    }
  /** The core cannot start, and exits after this word. `config-wrong`: the room's files are wrong, and starting again changes nothing; `failed` may pass. */
  | {
      readonly type: 'fatal';
      readonly reason: 'config-wrong' | 'vault-closed' | 'failed';
      readonly problems: readonly FileFault[];
    }
  /** Who is signed in at this window from now on; `null`: nobody. The shell keeps it for the next core. */
  | { readonly type: 'session'; readonly windowId: string; readonly personId: string | null }
  /** The one window that may be heard; null: none. */
  | { readonly type: 'sound'; readonly windowId: string | null }
  /** Open this window anew, unseen, and put it in the place of the old one. */
  | { readonly type: 'renew'; readonly windowId: string }
  /** The newest page of this window shows all it has. */
  | { readonly type: 'settled'; readonly windowId: string }
  /** People of the room changed it: the shell keeps it and opens the windows that it needs. */
  | { readonly type: 'room'; readonly wallId: string; readonly room: Room }
  /** Make a channel: one end to this window's preload with the ticket, the other back here. */
  | { readonly type: 'tile-port'; readonly windowId: string; readonly ticket: string }
  /** `ioc://media/<ticket>/…` leads to this address from now on; `null`: no longer. */
  | { readonly type: 'media-ticket'; readonly ticket: string; readonly to: PlaylistAddress | null }
  /** All web pages that this window has from now on, and where they stand in it. */
  | { readonly type: 'web-place'; readonly windowId: string; readonly views: readonly WebPlace[] }
  | { readonly type: 'stats'; readonly id: number; readonly stats: CoreStats }
  /** Once a second: a core that is silent for 5 s hangs. */
  | { readonly type: 'alive' };
