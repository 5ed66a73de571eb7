import type { BaseWindow, Rectangle } from 'electron';
import type { WindowIdentity } from '../../../domain/contract/port.ts';
import type { Page } from './page.ts';

/** One window of the room, and how it stands. */
export type Placed = {
  readonly window: BaseWindow;
  readonly identity: WindowIdentity;
  /** The page that is seen in it. */
  page: Page;
  /** The screen bounds it belongs on, CSS px; none for an ordinary window. */
  bounds: Rectangle | null;
};
