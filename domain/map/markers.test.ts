import { describe, expect, it } from 'vitest';
import type { Incident } from '../incidents/model.ts';
import { countBySeverity, incidentMarkers } from './markers.ts';

function incident(id: string, change: Partial<Incident> = {}): Incident {
  return {
    id,
    unit: '19',
    type: 'flood.bd3',
    title: 'Lũ sông Cầu vượt báo động 3',
    detail: '',
    severity: 'emergency',
    state: 'new',
    place: { name: 'Cầu Gia Bảy', point: [105.838, 21.6] },
    lead: 'Ban chỉ huy PTDS tỉnh',
    raisedAt: 1_760_000_000_000,
    provenance: 'live',
    ...change,
  };
}

const acknowledgement = { by: 'Chị Hoa', at: 1_760_000_100_000, device: 'may-1', number: 1 };

describe('incidentMarkers', () => {
  it('pulses while nobody has acknowledged an emergency', () => {
    expect(incidentMarkers([incident('a')])).toMatchObject([{ id: 'a', pulsing: true, known: false }]);
  });

  it('stops pulsing once somebody has, also while the word is still on its way up', () => {
    expect(incidentMarkers([incident('a', { acknowledgement })])).toMatchObject([
      { pulsing: false, known: true },
    ]);
    expect(incidentMarkers([incident('a')], new Set(['a']))).toMatchObject([{ pulsing: false, known: true }]);
  });

  it('never pulses for anything less than an emergency', () => {
    expect(incidentMarkers([incident('a', { severity: 'critical' })])).toMatchObject([{ pulsing: false }]);
  });

  it('shows open incidents only, gravest first', () => {
    const markers = incidentMarkers([
      incident('info', { severity: 'info' }),
      incident('over', { state: 'resolved' }),
      incident('known', { acknowledgement }),
      incident('unknown'),
    ]);

    expect(markers.map(({ id }) => id)).toEqual(['unknown', 'known', 'info']);
  });

  it('says which incidents are samples', () => {
    expect(incidentMarkers([incident('a', { provenance: 'sample' })])).toMatchObject([{ sample: true }]);
  });
});

describe('countBySeverity', () => {
  it('counts every severity, gravest first, also those without any', () => {
    const markers = incidentMarkers([incident('a'), incident('b', { severity: 'warning' }), incident('c')]);

    expect(countBySeverity(markers)).toEqual([
      { severity: 'emergency', count: 2 },
      { severity: 'critical', count: 0 },
      { severity: 'warning', count: 1 },
      { severity: 'info', count: 0 },
    ]);
  });
});
