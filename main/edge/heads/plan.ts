import type { SiteFile } from '../../../domain/contract/siteFile.ts';
import { arrangeAsConnected, arrangeVirtual, readingOrder } from '../../../domain/wall/arrange.ts';
import type { Canvas, Display } from '../../../domain/wall/model.ts';
import { canvasOfRoom } from '../../../domain/wall/panels.ts';
import type { Head, Room, RoomPanel, SeatedHead } from '../../../domain/wall/roomModel.ts';
import { CONSOLE_PLACE, seatedAt, seatHeads } from '../../../domain/wall/seating.ts';

/** One window of the wall: what it shows, and the head it stands on; without one it is an ordinary window. */
export type WallWindowPlan = {
  readonly id: string;
  readonly displayIds: readonly string[];
  readonly headId: string | null;
};

export type RoomPlan = {
  readonly canvas: Canvas;
  readonly room: Room;
  readonly heads: readonly SeatedHead[];
  readonly wallWindows: readonly WallWindowPlan[];
  /** Where the console stands: at home, or as a guest above a panel while its own screen is lost. `null`: nowhere to stand. */
  readonly console: { readonly headId: string; readonly guest: boolean } | null;
  /** True for what is to be known at the next start. */
  readonly lasting: boolean;
};

export type PlanRequest = {
  readonly site: SiteFile;
  /** All panels in one window, whatever screens there are. */
  readonly windowed: boolean;
  /** What was known of the room, or null. */
  readonly known: Room | null;
  readonly heads: readonly Head[];
  /** Panels have stood on screens of their own since the start: lost ones are not replaced by a window. */
  readonly seen: boolean;
};

type Arrangement<Kind> = Extract<SiteFile['displays'], { arrangement: Kind }>;

const PANEL_55_INCH = { widthMm: 1217, heightMm: 685, bezelMm: 3.5 } as const;
/** What a virtual panel is like when the room's own panels are not known. */
const VIRTUAL_PX = { columns: 2, rows: 2, widthPx: 1920, heightPx: 1080 } as const;

function panelsOf({ displays }: Canvas): readonly RoomPanel[] {
  return displays.map(({ dark: _dark, turn: _turn, ...panel }) => panel);
}

function siteRoom(site: SiteFile, panels: readonly RoomPanel[], known: Room | null): Room {
  const { seatDistanceMm } = site;
  return { origin: 'site', panels, seatDistanceMm, virtual: false, seats: known?.seats ?? {} };
}

function defaultRoom(site: SiteFile): Room {
  const { displays } = site;
  const first = displays.arrangement === 'fixed' ? displays.panels[0] : undefined;
  const panel = 'panel' in displays ? displays.panel : (first ?? PANEL_55_INCH);
  return siteRoom(site, panelsOf(arrangeVirtual(VIRTUAL_PX, panel, site.seatDistanceMm)), null);
}

function virtualRoom(site: SiteFile, plan: Arrangement<'virtual'>): Room {
  const canvas = arrangeVirtual({ ...plan, ...plan.panel }, plan.panel, site.seatDistanceMm);
  return { ...siteRoom(site, panelsOf(canvas), null), virtual: true };
}

/** All panels are shown: in one window, or in one each where the site wants that. */
function inWindows({ site, heads, known }: PlanRequest, room: Room): RoomPlan {
  const canvas = canvasOfRoom({ ...room, virtual: true }, []);
  const ids = canvas.displays.map(({ id }) => id);
  const { displays } = site;
  const each = room.origin === 'site' && displays.arrangement === 'virtual' && displays.windows === 'each';
  const home = heads.find(({ primary }) => primary) ?? heads[0];
  return {
    canvas,
    room,
    heads: heads.map((head) => ({ ...head, place: head === home ? CONSOLE_PLACE : null, doubt: null })),
    wallWindows: each
      ? ids.map((id) => ({ id: `wall-${id}`, displayIds: [id], headId: null }))
      : [{ id: 'wall', displayIds: ids, headId: null }],
    console: home ? { headId: home.id, guest: false } : null,
    lasting: known !== null && known.origin === 'room',
  };
}

/** The first head that was never seated and may be the operator's: the primary one. */
function consoleHead(room: Room, heads: readonly Head[]): Head | undefined {
  const at = room.seats[CONSOLE_PLACE];
  if (at)
    return (
      heads.find(({ identity, connector }) => identity === at.identity && connector === at.connector) ??
      heads.find(({ identity }) => identity === at.identity)
    );
  const others = Object.values(room.seats).map(({ identity }) => identity);
  const free = heads.filter(({ identity }) => !others.includes(identity));
  return free.find(({ primary }) => primary) ?? free[0];
}

/** Every screen but the operator's is a panel, placed as the desktop places it. */
function arrangedAnew(
  { site, heads }: PlanRequest,
  plan: Arrangement<'as-connected'>,
  seated: readonly [desk: Head | undefined, walls: readonly Head[]],
): Room {
  const [desk, unsorted] = seated;
  const walls = [...unsorted].sort((a, b) => readingOrder(a.bounds, b.bounds));
  const canvas = arrangeAsConnected(
    walls.map(({ bounds }) => bounds),
    plan.panel,
    site.seatDistanceMm,
  );
  const places = walls.map((head, index) => ({ head, place: canvas.displays[index]?.id ?? `d${index + 1}` }));
  const desks = desk ? [{ head: desk, place: CONSOLE_PLACE }] : [];
  const bare = siteRoom(site, panelsOf(canvas), null);
  return heads.length === 0 ? bare : seatedAt(bare, [...desks, ...places]);
}

function asConnectedRoom(request: PlanRequest, plan: Arrangement<'as-connected'>): Room | null {
  const { known, heads, site } = request;
  const before = known ?? siteRoom(site, [], null);
  const desk = consoleHead(before, heads);
  const walls = heads.filter((head) => head !== desk);
  // The operator's screen is known and away: one stranger may be what stands in its stead, and no panel more.
  const inItsStead = desk === undefined && before.seats[CONSOLE_PLACE] !== undefined ? 1 : 0;
  if (walls.length > before.panels.length + inItsStead) return arrangedAnew(request, plan, [desk, walls]);
  return before.panels.length === 0 ? null : before;
}

function answersTo({ identity, connector, name, id, bounds }: Head, match: string): boolean {
  const word = identity.replace(/^\w+:/, '');
  return [identity, word, connector, name, id, `${bounds.xPx},${bounds.yPx}`].includes(match);
}

/** The site's word on who hangs where comes before what was learned. */
function fixedRoom({ site, known, heads }: PlanRequest, plan: Arrangement<'fixed'>): Room {
  const panels = plan.panels.map(
    ({ match: _match, order, xMm, yMm, widthMm, heightMm, ...rest }): RoomPanel => {
      const id = `d${order}`;
      const before = known?.panels.find((panel) => panel.id === id);
      const portrait = heightMm > widthMm;
      const [wide, high] = portrait ? [1_080, 1_920] : [1_920, 1_080];
      const px = { widthPx: before?.widthPx ?? wide, heightPx: before?.heightPx ?? high };
      return { id, order, area: { xMm, yMm, widthMm, heightMm }, ...px, ...rest };
    },
  );
  const free = new Set(heads);
  const found = plan.panels.flatMap(({ match, order }) => {
    const head = [...free].find((one) => answersTo(one, match));
    if (head === undefined) return [];
    free.delete(head);
    return [{ head, place: `d${order}` }];
  });
  const names = found.map(({ head }) => head.identity);
  const room = siteRoom(site, panels, known);
  const kept = Object.entries(room.seats).filter(([, seat]) => !names.includes(seat.identity));
  const bare = { ...room, seats: Object.fromEntries(kept) };
  return found.length === 0 ? bare : seatedAt(bare, found);
}

function siteRoomNow(request: PlanRequest): Room | null {
  const { displays } = request.site;
  switch (displays.arrangement) {
    case 'virtual':
      return virtualRoom(request.site, displays);
    case 'fixed':
      return fixedRoom(request, displays);
    case 'as-connected':
      return asConnectedRoom(request, displays);
    case 'remote':
      return siteRoom(request.site, [], null);
  }
}

/** At the first start the operator's screen is learned: the primary one, if it hangs nowhere else. */
function withConsole(room: Room, heads: readonly Head[]): Room {
  if (room.seats[CONSOLE_PLACE] !== undefined) return room;
  const desk = consoleHead(room, heads);
  return desk ? seatedAt(room, [{ head: desk, place: CONSOLE_PLACE }]) : room;
}

/** The panel that the console covers while its own screen is lost: the one that matters least, of those the last. */
function guestOn(displays: readonly Display[], heads: readonly SeatedHead[]): SeatedHead | undefined {
  const lit = displays.filter(({ dark }) => dark !== true);
  const [least] = [...lit].sort((a, b) => (b.priority ?? 2) - (a.priority ?? 2) || b.order - a.order);
  return heads.find(({ place }) => place === least?.id) ?? heads[0];
}

function onScreens({ heads: there, known }: PlanRequest, wanted: Room): RoomPlan {
  const { room, heads } = seatHeads(withConsole(wanted, there), there);
  const canvas = canvasOfRoom(room, heads);
  const placed = heads.flatMap(({ id, place }) =>
    place !== null && place !== CONSOLE_PLACE
      ? [{ id: `wall-${place}`, displayIds: [place], headId: id }]
      : [],
  );
  // A screen without a place shows that it waits for one: never another program's windows.
  const unplaced = heads.flatMap(({ id, place }) =>
    place === null ? [{ id: `wall-head-${id}`, displayIds: [], headId: id }] : [],
  );
  const home = heads.find(({ place }) => place === CONSOLE_PLACE);
  const guest = home ?? guestOn(canvas.displays, heads);
  return {
    canvas,
    room,
    heads,
    wallWindows: [...placed, ...unplaced],
    console: guest ? { headId: guest.id, guest: home === undefined } : null,
    lasting: there.length > 0 || known !== null,
  };
}

/**
 * Which displays the wall has, who hangs where, and which windows show them. A designed room stays as it was designed; a
 * site's follows its file and the screens. A display whose screen is lost stays on the canvas, dark and without a window.
 */
export function planRoom(request: PlanRequest): RoomPlan {
  const { site, windowed, known, seen } = request;
  if (site.displays.arrangement === 'remote')
    return { ...inWindows(request, siteRoom(site, [], null)), wallWindows: [] };
  const wanted = known?.origin === 'room' ? known : siteRoomNow(request);
  if (wanted === null) return inWindows(request, defaultRoom(site));
  if (windowed || wanted.virtual) return inWindows(request, wanted);
  const plan = onScreens(request, wanted);
  const stands = plan.wallWindows.some(({ displayIds }) => displayIds.length > 0);
  return stands || seen ? plan : inWindows(request, wanted);
}
