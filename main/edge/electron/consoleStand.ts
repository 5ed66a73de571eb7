import type { Rectangle } from 'electron';
import type { PlacedRoom } from './displays.ts';
import type { Placed } from './placed.ts';

/** A little of a screen stays free on each side: whoever sees the wall sees that the console is a guest there. */
function inset({ x, y, width, height }: Rectangle): Rectangle {
  const part = (side: number): number => Math.round(side / 25);
  return {
    x: x + part(width),
    y: y + part(height),
    width: width - 2 * part(width),
    height: height - 2 * part(height),
  };
}

type Needs = {
  /** The console's window, while there is one. */
  readonly desk: () => Placed | undefined;
  readonly open: (bounds: Rectangle) => Placed;
};

/** Where the console stands: on its own screen; while that is lost, on a panel, above the wall, where it can be moved about. */
export function createConsoleStand({ desk, open }: Needs) {
  /** Its own screen is lost. */
  let guest = false;
  /** Where it stood at the last look; empty: nowhere, no screen was there. */
  let stood = '';

  return {
    arrange({ console: plan, placeOf }: PlacedRoom): void {
      const place = plan && placeOf(plan.headId);
      const stand = plan && place ? `${plan.headId} ${plan.guest}` : '';
      const moved = stand !== stood;
      stood = stand;
      if (!plan || !place) return;
      const bounds = plan.guest ? inset(place.work) : place.work;
      const entry = desk() ?? open(bounds);
      entry.bounds = bounds;
      entry.window.setAlwaysOnTop(plan.guest);
      // A window manager cuts a window to what screens were left meanwhile; at home it has all the room that there is.
      if (moved) entry.window.setBounds(bounds);
      guest = plan.guest;
    },
    /** A window manager keeps a full-screen window above all that have not the focus. */
    raise(): void {
      const window = desk()?.window;
      if (!guest || !window?.isVisible()) return;
      window.moveTop();
      window.focus();
    },
  };
}
