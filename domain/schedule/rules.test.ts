import { describe, expect, it } from 'vitest';
import type { PersonRole } from '../access/model.ts';
import type { Scene, Wall } from '../wall/model.ts';
import type { Entry, Schedule, Tour } from './model.ts';
import { isInUse, mayArm, mayKeepEntry, mayKeepTour, usesOf } from './rules.ts';
import { applyScheduleChange, emptySchedule } from './state.ts';

const NOW = Date.UTC(2026, 10, 23, 1);
const both = (text: string) => ({ vi: text, en: text });
const planner = (role: PersonRole = 'operator') => ({ name: 'Nguyễn Thị Hạnh', role });

function scene(id: string, takenBy?: readonly PersonRole[]): Scene {
  const rest = { tiles: {}, origin: 'province', tags: [], locked: false } as const;
  return { id, name: both(id), ...rest, ...(takenBy && { takenBy }) };
}

const scenes = { map: scene('map'), chair: scene('chair', ['shift-leader']) };
const wall: Pick<Wall, 'scenes' | 'drafts'> = { scenes, drafts: {} };
const empty = emptySchedule('main');

function aTour(
  stops: readonly (readonly [sceneId: string, dwellMs: number])[],
  change: Partial<Tour> = {},
): Tour {
  return {
    id: 'tour',
    name: both('Vòng sáng'),
    stops: stops.map(([sceneId, dwellMs]) => ({ sceneId, dwellMs })),
    origin: 'room',
    planner: planner(),
    ...change,
  };
}

function anEntry(change: Partial<Entry> = {}): Entry {
  return {
    id: 'entry',
    name: both('Giao ban'),
    days: { kind: 'weekly', weekdays: [1] },
    fromMinute: 450,
    untilMinute: 690,
    showing: { kind: 'scene', sceneId: 'map' },
    on: true,
    origin: 'room',
    planner: planner(),
    ...change,
  };
}

const reason = (outcome: { ok: boolean; reason?: string }) => (outcome.ok ? 'kept' : outcome.reason);

describe('a tour', () => {
  it('shows each scene for at least three seconds', () => {
    expect(reason(mayKeepTour(empty, wall, aTour([['map', 2_000]])))).toBe('dwell-too-short');
    expect(reason(mayKeepTour(empty, wall, aTour([['map', 2_999]])))).toBe('dwell-too-short');
    expect(reason(mayKeepTour(empty, wall, aTour([['map', 3_000]])))).toBe('kept');
  });

  it('has from one to 200 stops', () => {
    const stops = (count: number) => Array.from({ length: count }, () => ['map', 5_000] as const);
    expect(reason(mayKeepTour(empty, wall, aTour([])))).toBe('tour-empty');
    expect(reason(mayKeepTour(empty, wall, aTour(stops(200))))).toBe('kept');
    expect(reason(mayKeepTour(empty, wall, aTour(stops(201))))).toBe('too-many-stops');
  });

  it('shows what is there, and nothing that its planner may not take', () => {
    const chair = aTour([['chair', 5_000]]);
    expect(reason(mayKeepTour(empty, wall, aTour([['gone', 5_000]])))).toBe('scene-unknown');
    expect(reason(mayKeepTour(empty, wall, chair))).toBe('scene-reserved');
    expect(reason(mayKeepTour(empty, wall, { ...chair, planner: planner('shift-leader') }))).toBe('kept');
  });

  it('bears a name of its own, marks and capitals aside', () => {
    const before = aTour([['map', 5_000]], { id: 'other', name: both('vong sang') });
    const schedule = { ...empty, tours: { other: before } };
    expect(reason(mayKeepTour(schedule, wall, aTour([['map', 5_000]])))).toBe('name-taken');
  });
});

describe('an entry of the calendar', () => {
  it('names a scene or a tour that is there, and that its planner may take', () => {
    const chair = aTour([
      ['map', 5_000],
      ['chair', 5_000],
    ]);
    const schedule = { ...empty, tours: { tour: chair } };
    const showing = (tourId: string) => anEntry({ showing: { kind: 'tour', tourId } });
    expect(reason(mayKeepEntry(schedule, wall, anEntry()))).toBe('kept');
    expect(reason(mayKeepEntry(schedule, wall, showing('gone')))).toBe('tour-unknown');
    expect(reason(mayKeepEntry(schedule, wall, showing('tour')))).toBe('scene-reserved');
  });

  it('keeps its tour from being deleted', () => {
    const entry = anEntry({ showing: { kind: 'tour', tourId: 'tour' } });
    expect(isInUse({ ...empty, entries: { entry } }, 'tour')).toBe(true);
    expect(isInUse(empty, 'tour')).toBe(false);
  });
});

describe('an armed take', () => {
  const arm = (change = {}) => ({
    source: { from: 'scene', sceneId: 'map' } as const,
    fireAt: NOW + 60_000,
    planner: planner(),
    ...change,
  });

  it('lies ahead, and not farther than a day', () => {
    expect(reason(mayArm(wall, arm({ fireAt: NOW }), NOW))).toBe('moment-passed');
    expect(reason(mayArm(wall, arm({ fireAt: NOW + 86_400_001 }), NOW))).toBe('too-far-ahead');
    expect(reason(mayArm(wall, arm(), NOW))).toBe('kept');
  });

  it('is of something that is there and that its planner may take', () => {
    const source = { from: 'draft', draftId: 'gone' };
    expect(reason(mayArm(wall, arm({ source }), NOW))).toBe('draft-unknown');
    expect(reason(mayArm(wall, arm({ source: { from: 'scene', sceneId: 'chair' } }), NOW))).toBe(
      'scene-reserved',
    );
  });
});

describe('what the province plans', () => {
  const said = (tours: readonly Tour[]) =>
    ({ type: 'schedule.provinceSet', wallId: 'main', tours, entries: [] }) as const;
  const ofProvince = aTour([['map', 5_000]], { origin: 'province' });

  it('is replaced by what this room kept of it, and goes when the province drops it', () => {
    const first = applyScheduleChange({}, said([ofProvince, { ...ofProvince, id: 'second' }]));
    const tour = aTour([['map', 9_000]]);
    const kept = applyScheduleChange(first, { type: 'schedule.tourKept', wallId: 'main', tour, by: 'Hạnh' });
    const again = applyScheduleChange(kept, said([ofProvince]));
    expect(Object.keys(again['main']?.tours ?? {})).toEqual(['tour']);
    expect(again['main']?.tours['tour']?.stops[0]?.dwellMs).toBe(9_000);
  });
});

describe('a scene', () => {
  it('is known by every plan that shows it: whoever deletes it must be told', () => {
    const entry = anEntry({ name: both('Giao ban'), showing: { kind: 'scene', sceneId: 'map' } });
    const tour = aTour([
      ['chair', 30_000],
      ['map', 30_000],
    ]);
    const arm: Schedule['arm'] = {
      ...{ id: 'arm', source: { from: 'scene', sceneId: 'map' }, name: both('Bản đồ'), planner: planner() },
      ...{ armedAt: NOW, fireAt: NOW, kind: 'after', programRevision: 1, ifMoved: 'ask', asking: false },
    };
    const full = { ...empty, arm, entries: { entry }, tours: { tour } };
    const idle = { ...empty.idle, sceneId: 'map' };
    expect(usesOf({ ...full, idle }, 'map')).toEqual([
      { kind: 'arm' },
      { kind: 'entry', name: both('Giao ban') },
      { kind: 'tour', name: both('Vòng sáng') },
      { kind: 'idle' },
    ]);
    expect(usesOf(full, 'chair')).toEqual([{ kind: 'tour', name: both('Vòng sáng') }]);
    expect(usesOf(full, 'other')).toEqual([]);
  });
});
