import { describe, expect, it } from 'vitest';
import type { Incident } from '../../domain/incidents/model.ts';
import { emptyIncidents, type IncidentsState } from '../../domain/incidents/state.ts';
import {
  conflicts,
  countBySeverity,
  drawnCount,
  filterRows,
  neighbour,
  nextUnseen,
  openRows,
} from './desk.ts';

const night = Date.UTC(2026, 10, 22, 14, 0, 0);

function anIncident(id: string, over: Partial<Incident> = {}): Incident {
  return {
    id,
    unit: '19',
    type: 'flood.bd3',
    title: `Sự cố ${id}`,
    detail: '',
    severity: 'warning',
    state: 'new',
    place: { name: 'Phường Phan Đình Phùng', point: [105.8, 21.6] },
    lead: 'Công an tỉnh',
    raisedAt: night,
    provenance: 'sample',
    ...over,
  };
}

function desk(incidents: readonly Incident[], local: IncidentsState['local'] = {}): IncidentsState {
  return { ...emptyIncidents, byId: Object.fromEntries(incidents.map((one) => [one.id, one])), local };
}

const given = { by: 'Hà', at: night + 60_000, device: 'may-1', number: 4 };
const ids = (rows: ReturnType<typeof openRows>) => rows.map(({ incident }) => incident.id);
const everything = { query: '', hidden: new Set<never>() };

describe('the incident desk', () => {
  it('shows the gravest first and nothing that is over', () => {
    const rows = openRows(
      desk([
        anIncident('a'),
        anIncident('b', { severity: 'emergency' }),
        anIncident('c', { severity: 'critical', state: 'closed' }),
      ]),
    );

    expect(ids(rows)).toEqual(['b', 'a']);
  });

  it('puts an incident acknowledged here behind those that nobody took note of, also with the link down', () => {
    const rows = openRows(
      desk([anIncident('a', { raisedAt: night + 5 }), anIncident('b')], {
        a: { ...given, incidentId: 'a', outcome: 'waiting' },
      }),
    );

    expect(rows.map(({ incident, unseen }) => [incident.id, unseen])).toEqual([
      ['b', true],
      ['a', false],
    ]);
  });

  it('keeps an acknowledgement that was not recorded, although the incident is gone', () => {
    const state = desk([], { a: { ...given, incidentId: 'a', outcome: 'incident-over' } });

    expect(conflicts(state)).toEqual([{ local: state.local['a'], incident: undefined }]);
    expect(openRows(state)).toEqual([]);
  });

  it('counts an incident whose acknowledgement was refused as not acknowledged', () => {
    const rows = openRows(
      desk([anIncident('a')], { a: { ...given, incidentId: 'a', outcome: 'incident-unknown' } }),
    );

    expect(rows[0]).toMatchObject({ unseen: true, waiting: undefined });
  });
});

describe('finding an incident', () => {
  const rows = openRows(
    desk([
      anIncident('a', { title: 'Sạt lở đất ở Định Hóa' }),
      anIncident('b', { title: 'Ùn tắc giao thông', severity: 'info' }),
      anIncident('c', { title: 'Lũ trên báo động 3' }),
    ]),
  );

  it.each([
    ['sat lo', ['a']],
    ['SẠT LỞ', ['a']],
    ['dinh hoa', ['a']],
    ['hoa sat', ['a']],
    ['phan dinh phung', ['a', 'c', 'b']],
    ['  ', ['a', 'c', 'b']],
    ['(.*', []],
  ])('by %j gives %j', (query, found) => {
    expect(ids(filterRows(rows, { ...everything, query }))).toEqual(found);
  });

  it('leaves out the severities that are switched off', () => {
    expect(ids(filterRows(rows, { query: '', hidden: new Set(['warning'] as const) }))).toEqual(['b']);
    expect(countBySeverity(rows)).toEqual({ info: 1, warning: 2, critical: 0, emergency: 0 });
  });
});

describe('moving through the list', () => {
  const rows = openRows(
    desk([anIncident('a'), anIncident('b'), anIncident('c', { acknowledgement: given })]),
  );

  it('starts at the top going down and at the bottom going up, and stops at the ends', () => {
    expect(neighbour(rows, null, 1)).toBe('a');
    expect(neighbour(rows, null, -1)).toBe('c');
    expect(neighbour(rows, 'c', 1)).toBe('c');
    expect(neighbour(rows, 'gone', 1)).toBe('a');
    expect(neighbour([], null, 1)).toBeNull();
  });

  it('goes on to the next one that nobody took note of, around the end', () => {
    expect(nextUnseen(rows, 'a')).toBe('b');
    expect(nextUnseen(rows, 'b')).toBe('a');
    expect(nextUnseen(rows.slice(2), 'c')).toBeNull();
  });
});

describe('a flood of 500 incidents', () => {
  const rows = openRows(desk(Array.from({ length: 500 }, (_, index) => anIncident(`i${index}`))));

  it('draws a page at a time, and more when asked', () => {
    expect([drawnCount(rows, 1, null), drawnCount(rows, 2, null), drawnCount(rows, 99, null)]).toEqual([
      50, 100, 500,
    ]);
  });

  it('always draws the chosen incident and what comes next', () => {
    const far = rows[400]?.incident.id ?? null;

    expect(drawnCount(rows, 1, far)).toBe(411);
    expect(drawnCount(rows.slice(0, 3), 1, far)).toBe(3);
  });
});
