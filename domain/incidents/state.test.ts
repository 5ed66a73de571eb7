import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incidentStates, type Acknowledgement, type Incident } from './model.ts';
import { isOpen, MOST_OVER } from './rules.ts';
import { applyIncidentsChange, emptyIncidents, type IncidentsChange, type IncidentsState } from './state.ts';

const NOW = Date.UTC(2026, 10, 22, 5);
const ours: Acknowledgement = { by: 'Nguyễn Thị Hạnh', at: NOW, device: 'desk-1', number: 1 };
const theirs: Acknowledgement = { by: 'Trần Văn Nam', at: NOW - 1, device: 'desk-9', number: 7 };
const flood: Incident = {
  id: 'inc-1',
  unit: '19',
  type: 'flood.bd3',
  title: 'Lũ vượt báo động 3',
  detail: '',
  severity: 'critical',
  state: 'new',
  place: { name: 'Gia Bảy', point: [105.84, 21.6] },
  lead: 'Ban Chỉ huy',
  raisedAt: NOW,
  provenance: 'sample',
};
const raised: IncidentsChange = { type: 'incidents.raised', incident: flood };
const given: IncidentsChange = {
  type: 'incidents.acknowledgementGiven',
  local: { ...ours, incidentId: 'inc-1', outcome: 'waiting' },
};
const answered = (outcome: 'accepted' | 'already-acknowledged', standing?: Acknowledgement) => ({
  type: 'incidents.acknowledgementAnswered' as const,
  incidentId: 'inc-1',
  outcome,
  ...(standing && { standing }),
});
const after = (...changes: readonly IncidentsChange[]): IncidentsState =>
  changes.reduce(applyIncidentsChange, emptyIncidents);

describe('the incidents of the room', () => {
  it('replace the older picture of an incident that is raised again', () => {
    const state = after(raised, { type: 'incidents.raised', incident: { ...flood, state: 'closed' } });
    expect(Object.values(state.byId).map((incident) => incident.state)).toEqual(['closed']);
  });

  it('leave alone what they do not know', () => {
    const unknown: IncidentsChange = {
      type: 'incidents.acknowledged',
      incidentId: 'inc-404',
      acknowledgement: ours,
    };
    expect(after(raised, unknown)).toEqual(after(raised));
    expect(after(raised, answered('accepted'))).toEqual(after(raised));
  });

  it('start over with the topic, keeping what waits for the province', () => {
    const state = after(raised, given, { type: 'incidents.reset', incidents: [{ ...flood, id: 'inc-2' }] });
    expect(Object.keys(state.byId)).toEqual(['inc-2']);
    expect(state.local['inc-1']?.outcome).toBe('waiting');
  });
});

describe('a room that runs for years', () => {
  const over = (id: string, raisedAt: number): Incident => ({ ...flood, id, state: 'closed', raisedAt });
  const oldest = over('first', NOW - 1);
  const crowd = Array.from({ length: MOST_OVER }, (_, index) => over(`over-${index}`, NOW));
  const full: IncidentsState = { byId: Object.fromEntries(crowd.map((each) => [each.id, each])), local: {} };
  const raise = (state: IncidentsState, incident: Incident): IncidentsState =>
    applyIncidentsChange(state, { type: 'incidents.raised', incident });

  it('keeps an old incident that is over while its acknowledgement waits for the province', () => {
    const waiting: IncidentsState = {
      byId: { ...full.byId, first: oldest },
      local: { first: { ...ours, incidentId: 'first', outcome: 'waiting' } },
    };
    expect(Object.keys(raise(waiting, over('next', NOW + 1)).byId)).toContain('first');
  });

  it('also starts a topic over with no more than that', () => {
    const state = after({ type: 'incidents.reset', incidents: [oldest, ...crowd] });
    expect(Object.keys(state.byId)).toHaveLength(MOST_OVER);
    expect(state.byId['first']).toBeUndefined();
  });

  it('forgets the oldest of what is over, never an open incident, and the same in every replica', () => {
    const newcomer = fc.record({
      id: fc.integer({ min: 0, max: 40 }).map(String),
      state: fc.constantFrom(...incidentStates),
      raisedAt: fc.integer({ min: NOW - 5, max: NOW + 5 }),
    });
    fc.assert(
      fc.property(fc.array(newcomer, { maxLength: 60 }), (news) => {
        const incidents = news.map((change): Incident => ({ ...flood, ...change }));
        const end = incidents.reduce(raise, full);
        // A window's replica: opened from text, its entries in another order.
        const shuffled = Object.fromEntries(Object.entries(full.byId).reverse());
        expect(incidents.reduce(raise, { byId: shuffled, local: {} })).toEqual(end);

        const kept = Object.values(end.byId).filter((incident) => !isOpen(incident));
        expect(kept.length).toBeLessThanOrEqual(MOST_OVER);
        const last = new Map(incidents.map((incident) => [incident.id, incident]));
        for (const incident of last.values()) {
          const gone = end.byId[incident.id] === undefined;
          if (isOpen(incident)) expect(gone).toBe(false);
          if (gone) expect(kept.every(({ raisedAt }) => raisedAt >= incident.raisedAt)).toBe(true);
        }
      }),
      { seed: 8, numRuns: 50 },
    );
  });
});

describe('an incident named like what every object has', () => {
  it('is not there before it is raised', () => {
    for (const incidentId of ['constructor', '__proto__']) {
      const acknowledged: IncidentsChange = {
        type: 'incidents.acknowledged',
        incidentId,
        acknowledgement: theirs,
      };
      expect(after(acknowledged, { ...answered('accepted'), incidentId })).toEqual(emptyIncidents);
    }
  });

  it('is an incident like every other once it is', () => {
    const state = after({ type: 'incidents.raised', incident: { ...flood, id: 'constructor' } });
    expect(Object.keys(state.byId)).toEqual(['constructor']);
  });
});

describe('an acknowledgement given here', () => {
  const sighted = { severity: flood.severity, state: flood.state };
  const waits: IncidentsChange = {
    type: 'incidents.acknowledgementGiven',
    local: { ...ours, incidentId: 'inc-1', outcome: 'waiting', sighted },
  };
  const graver: IncidentsChange = {
    type: 'incidents.raised',
    incident: { ...flood, severity: 'emergency' },
  };

  it('counts no longer once the incident is graver than what was acknowledged, nor once it was opened again', () => {
    expect(after(raised, waits, graver).local).toEqual({});
    for (const incident of [
      { ...flood, state: 'reopened' as const },
      { ...flood, severity: 'emergency' as const },
    ])
      expect(after(raised, waits, { type: 'incidents.reset', incidents: [incident] }).local).toEqual({});
  });

  it('waits on while the incident goes on, or is found less grave', () => {
    for (const change of [{ state: 'in_progress' }, { severity: 'warning' }] as const) {
      const moved: IncidentsChange = { type: 'incidents.raised', incident: { ...flood, ...change } };
      expect(after(raised, waits, moved).local['inc-1']?.outcome).toBe('waiting');
    }
  });

  it('that the province took before it grew worse does not quiet what it has become, however late its answer', () => {
    const anew = {
      ...waits,
      local: { ...waits.local, number: 2, sighted: { ...sighted, severity: 'emergency' as const } },
    };

    const late = after(raised, waits, graver, { ...answered('accepted'), number: 1 });
    expect(late.byId['inc-1']?.acknowledgement).toBeUndefined();

    const lateAfterAnew = after(raised, waits, graver, anew, { ...answered('accepted'), number: 1 });
    expect(lateAfterAnew.byId['inc-1']?.acknowledgement).toBeUndefined();
    expect(lateAfterAnew.local['inc-1']).toMatchObject({ number: 2, outcome: 'waiting' });
  });

  it('stands on the incident the moment the province accepts it: there is no moment without one', () => {
    const state = after(raised, given, answered('accepted'));
    expect(state.byId['inc-1']?.acknowledgement).toEqual(ours);
    expect(state.local).toEqual({});
  });

  it('that the province refuses stays as a conflict, with who stands, until it is dismissed', () => {
    const conflict = after(raised, given, answered('already-acknowledged', theirs));
    expect(conflict.local['inc-1']).toEqual({
      ...ours,
      incidentId: 'inc-1',
      outcome: 'already-acknowledged',
      standing: theirs,
    });
    expect(conflict.byId['inc-1']?.acknowledgement).toEqual(theirs);

    const seen = applyIncidentsChange(conflict, { type: 'incidents.conflictDismissed', incidentId: 'inc-1' });
    expect(seen.local).toEqual({});
    expect(seen.byId['inc-1']?.acknowledgement).toEqual(theirs);
  });
});
