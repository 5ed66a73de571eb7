import { describe, expect, it } from 'vitest';
import type { Acknowledgement, Incident } from './model.ts';
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
const answered = (
  outcome: 'accepted' | 'already-acknowledged',
  standing?: Acknowledgement,
): IncidentsChange => ({
  type: 'incidents.acknowledgementAnswered',
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

describe('an acknowledgement given here', () => {
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
