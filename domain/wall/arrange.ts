import { around } from './area.ts';
import type { Canvas, Display } from './model.ts';

/** A screen as the desktop places it: bounds in CSS px. */
export type DesktopScreen = {
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
};

/** One kind of panel: its picture area and the frame around it, mm. */
export type PanelSize = { readonly widthMm: number; readonly heightMm: number; readonly bezelMm: number };

function steps(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

/** The canvas that holds these displays, seen from `seatDistanceMm`. */
export function canvasOf(displays: readonly Display[], seatDistanceMm: number): Canvas {
  const area =
    displays.length === 0
      ? { xMm: 0, yMm: 0, widthMm: 0, heightMm: 0 }
      : around(displays.map((display) => display.area));
  return { area, displays, seatDistanceMm };
}

/** Reading order: row by row from the top, each row from the left. */
export function readingOrder(a: DesktopScreen, b: DesktopScreen): number {
  return a.yPx - b.yPx || a.xPx - b.xPx;
}

/**
 * Panels of one size, placed as the desktop places their screens: each column and row of screens is one panel further,
 * with both bezels between the pictures. Screens must come in reading order; display `d1` is the first.
 */
export function arrangeAsConnected(
  screens: readonly DesktopScreen[],
  panel: PanelSize,
  seatDistanceMm: number,
): Canvas {
  const columns = steps(screens.map(({ xPx }) => xPx));
  const rows = steps(screens.map(({ yPx }) => yPx));
  const displays = screens.map((screen, index): Display => ({
    id: `d${index + 1}`,
    order: index + 1,
    area: {
      xMm: columns.indexOf(screen.xPx) * (panel.widthMm + 2 * panel.bezelMm),
      yMm: rows.indexOf(screen.yPx) * (panel.heightMm + 2 * panel.bezelMm),
      widthMm: panel.widthMm,
      heightMm: panel.heightMm,
    },
    widthPx: screen.widthPx,
    heightPx: screen.heightPx,
    rotation: 0,
    bezelMm: panel.bezelMm,
  }));
  return canvasOf(displays, seatDistanceMm);
}

/** A wall without hardware: `columns` × `rows` panels of `widthPx` × `heightPx`. */
export function arrangeVirtual(
  size: {
    readonly columns: number;
    readonly rows: number;
    readonly widthPx: number;
    readonly heightPx: number;
  },
  panel: PanelSize,
  seatDistanceMm: number,
): Canvas {
  const screens = Array.from({ length: size.columns * size.rows }, (_screen, index) => ({
    xPx: (index % size.columns) * size.widthPx,
    yPx: Math.floor(index / size.columns) * size.heightPx,
    widthPx: size.widthPx,
    heightPx: size.heightPx,
  }));
  return arrangeAsConnected(screens, panel, seatDistanceMm);
}
