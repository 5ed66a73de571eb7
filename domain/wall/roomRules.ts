import { overlaps } from './area.ts';
import type { Area } from './model.ts';
import type { Room, RoomPanel } from './roomModel.ts';

/** Displays of one wall. */
export const MOST_PANELS = 64;
/** mm. */
export const PANEL_SIDE_MM = { least: 50, most: 10_000 } as const;
export const MOST_BEZEL_MM = 100;
export const SEAT_MM = { least: 500, most: 50_000 } as const;
/** Pixels of one panel, as it hangs; a portrait panel is higher than wide. */
export const PANEL_PX = { least: 200, most: 7_680 } as const;
/** Panels lie within this distance of the room's origin, mm. */
const FARTHEST_MM = 500_000;
/** Pixels are square but for this part: a wider difference means that a size or a rotation is wrong. */
const SQUARE_WITHIN = 0.06;

export type RoomRefusal =
  | 'no-panel'
  | 'too-many-panels'
  | 'panel-size-wrong'
  | 'panel-place-wrong'
  | 'resolution-wrong'
  | 'pixels-not-square'
  | 'bezel-wrong'
  | 'seat-distance-wrong'
  | 'panel-doubled'
  | 'panels-overlap';

/** What is wrong with a designed room, and with which panel (its index). */
export type RoomFault = { readonly reason: RoomRefusal; readonly at?: number; readonly field?: string };

function within(value: number, { least, most }: { readonly least: number; readonly most: number }): boolean {
  return Number.isFinite(value) && value >= least && value <= most;
}

/** A panel with its frame. */
export function frameOf({ area, bezelMm }: Pick<RoomPanel, 'area' | 'bezelMm'>): Area {
  return {
    xMm: area.xMm - bezelMm,
    yMm: area.yMm - bezelMm,
    widthMm: area.widthMm + 2 * bezelMm,
    heightMm: area.heightMm + 2 * bezelMm,
  };
}

function panelFault({ area, widthPx, heightPx, bezelMm }: RoomPanel): Omit<RoomFault, 'at'> | undefined {
  const { xMm, yMm, widthMm, heightMm } = area;
  if (!within(widthMm, PANEL_SIDE_MM)) return { reason: 'panel-size-wrong', field: 'area.widthMm' };
  if (!within(heightMm, PANEL_SIDE_MM)) return { reason: 'panel-size-wrong', field: 'area.heightMm' };
  const far = { least: -FARTHEST_MM, most: FARTHEST_MM };
  if (!within(xMm, far) || !within(yMm, far)) return { reason: 'panel-place-wrong', field: 'area' };
  if (!within(widthPx, PANEL_PX)) return { reason: 'resolution-wrong', field: 'widthPx' };
  if (!within(heightPx, PANEL_PX)) return { reason: 'resolution-wrong', field: 'heightPx' };
  if (!within(bezelMm, { least: 0, most: MOST_BEZEL_MM })) return { reason: 'bezel-wrong', field: 'bezelMm' };
  const across = widthMm / widthPx;
  const down = heightMm / heightPx;
  return Math.abs(across - down) > SQUARE_WITHIN * across
    ? { reason: 'pixels-not-square', field: 'widthPx' }
    : undefined;
}

function isDoubled(panels: readonly RoomPanel[], at: number): boolean {
  const panel = panels[at];
  return panels.some(
    (other, index) => index < at && (other.id === panel?.id || other.order === panel?.order),
  );
}

/** Frames may touch; one never covers another. */
function coversAnother(panels: readonly RoomPanel[], at: number): boolean {
  const panel = panels[at];
  if (panel === undefined) return false;
  return panels.some((other, index) => index < at && overlaps(frameOf(other), frameOf(panel)));
}

/** The first thing that is wrong with a room, or nothing. The desk asks while one edits, the core before it applies. */
export function roomFault({
  panels,
  seatDistanceMm,
}: Pick<Room, 'panels' | 'seatDistanceMm'>): RoomFault | undefined {
  if (panels.length === 0) return { reason: 'no-panel' };
  if (panels.length > MOST_PANELS) return { reason: 'too-many-panels', at: MOST_PANELS };
  if (!within(seatDistanceMm, SEAT_MM)) return { reason: 'seat-distance-wrong' };
  for (const [at, panel] of panels.entries()) {
    const fault = panelFault(panel);
    if (fault) return { ...fault, at };
    if (isDoubled(panels, at)) return { reason: 'panel-doubled', at, field: 'order' };
    if (coversAnother(panels, at)) return { reason: 'panels-overlap', at, field: 'area' };
  }
  return undefined;
}
