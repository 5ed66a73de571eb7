import type { BrowserWindow, Rectangle } from 'electron';
import type { WindowIdentity } from '../../../domain/contract/port.ts';

/** One window of the room, and how it stands. */
export type Placed = {
  readonly window: BrowserWindow;
  readonly identity: WindowIdentity;
  /** The screen bounds it belongs on, CSS px; none for an ordinary window. */
  bounds: Rectangle | null;
  /** True while a document runs in it. */
  running: boolean;
  /** Another window has taken its place: what becomes of it is no news. */
  retired: boolean;
};
