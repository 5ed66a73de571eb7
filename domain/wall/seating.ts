import { readingOrder } from './arrange.ts';
import type { Head, Room, RoomPanel, Seat, SeatedHead } from './roomModel.ts';

/** The place of the operator's screen, among the panels' ids. */
export const CONSOLE_PLACE = 'console';

export type Seating = {
  /** The room with what was learned of who hangs where. */
  readonly room: Room;
  readonly heads: readonly SeatedHead[];
};

/** Two screens that say the same of themselves are told apart by their cables. */
function twinsAmong(heads: readonly Head[]): ReadonlySet<string> {
  const seen = heads.map(({ identity }) => identity);
  return new Set(seen.filter((identity, index) => seen.indexOf(identity) !== index));
}

/** What is remembered of a head: its identity, for a twin with its connector. */
function nameOf(head: Head, twins: ReadonlySet<string>): string {
  return twins.has(head.identity) ? `${head.identity}@${head.connector}` : head.identity;
}

function withoutCable(identity: string): string {
  return identity.split('@')[0] ?? identity;
}

type Table = {
  readonly room: Room;
  readonly twins: ReadonlySet<string>;
  readonly taken: Map<string, SeatedHead>;
};

function sit({ taken }: Table, head: Head, place: string, doubt: SeatedHead['doubt']): void {
  taken.set(place, { ...head, place, doubt });
}

/** The free places remembered for this head, best first. */
function remembered({ room, twins, taken }: Table, head: Head): readonly (readonly [string, Seat])[] {
  const places = Object.entries(room.seats).filter(([place]) => !taken.has(place));
  const exact = places.filter(([, seat]) => seat.identity === nameOf(head, twins));
  const alike = places.filter(([, seat]) => withoutCable(seat.identity) === head.identity);
  const sameCable = alike.filter(([, seat]) => seat.connector === head.connector);
  return [...exact, ...sameCable, ...alike];
}

/** Each head that is known goes where it belongs, whatever its cable and resolution. */
function seatKnown(table: Table, heads: readonly Head[]): readonly Head[] {
  const exactFirst = [...heads].sort((a, b) => exactness(table, b) - exactness(table, a));
  return exactFirst.filter((head) => {
    const [first, second] = remembered(table, head);
    if (first === undefined) return true;
    const [place, seat] = first;
    const sure = seat.identity === nameOf(head, table.twins) || (!table.twins.has(head.identity) && !second);
    sit(table, head, place, sure ? null : 'twin');
    return false;
  });
}

function exactness({ room, twins }: Table, head: Head): number {
  return Object.values(room.seats).some(({ identity }) => identity === nameOf(head, twins)) ? 1 : 0;
}

/** The places without a screen: never used ones in order, then those whose screen is away. */
function freePlaces({ room, taken }: Table): readonly string[] {
  const panels = [...room.panels].sort((a, b) => a.order - b.order).map(({ id }) => id);
  const free = panels.filter((id) => !taken.has(id));
  const isNew = (id: string): boolean => room.seats[id] === undefined;
  return [...free.filter(isNew), ...free.filter((id) => !isNew(id))];
}

/** A head that nobody knows: the place of its cable, else the first free one; it stands there until somebody confirms it. */
function seatStranger(table: Table, head: Head): void {
  const free = freePlaces(table);
  const consoleFree = !table.taken.has(CONSOLE_PLACE);
  const byCable = Object.entries(table.room.seats).find(
    ([place, seat]) =>
      seat.connector === head.connector && (free.includes(place) || (place === CONSOLE_PLACE && consoleFree)),
  )?.[0];
  const place = byCable ?? (consoleFree && head.primary ? CONSOLE_PLACE : free[0]);
  const doubt = table.twins.has(head.identity) ? 'twin' : 'stranger';
  if (place !== undefined) return sit(table, head, place, doubt);
  if (consoleFree) return sit(table, head, CONSOLE_PLACE, doubt);
  sit(table, head, `none:${head.id}`, 'no-place');
}

/** What is now known for certain, beside what was known before. */
function learned({ room, twins, taken }: Table): Room['seats'] {
  const sure = [...taken].filter(([, { doubt }]) => doubt === null);
  const fresh = sure.map(([place, head]): [string, Seat] => [
    place,
    { identity: nameOf(head, twins), connector: head.connector },
  ]);
  return { ...room.seats, ...Object.fromEntries(fresh) };
}

/** A panel remembers the resolution that its screen had, as it hangs. */
function withPixels(panel: RoomPanel, head: SeatedHead | undefined): RoomPanel {
  if (head === undefined || head.doubt !== null) return panel;
  const { widthPx, heightPx } = head.bounds;
  const upright = panel.area.heightMm > panel.area.widthMm === heightPx > widthPx;
  return upright ? { ...panel, widthPx, heightPx } : { ...panel, widthPx: heightPx, heightPx: widthPx };
}

/**
 * Who hangs where. A known screen keeps its place in any order, on any cable, at any resolution. Where two say the same of
 * themselves, or a stranger came, each gets a place for now, and the operator is asked.
 */
export function seatHeads(room: Room, heads: readonly Head[]): Seating {
  const table: Table = { room, twins: twinsAmong(heads), taken: new Map() };
  const strangers = seatKnown(table, heads);
  for (const head of [...strangers].sort((a, b) => readingOrder(a.bounds, b.bounds)))
    seatStranger(table, head);
  const seated = [...table.taken.values()].map((head) =>
    head.doubt === 'no-place' ? { ...head, place: null } : head,
  );
  const panels = room.panels.map((panel) => withPixels(panel, table.taken.get(panel.id)));
  return { room: { ...room, panels, seats: learned(table) }, heads: seated };
}

/** The first time in a room: screens sit as they are placed, and nobody doubts it. */
export function seatedAt(
  room: Room,
  heads: readonly { readonly head: Head; readonly place: string }[],
): Room {
  const twins = twinsAmong(heads.map(({ head }) => head));
  const seats = heads.map(({ head, place }): [string, Seat] => [
    place,
    { identity: nameOf(head, twins), connector: head.connector },
  ]);
  return { ...room, seats: { ...room.seats, ...Object.fromEntries(seats) } };
}

/** The operator's word: this head hangs at this place. Who stood there takes the place it leaves. */
export function seatedByWord(
  room: Room,
  heads: readonly SeatedHead[],
  answer: { readonly headId: string; readonly place: string },
): Room | undefined {
  const head = heads.find(({ id }) => id === answer.headId);
  const isPlace = answer.place === CONSOLE_PLACE || room.panels.some(({ id }) => id === answer.place);
  if (head === undefined || !isPlace) return undefined;
  const other = heads.find(({ place, id }) => place === answer.place && id !== head.id);
  const said = [{ head, place: answer.place }];
  if (other && head.place !== null) said.push({ head: other, place: head.place });
  // Of twins, the last one in doubt needs no question of its own.
  const rest = heads.filter(
    ({ id, doubt, identity }) =>
      doubt === 'twin' && identity === head.identity && !said.some((one) => one.head.id === id),
  );
  const [last] = rest;
  if (last && rest.length === 1 && last.place !== null) said.push({ head: last, place: last.place });
  const places = said.map(({ place }) => place);
  const twins = twinsAmong(heads);
  const names = said.map((one) => nameOf(one.head, twins));
  const kept = Object.entries(room.seats).filter(
    ([place, seat]) => !places.includes(place) && !names.includes(seat.identity),
  );
  const bare: Room = { ...room, seats: Object.fromEntries(kept) };
  const seats = said.map((one, index): [string, Seat] => [
    one.place,
    { identity: names[index] ?? one.head.identity, connector: one.head.connector },
  ]);
  return { ...bare, seats: { ...bare.seats, ...Object.fromEntries(seats) } };
}
