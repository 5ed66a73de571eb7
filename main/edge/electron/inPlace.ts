import type { Rectangle } from 'electron';
import { same } from '../../../domain/kernel/same.ts';
import type { Placed } from './placed.ts';

/** True while a window's middle lies on the screen it belongs to: the operator may move the console about on it. */
function onScreen(window: Rectangle, bounds: Rectangle): boolean {
  const x = window.x + window.width / 2;
  const y = window.y + window.height / 2;
  return x >= bounds.x && x < bounds.x + bounds.width && y >= bounds.y && y < bounds.y + bounds.height;
}

/** Puts a window back on the screen it belongs on. */
export function putInPlace({ window, identity, bounds }: Placed): void {
  if (bounds === null || window.isDestroyed() || !window.isVisible()) return;
  const now = window.getBounds();
  if (identity.kind === 'wall' ? same(now, bounds) : onScreen(now, bounds)) return;
  // A screen of another resolution may be smaller than the window was.
  if (window.isMaximized()) window.unmaximize();
  // A window manager keeps a full-screen window on the screen where it became one.
  window.setFullScreen(false);
  window.setBounds(bounds);
  window.setFullScreen(identity.kind === 'wall');
}
