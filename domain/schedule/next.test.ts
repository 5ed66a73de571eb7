import { describe, expect, it } from 'vitest';
import type { Scene, Tile, Wall } from '../wall/model.ts';
import { nextChange } from './calendar.ts';
import type { Schedule } from './model.ts';
import { upcoming } from './next.ts';
import { emptySchedule } from './state.ts';

/** 23/11/2026, a Monday, 07:18 in Viet Nam. */
const NOW = Date.UTC(2026, 10, 23, 0, 18);
const MINUTE = 60_000;
const both = (text: string) => ({ vi: text, en: text });
const planner = { name: 'Nguyễn Thị Hạnh', role: 'operator' } as const;

function scene(id: string): Scene {
  return { id, name: both(id), tiles: {}, origin: 'province', tags: [], locked: false };
}

const clock: Tile = {
  id: 'clock',
  layer: 'overlay',
  area: { xMm: 0, yMm: 0, widthMm: 400, heightMm: 200 },
  panel: { kind: 'clock' },
  priority: 2,
};

const wall: Pick<Wall, 'scenes' | 'program'> = {
  scenes: { map: scene('map'), chair: { ...scene('chair'), takenBy: ['leader'] }, city: scene('city') },
  program: {
    revision: 1,
    takeId: 't',
    scene: scene('map'),
    by: 'x',
    showAt: NOW,
    plan: { kind: 'tour', id: 'r' },
  },
};

const full: Schedule = {
  ...emptySchedule('main'),
  entries: {
    briefing: {
      id: 'briefing',
      name: both('Giao ban'),
      days: { kind: 'weekly', weekdays: [1] },
      fromMinute: 450,
      untilMinute: 690,
      showing: { kind: 'scene', sceneId: 'map' },
      on: true,
      origin: 'room',
      planner,
    },
  },
  tours: {
    tour: {
      id: 'tour',
      name: both('Vòng'),
      stops: ['map', 'chair', 'city'].map((sceneId) => ({ sceneId, dwellMs: 30_000 })),
      origin: 'room',
      planner,
    },
  },
  run: {
    id: 'r',
    tourId: 'tour',
    index: 0,
    stage: 'on',
    since: NOW,
    paused: null,
    leftMs: 0,
    starter: planner,
    entryId: null,
  },
  idle: { on: true, afterMs: 10 * MINUTE, sceneId: 'city', planner, since: NOW },
};

function next(schedule: Schedule, on = wall): readonly (readonly [string, string, number])[] {
  const change = nextChange(Object.values(schedule.entries), NOW);
  return upcoming(schedule, on, NOW, change).map(
    ({ kind, name, at }) => [kind, name.vi, (at - NOW) / MINUTE] as const,
  );
}

describe('what comes next', () => {
  it('is told soonest first; a tour passes over what it cannot show, and the default waits for it', () => {
    expect(next(full)).toEqual([
      ['stop', 'city', 0.5],
      ['entry', 'Giao ban', 12],
    ]);
  });

  it('is the default scene and the calendar while nothing else is under way', () => {
    expect(next({ ...full, run: null })).toEqual([
      ['idle', 'city', 10],
      ['entry', 'Giao ban', 12],
    ]);
  });

  it('is the default scene although it is on, once it was edited on air', () => {
    const idle = { ...full.idle, sceneId: 'map' };
    const standing: Schedule = { ...full, run: null, entries: {}, idle };
    const map = { ...scene('map'), tiles: { clock } };
    const edited = { ...wall, program: wall.program && { ...wall.program, scene: map } };
    expect(next(standing)).toEqual([]);
    expect(next(standing, edited)).toEqual([['idle', 'map', 10]]);
  });

  it('is the default scene while an armed take only asks', () => {
    const arm: Schedule['arm'] = {
      ...{ id: 'arm', source: { from: 'scene', sceneId: 'map' }, name: both('Bản đồ'), planner },
      ...{ armedAt: NOW, fireAt: NOW, kind: 'after', programRevision: 1, ifMoved: 'ask', asking: true },
    };
    expect(next({ ...full, run: null, entries: {}, arm })).toEqual([['idle', 'city', 10]]);
    expect(next({ ...full, run: null, entries: {}, arm: { ...arm, asking: false } })).toEqual([
      ['arm', 'Bản đồ', 0],
    ]);
  });

  it('is not the calendar while somebody holds it, nor a tour that stands still', () => {
    const held = { by: 'Hạnh', at: NOW };
    const paused = { why: 'key', by: 'Hạnh', at: NOW } as const;
    const run = full.run && { ...full.run, paused };
    expect(next({ ...full, held, run, idle: { ...full.idle, on: false } })).toEqual([]);
  });

  it('is nothing on a wall for which nothing is planned', () => {
    expect(next(emptySchedule('main'))).toEqual([]);
  });
});
