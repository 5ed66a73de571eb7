import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SiteFile } from '../../../domain/contract/siteFile.ts';
import { darkIds } from '../../../domain/wall/homecoming.ts';
import type { Head, Room } from '../../../domain/wall/roomModel.ts';
import { seatedByWord } from '../../../domain/wall/seating.ts';
import { planRoom, type RoomPlan } from './plan.ts';

const PANEL = { widthMm: 1_217, heightMm: 685, bezelMm: 3.5 };
const site: SiteFile = {
  id: 'test',
  name: { vi: 'Phòng thử', en: 'Test room' },
  province: 'thai-nguyen',
  wallId: 'main',
  seatDistanceMm: 5_000,
  displays: { arrangement: 'as-connected', panel: PANEL },
  evidence: { days: 400, budgetMb: 100 },
  backend: { url: 'ws://127.0.0.1:1/' },
  map: { mapbox: false },
  cameras: {},
  documents: { budgetMb: 100 },
  recording: { minutes: 10, perCameraMb: 100, totalMb: 1_000 },
  web: { origins: [] },
  demonstrationPeople: [],
  windowMemory: { mostMb: 1_500, lookEveryS: 60 },
  retention: {
    journalDays: 30,
    historyDays: 30,
    auditDays: 30,
    cameraEventDays: { plate: 30, jam: 30, crowd: 30, smoke: 90 },
  },
};

/** A screen on a cable; cables lead to places of the desktop, from the left. `serial`: none, a screen that says nothing. */
function head(cable: number, serial?: string, change: Partial<Head> = {}): Head {
  const connector = `HDMI-${cable}`;
  const identity = serial === undefined ? `connector:${connector}` : `edid:SAM-0C86-${serial}`;
  return {
    id: connector,
    connector,
    identity,
    known: serial === undefined ? 'connector' : 'edid',
    name: 'SAM S24E650',
    bounds: { xPx: cable * 1_920, yPx: 0, widthPx: 1_920, heightPx: 1_080 },
    scale: 1,
    rotation: 0,
    primary: cable === 0,
    ...change,
  };
}

const desk = head(0, 'desk');
const [a, b, c] = [head(1, 'a'), head(2, 'b'), head(3, 'c')];

function plan(heads: readonly Head[], known: Room | null = null, seen = known !== null): RoomPlan {
  return planRoom({ site, windowed: false, known, heads, seen });
}

function placesOf({ heads }: RoomPlan): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    heads.map(({ identity, place }) => [identity.replace('edid:SAM-0C86-', ''), place]),
  );
}

const first = plan([desk, a, b, c]);
const home = { desk: 'console', a: 'd1', b: 'd2', c: 'd3' };

describe('the first start of a room', () => {
  it('seats the primary screen as the console, the others as the desktop places them', () => {
    expect(placesOf(first)).toEqual(home);
    expect(first.heads.every(({ doubt }) => doubt === null)).toBe(true);
    expect(first.wallWindows.map(({ id, headId }) => [id, headId])).toEqual([
      ['wall-d1', 'HDMI-1'],
      ['wall-d2', 'HDMI-2'],
      ['wall-d3', 'HDMI-3'],
    ]);
    expect(first.canvas.displays[1]?.area).toMatchObject({ xMm: 1_224, widthMm: 1_217 });
  });

  it('shows the whole wall in one window while there is no screen for it', () => {
    const alone = plan([desk]);

    expect(alone.wallWindows).toEqual([{ id: 'wall', displayIds: ['d1', 'd2', 'd3', 'd4'], headId: null }]);
    expect(alone.lasting).toBe(false);
    expect(darkIds(plan([desk], first.room, false).canvas)).toEqual([]);
  });
});

describe('screens that are known', () => {
  it('keep their places when their cables are swapped', () => {
    const swapped = plan([desk, head(2, 'a'), head(1, 'b'), c], first.room);

    expect(placesOf(swapped)).toEqual(home);
    expect(swapped.wallWindows.find(({ id }) => id === 'wall-d1')?.headId).toBe('HDMI-2');
    expect(swapped.heads.every(({ doubt }) => doubt === null)).toBe(true);
  });

  it('come home in any order, on any cable, at any resolution, whatever is the primary one meanwhile', () => {
    const order = fc.shuffledSubarray(['desk', 'a', 'b', 'c'], { minLength: 0 });
    const cables = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.tuple(order, cables), { minLength: 1, maxLength: 6 }), (steps) => {
        let known = first.room;
        for (const [there, places] of steps) {
          const heads = there.map((serial, index) =>
            head(places[index] ?? 0, serial, {
              primary: index === 0,
              bounds: { xPx: index, yPx: 0, widthPx: 1_280, heightPx: 720 },
            }),
          );
          const now = plan(heads, known);
          known = now.room;
          expect(
            Object.entries(placesOf(now)).every(([serial, place]) => Reflect.get(home, serial) === place),
          ).toBe(true);
          const dark = ['a', 'b', 'c']
            .filter((serial) => !there.includes(serial))
            .map((serial) => Reflect.get(home, serial));
          expect(darkIds(now.canvas)).toEqual(dark);
        }
        expect(placesOf(plan([desk, a, b, c], known))).toEqual(home);
      }),
    );
  });

  it('keep their places on the wall when their resolution changes', () => {
    const small = head(1, 'a', { bounds: { xPx: 1_920, yPx: 0, widthPx: 1_280, heightPx: 720 } });

    const [display] = plan([desk, small, b, c], first.room).canvas.displays;

    expect(display).toMatchObject({ id: 'd1', widthPx: 1_280, heightPx: 720, area: { widthMm: 1_217 } });
  });

  it('leave their places dark when they are gone', () => {
    const lost = plan([desk, a, c], first.room);

    expect(darkIds(lost.canvas)).toEqual(['d2']);
    expect(lost.wallWindows.map(({ id }) => id)).toEqual(['wall-d1', 'wall-d3']);
  });
});

describe('the console', () => {
  it('is a guest above the last panel while its own screen is lost, and goes home after', () => {
    const lost = plan([{ ...a, primary: true }, b, c], first.room);

    expect(lost.console).toEqual({ headId: 'HDMI-3', guest: true });
    expect(darkIds(lost.canvas)).toEqual([]);
    expect(plan([a, b, c, desk], lost.room).console).toEqual({ headId: 'HDMI-0', guest: false });
  });

  it('leaves the panel alone that matters most', () => {
    const panels = first.room.panels.map((panel) => ({
      ...panel,
      priority: panel.id === 'd2' ? (3 as const) : (1 as const),
    }));
    const lost = plan([a, b, c], { ...first.room, panels });

    expect(lost.console?.headId).toBe('HDMI-2');
  });

  it('has nowhere to stand while there is no screen at all', () => {
    const none = plan([], first.room);

    expect(none.console).toBeNull();
    expect(darkIds(none.canvas)).toEqual(['d1', 'd2', 'd3']);
    expect(placesOf(plan([desk, a, b, c], none.room))).toEqual(home);
  });
});

describe('a screen that nobody can be sure of', () => {
  it('stands where another was on that cable, until the operator has answered', () => {
    const stranger = plan([desk, a, head(2, 'new'), c], first.room);
    expect(stranger.heads.find(({ doubt }) => doubt !== null)).toMatchObject({
      place: 'd2',
      doubt: 'stranger',
    });
    expect(darkIds(stranger.canvas)).toEqual([]);

    const answered = seatedByWord(stranger.room, stranger.heads, { headId: 'HDMI-2', place: 'd2' });
    const after = plan([desk, a, head(5, 'new'), c], answered ?? null);

    expect(after.heads.every(({ doubt }) => doubt === null)).toBe(true);
    expect(placesOf(after)).toMatchObject({ new: 'd2' });
  });

  it('stands where the operator’s was that it replaces, and no scene moves by one panel', () => {
    for (const other of [{ ...head(0, 'new'), primary: true }, head(5, 'new')]) {
      const replaced = plan([other, a, b, c], first.room);

      expect(placesOf(replaced)).toEqual({ new: 'console', a: 'd1', b: 'd2', c: 'd3' });
      expect(replaced.heads.find(({ doubt }) => doubt !== null)?.doubt).toBe('stranger');
      expect(replaced.console).toEqual({ headId: other.id, guest: false });
      expect(replaced.canvas.displays).toHaveLength(3);
    }
  });

  it('is one of two that say the same of themselves: their cables tell them apart', () => {
    const twins = [head(1, 'same'), head(2, 'same')];
    const together = plan([desk, ...twins]);
    expect(together.heads.every(({ doubt }) => doubt === null)).toBe(true);

    const again = plan([desk, ...twins], together.room);
    expect(again.heads.map(({ connector, place, doubt }) => [connector, place, doubt])).toEqual([
      ['HDMI-0', 'console', null],
      ['HDMI-1', 'd1', null],
      ['HDMI-2', 'd2', null],
    ]);
  });

  it('is asked about when twins come on other cables, and the answer settles both', () => {
    const known = plan([desk, head(1, 'same'), head(2, 'same')]).room;
    const moved = plan([desk, head(3, 'same'), head(4, 'same')], known);
    expect(moved.heads.filter(({ doubt }) => doubt === 'twin')).toHaveLength(2);

    const answered = seatedByWord(moved.room, moved.heads, { headId: 'HDMI-3', place: 'd2' });
    const after = plan([desk, head(3, 'same'), head(4, 'same')], answered ?? null);

    expect(after.heads.map(({ connector, place, doubt }) => [connector, place, doubt])).toEqual([
      ['HDMI-0', 'console', null],
      ['HDMI-3', 'd2', null],
      ['HDMI-4', 'd1', null],
    ]);
  });

  it('has no place when all are taken in a designed room, and shows nothing of another program', () => {
    const room: Room = { ...first.room, origin: 'room' };
    const many = plan([desk, a, b, c, head(4, 'new')], room);

    expect(many.heads.at(-1)).toMatchObject({ place: null, doubt: 'no-place' });
    expect(many.wallWindows.at(-1)).toEqual({ id: 'wall-head-HDMI-4', displayIds: [], headId: 'HDMI-4' });
  });

  it('makes everybody sit down anew in a room that is as the desktop is', () => {
    const grown = plan([desk, a, b, c, head(4, 'new')], first.room);

    expect(grown.canvas.displays).toHaveLength(4);
    expect(grown.heads.every(({ doubt }) => doubt === null)).toBe(true);
  });
});

describe('screens that say nothing of themselves', () => {
  const silent = [head(0), head(1), head(2)];

  it('are known by their cables', () => {
    const room = plan(silent).room;
    const lost = plan([head(0), head(2)], room);

    expect(darkIds(lost.canvas)).toEqual(['d1']);
    expect(
      plan(silent, lost.room).heads.every(({ doubt, known }) => doubt === null && known === 'connector'),
    ).toBe(true);
  });
});

describe('a room whose file says who hangs where', () => {
  const panel = { widthMm: 1_217, heightMm: 685, bezelMm: 3.5, rotation: 0 as const, yMm: 0 };
  const fixed: SiteFile = {
    ...site,
    displays: {
      arrangement: 'fixed',
      panels: [
        { ...panel, match: 'SAM-0C86-b', order: 1, xMm: 0 },
        { ...panel, match: 'HDMI-1', order: 2, xMm: 1_224 },
      ],
    },
  };

  it('finds a screen by what it says of itself, or by its cable', () => {
    const there = planRoom({ site: fixed, windowed: false, known: null, heads: [desk, a, b], seen: false });
    expect(placesOf(there)).toEqual({ desk: 'console', a: 'd2', b: 'd1' });

    const swapped = planRoom({
      site: fixed,
      windowed: false,
      known: there.room,
      heads: [desk, head(1, 'b'), head(2, 'a')],
      seen: true,
    });
    expect(placesOf(swapped)).toEqual({ desk: 'console', a: 'd2', b: 'd1' });
  });

  it('turns the picture of a panel that hangs upright while its screen lies', () => {
    const upright: SiteFile = {
      ...site,
      displays: {
        arrangement: 'fixed',
        panels: [
          { ...panel, widthMm: 685, heightMm: 1_217, rotation: 90, match: 'HDMI-1', order: 1, xMm: 0 },
        ],
      },
    };
    const lying = planRoom({ site: upright, windowed: false, known: null, heads: [desk, a], seen: false });
    expect(lying.canvas.displays[0]).toMatchObject({ turn: 90, widthPx: 1_080, heightPx: 1_920 });

    const turned = head(1, 'a', {
      rotation: 90,
      bounds: { xPx: 1_920, yPx: 0, widthPx: 1_080, heightPx: 1_920 },
    });
    const done = planRoom({
      site: upright,
      windowed: false,
      known: null,
      heads: [desk, turned],
      seen: false,
    });
    expect(done.canvas.displays[0]).toMatchObject({ widthPx: 1_080, heightPx: 1_920 });
    expect(done.canvas.displays[0]?.turn).toBeUndefined();
  });
});
