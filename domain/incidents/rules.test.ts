import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incidentStates, severities, type Acknowledgement, type Incident } from './model.ts';
import { acknowledge, acknowledgeHere, byUrgency, isOpen, worsened } from './rules.ts';

const NOW = Date.UTC(2026, 10, 22, 5);
const hanh: Acknowledgement = { by: 'Nguyễn Thị Hạnh', at: NOW, device: 'desk-1', number: 1 };

function anIncident(change: Partial<Incident> = {}): Incident {
  return {
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
    ...change,
  };
}

const incident: fc.Arbitrary<Incident> = fc
  .record({
    id: fc.string({ minLength: 1 }),
    severity: fc.constantFrom(...severities),
    state: fc.constantFrom(...incidentStates),
    raisedAt: fc.integer({ min: 0, max: 10 }),
    acknowledged: fc.boolean(),
  })
  .map(({ acknowledged, ...rest }) =>
    anIncident({ ...rest, ...(acknowledged && { acknowledgement: hanh }) }),
  );

describe('the order of incidents', () => {
  it('is gravest first, then what nobody has acknowledged, then newest', () => {
    const list = [
      anIncident({ id: 'old warning', severity: 'warning' }),
      anIncident({
        id: 'acknowledged emergency',
        severity: 'emergency',
        acknowledgement: hanh,
        raisedAt: NOW + 9,
      }),
      anIncident({ id: 'emergency', severity: 'emergency' }),
      anIncident({ id: 'new warning', severity: 'warning', raisedAt: NOW + 1 }),
    ];

    expect(list.sort(byUrgency).map(({ id }) => id)).toEqual([
      'emergency',
      'acknowledged emergency',
      'new warning',
      'old warning',
    ]);
  });

  it('does not depend on the order in which they came', () => {
    fc.assert(
      fc.property(fc.array(incident), (list) => {
        const ranks = (sorted: readonly Incident[]) =>
          sorted.map(({ severity, acknowledgement, raisedAt }) => [severity, !acknowledgement, raisedAt]);
        expect(ranks([...list].reverse().sort(byUrgency))).toEqual(ranks([...list].sort(byUrgency)));
      }),
      { seed: 4 },
    );
  });
});

describe('an acknowledgement', () => {
  it('of an open incident is accepted once; who came first stands', () => {
    expect(acknowledge(anIncident(), hanh)).toEqual({ ok: true, value: hanh });
    expect(acknowledge(anIncident({ acknowledgement: hanh }), { ...hanh, by: 'Nam' })).toEqual({
      ok: false,
      reason: 'already-acknowledged',
    });
  });

  it.each(['resolved', 'closed', 'false_alarm', 'merged'] as const)(
    'of an incident that is %s is refused',
    (state) => {
      expect(isOpen(anIncident({ state }))).toBe(false);
      expect(acknowledge(anIncident({ state }), hanh)).toEqual({ ok: false, reason: 'incident-over' });
    },
  );

  it('of what the incident was is none of what it has become on the way', () => {
    const was = { severity: 'warning', state: 'new' } as const;
    const became = (change: Partial<Incident>) => acknowledge(anIncident({ ...was, ...change }), hanh, was);

    expect(became({ state: 'in_progress' }).ok).toBe(true);
    for (const change of [{ severity: 'emergency' }, { state: 'reopened' }] as const)
      expect(became(change)).toEqual({ ok: false, reason: 'incident-worsened' });
  });

  it('of an incident that nobody knows is refused', () => {
    expect(acknowledge(undefined, hanh)).toEqual({ ok: false, reason: 'incident-unknown' });
    for (const id of ['constructor', '__proto__'])
      expect(acknowledgeHere({ byId: {}, local: {} }, id)).toEqual({ ok: false, reason: 'incident-unknown' });
  });

  it('is not given twice on one machine while the first is on its way', () => {
    const byId = { 'inc-1': anIncident() };
    const waiting = acknowledgeHere({ byId, local: { 'inc-1': { outcome: 'waiting' } } }, 'inc-1');
    expect(waiting).toEqual({ ok: false, reason: 'already-acknowledged' });
  });

  it('may be given again after the province refused it, if the incident is open and free', () => {
    const byId = { 'inc-1': anIncident() };
    expect(acknowledgeHere({ byId, local: { 'inc-1': { outcome: 'incident-unknown' } } }, 'inc-1').ok).toBe(
      true,
    );
  });

  it('is refused here for the same reasons as there', () => {
    fc.assert(
      fc.property(incident, (each) => {
        const [here, there] = [
          acknowledgeHere({ byId: { [each.id]: each }, local: {} }, each.id),
          acknowledge(each, hanh),
        ];
        expect(here.ok ? 'accepted' : here.reason).toBe(there.ok ? 'accepted' : there.reason);
      }),
      { seed: 5 },
    );
  });
});

describe('an incident', () => {
  const was = { severity: 'critical', state: 'in_progress' } as const;

  it.each([
    ['graver', { ...was, severity: 'emergency' }, true],
    ['less grave', { ...was, severity: 'warning' }, false],
    ['the same', was, false],
    ['further on', { ...was, state: 'escalated' }, false],
    ['over', { ...was, state: 'closed' }, false],
    ['over and graver in hindsight', { severity: 'emergency', state: 'closed' }, true],
    ['opened again before we heard that it was over', { ...was, state: 'reopened' }, true],
  ] as const)('that is %s has to be acknowledged anew: %#', (_how, now, anew) => {
    expect(worsened(was, now)).toBe(anew);
  });

  it('that was over and goes on has to be acknowledged anew, by whatever name it goes on', () => {
    expect(worsened({ ...was, state: 'closed' }, was)).toBe(true);
    expect(worsened({ ...was, state: 'closed' }, { ...was, state: 'merged' })).toBe(false);
  });

  it('that was opened again and acknowledged stays so when the province repeats itself', () => {
    const reopened = { ...was, state: 'reopened' } as const;
    expect(worsened(reopened, reopened)).toBe(false);
  });
});
