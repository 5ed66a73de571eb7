/** A camera in a cell that activity ordered. `quietSince`: when nothing went on there any more; null while something does. */
export type ActiveCell = {
  readonly cameraId: string;
  readonly since: number;
  readonly quietSince: number | null;
};

/** What came forward stays so long after it fell quiet, ms: an event that flickers moves nothing. */
export const LINGER_MS = 20_000;
/** Nothing is pushed aside that was brought forward less than this ago, ms. */
export const STAY_MS = 10_000;

type Order = {
  /** All cameras of the grid, in their given order. */
  readonly cameraIds: readonly string[];
  readonly capacity: number;
  /** Cameras with something going on, the most pressing first. */
  readonly active: readonly string[];
  /** Cameras that an operator wants to keep: activity never pushes them aside. */
  readonly pins: readonly string[];
  readonly now: number;
};

type Draft = (ActiveCell | undefined)[];

/** The cells of before, each marked quiet or not, without what lingered long enough. */
function standing(before: readonly ActiveCell[], { cameraIds, capacity, active, pins, now }: Order): Draft {
  return Array.from({ length: capacity }, (_, index) => {
    const cell = before[index];
    if (cell === undefined || !cameraIds.includes(cell.cameraId)) return undefined;
    const isActive = active.includes(cell.cameraId);
    const quietSince = isActive ? null : (cell.quietSince ?? now);
    const isOver = quietSince !== null && now - quietSince >= LINGER_MS;
    const isAtHome = cell.cameraId === cameraIds[index];
    if (isOver && !isAtHome && !pins.includes(cell.cameraId)) return undefined;
    return { ...cell, quietSince };
  });
}

/** Every empty cell gets its own camera back, or the first that is not shown. */
function filled(cells: Draft, { cameraIds, active, now }: Order): Draft {
  const shown = new Set(cells.flatMap((cell) => cell?.cameraId ?? []));
  return cells.map((cell, index) => {
    if (cell !== undefined) return cell;
    const own = cameraIds[index];
    const cameraId = own !== undefined && !shown.has(own) ? own : cameraIds.find((each) => !shown.has(each));
    if (cameraId === undefined) return undefined;
    shown.add(cameraId);
    return { cameraId, since: now, quietSince: active.includes(cameraId) ? null : now };
  });
}

/** The cell that makes room: one at home where nothing goes on, else the least pressing that had its time. */
function roomFor(
  cameraId: string,
  cells: Draft,
  { cameraIds, active, pins, now }: Order,
): number | undefined {
  const open = cells.flatMap((cell, index) =>
    cell !== undefined && pins.includes(cell.cameraId) ? [] : [{ cell, index }],
  );
  const empty = open.find(({ cell }) => cell === undefined);
  if (empty) return empty.index;
  const idle = open.find(
    ({ cell, index }) => cell?.quietSince !== null && cell?.cameraId === cameraIds[index],
  );
  if (idle) return idle.index;
  const rank = (id: string): number => (active.includes(id) ? active.indexOf(id) : active.length);
  const pressing = pins.includes(cameraId) ? -1 : rank(cameraId);
  return open
    .flatMap(({ cell, index }) => (cell ? [{ ...cell, index }] : []))
    .filter((cell) => rank(cell.cameraId) > pressing && now - cell.since >= STAY_MS)
    .sort((a, b) => rank(b.cameraId) - rank(a.cameraId) || a.since - b.since)[0]?.index;
}

/**
 * The cells of a grid that events order, from what they were. A camera that is shown stays in its cell; one that comes
 * forward takes the first cell where nothing goes on; a more pressing one pushes aside only what had its time; what fell
 * quiet lingers and then gives the cell back. What an operator pinned is never moved, and comes before everything.
 */
export function nextCells(before: readonly ActiveCell[], order: Order): readonly ActiveCell[] {
  const { cameraIds, active, pins, now } = order;
  let cells = filled(standing(before, order), order);
  const wanted = [...pins, ...active.filter((id) => !pins.includes(id))].filter((id) =>
    cameraIds.includes(id),
  );
  for (const cameraId of wanted) {
    if (cells.some((cell) => cell?.cameraId === cameraId)) continue;
    const index = roomFor(cameraId, cells, order);
    if (index === undefined) continue;
    const quietSince = active.includes(cameraId) ? null : now;
    const forward = { cameraId, since: now, quietSince };
    cells = cells.map((cell, at) => (at === index ? forward : cell));
  }
  return cells.flatMap((cell) => cell ?? []);
}

/** True while the cells are as nothing had ever happened: then they need not be kept. */
export function isAtRest(cells: readonly ActiveCell[], { cameraIds, pins, active }: Order): boolean {
  return (
    pins.length === 0 &&
    !active.some((id) => cameraIds.includes(id)) &&
    cells.every(({ cameraId }, index) => cameraId === cameraIds[index])
  );
}
