import { screen, type Display as Screen, type Rectangle } from 'electron';
import type { SiteFile } from '../../../domain/contract/siteFile.ts';
import { arrangeAsConnected, arrangeVirtual, canvasOf, readingOrder } from '../../../domain/wall/arrange.ts';
import type { Canvas, Display } from '../../../domain/wall/model.ts';

/** One window of the wall: what it shows, and the screen bounds (CSS px) it stands on; without bounds it is an ordinary window. */
export type WallWindowPlan = {
  readonly id: string;
  readonly displayIds: readonly string[];
  readonly bounds: Rectangle | null;
};

export type RoomPlan = { readonly canvas: Canvas; readonly wallWindows: readonly WallWindowPlan[] };

type Arrangement<Kind> = Extract<SiteFile['displays'], { arrangement: Kind }>;

const PANEL_55_INCH = { widthMm: 1217, heightMm: 685, bezelMm: 3.5 } as const;
/** Resolution that a virtual panel gets when the room's own panels are not there. */
const VIRTUAL_PX = { columns: 2, rows: 2, widthPx: 1920, heightPx: 1080 } as const;

function inOneWindow(canvas: Canvas): RoomPlan {
  const displayIds = canvas.displays.map(({ id }) => id);
  return { canvas, wallWindows: [{ id: 'wall', displayIds, bounds: null }] };
}

function virtualRoom(site: SiteFile, plan: Arrangement<'virtual'>): RoomPlan {
  const canvas = arrangeVirtual({ ...plan, ...plan.panel }, plan.panel, site.seatDistanceMm);
  if (plan.windows === 'one') return inOneWindow(canvas);
  const wallWindows = canvas.displays.map(({ id }) => ({ id: `wall-${id}`, displayIds: [id], bounds: null }));
  return { canvas, wallWindows };
}

/** Which screen hangs at which place of the wall: order 1 first. A lost screen keeps its place. */
type Seats = readonly Screen[];

function sameScreen(a: Screen, b: Screen): boolean {
  return a.id === b.id || JSON.stringify(a.bounds) === JSON.stringify(b.bounds);
}

/** Screens keep the places they had; only one never seen before makes everybody sit down anew. */
function seatsFor(walls: readonly Screen[], before: Seats): Seats {
  const known = before.map((seat) => walls.find((wall) => sameScreen(wall, seat)) ?? seat);
  const stranger = walls.some((wall) => !known.includes(wall));
  const place = ({ bounds }: Screen) => ({
    xPx: bounds.x,
    yPx: bounds.y,
    widthPx: bounds.width,
    heightPx: bounds.height,
  });
  return stranger || known.length === 0 ? [...walls].sort((a, b) => readingOrder(place(a), place(b))) : known;
}

function connectedRoom(
  site: SiteFile,
  plan: Arrangement<'as-connected'>,
  seats: Seats,
  walls: readonly Screen[],
): RoomPlan {
  const screens = seats.map(({ bounds }) => ({
    xPx: bounds.x,
    yPx: bounds.y,
    widthPx: bounds.width,
    heightPx: bounds.height,
  }));
  const wallWindows = seats.flatMap((seat, index) =>
    walls.includes(seat)
      ? [{ id: `wall-d${index + 1}`, displayIds: [`d${index + 1}`], bounds: seat.bounds }]
      : [],
  );
  return { canvas: arrangeAsConnected(screens, plan.panel, site.seatDistanceMm), wallWindows };
}

function answersTo(screen: Screen, match: string): boolean {
  return [screen.label, String(screen.id), `${screen.bounds.x},${screen.bounds.y}`].includes(match);
}

function fixedRoom(site: SiteFile, plan: Arrangement<'fixed'>, all: readonly Screen[]): RoomPlan {
  const free = new Set(all);
  const found = plan.panels.map((panel) => {
    const at = [...free].find((candidate) => answersTo(candidate, panel.match));
    if (at) free.delete(at);
    return { panel, at };
  });
  const displays = found.map(({ panel, at }): Display => ({
    id: `d${panel.order}`,
    order: panel.order,
    area: { xMm: panel.xMm, yMm: panel.yMm, widthMm: panel.widthMm, heightMm: panel.heightMm },
    widthPx: at?.bounds.width ?? VIRTUAL_PX.widthPx,
    heightPx: at?.bounds.height ?? VIRTUAL_PX.heightPx,
    rotation: panel.rotation,
    bezelMm: panel.bezelMm,
  }));
  const wallWindows = found.flatMap(({ panel, at }) =>
    at ? [{ id: `wall-d${panel.order}`, displayIds: [`d${panel.order}`], bounds: at.bounds }] : [],
  );
  return { canvas: canvasOf(displays, site.seatDistanceMm), wallWindows };
}

/**
 * Plans the room again and again as screens come and go: which displays the wall has and which windows show them. The
 * primary screen belongs to the console. A display whose screen is lost stays on the canvas, without a window.
 */
export function createRoomPlanner(site: SiteFile, windowed: boolean): () => RoomPlan {
  let seats: Seats = [];
  return () => {
    const all = screen.getAllDisplays();
    const walls = all.filter(({ id }) => id !== screen.getPrimaryDisplay().id);
    const plan = site.displays;
    if (plan.arrangement === 'virtual') return virtualRoom(site, plan);
    if (plan.arrangement === 'fixed' && !windowed) return fixedRoom(site, plan, all);
    const panel = plan.arrangement === 'as-connected' ? plan.panel : (plan.panels[0] ?? PANEL_55_INCH);
    seats = windowed ? [] : seatsFor(walls, seats);
    if (seats.length === 0) return inOneWindow(arrangeVirtual(VIRTUAL_PX, panel, site.seatDistanceMm));
    return connectedRoom(site, { arrangement: 'as-connected', panel }, seats, walls);
  };
}

/** Calls `changed` when screens came, went or moved, once things have settled. */
export function onScreensChanged(changed: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    clearTimeout(timer);
    timer = setTimeout(changed, 150);
  };
  screen.on('display-added', settle);
  screen.on('display-removed', settle);
  screen.on('display-metrics-changed', settle);
}
