import { describe, expect, it } from 'vitest';
import type { Incident } from '../../domain/incidents/model.ts';
import type { IncidentsState } from '../../domain/incidents/state.ts';
import { vi } from '../text/vi.ts';
import type { Measure } from '../ui/measure.ts';
import { detailFit, saysAll, severityFits, titleFit } from './detailFit.ts';
import { labelWords, wallRows } from './wallRows.ts';

/** 22/11/2026 14:05 in Viet Nam. */
const now = Date.UTC(2026, 10, 22, 7, 5);
const acknowledgement = { by: 'Lê Thị Hệ', at: now, device: 'd1', number: 1 };
const measure: Measure = (text) => text.length * 0.5;

function anIncident(over: Partial<Incident>): Incident {
  return {
    id: 'inc-1',
    unit: '19',
    type: 'fire.fire',
    title: 'Cháy nhà xưởng',
    detail: '',
    severity: 'emergency',
    state: 'new',
    place: { name: 'Cụm công nghiệp Cao Ngạn, phường Linh Sơn', point: [105.8, 21.6] },
    lead: 'PC07',
    raisedAt: now - 600_000,
    provenance: 'sample',
    ...over,
  };
}

function rowsOf(incidents: readonly Incident[], local: IncidentsState['local'] = {}) {
  const byId = Object.fromEntries(incidents.map((incident) => [incident.id, incident]));
  return wallRows({ byId, local }, { words: vi, language: 'vi' }, now);
}

describe('a row of the incident list', () => {
  it('shows text with markup as the letters that were sent', () => {
    expect(rowsOf([anIncident({ title: '<img src=x onerror=alert(1)>' })])[0]?.title).toBe(
      '<img src=x onerror=alert(1)>',
    );
  });

  it('says since when: the clock today, the day before that', () => {
    expect(rowsOf([anIncident({})])[0]?.since).toBe('13:55');
    expect(rowsOf([anIncident({ raisedAt: now - 86_400_000 })])[0]).toMatchObject({
      since: '14:05 21/11',
      sinceShort: '21/11',
    });
  });

  it('says who acknowledged it, or that nobody has', () => {
    expect(rowsOf([anIncident({})])[0]).toMatchObject({ unseen: true, known: ['chưa xác nhận'] });
    expect(rowsOf([anIncident({ acknowledgement })])[0]).toMatchObject({
      unseen: false,
      known: ['Lê Thị Hệ đã xác nhận', 'đã xác nhận'],
    });
  });

  it('counts an acknowledgement given here at once, though the province has not heard of it', () => {
    const local = { 'inc-1': { ...acknowledgement, incidentId: 'inc-1', outcome: 'waiting' as const } };
    expect(rowsOf([anIncident({})], local)[0]).toMatchObject({
      unseen: false,
      known: ['đã xác nhận, chờ gửi về tỉnh', 'đã xác nhận'],
    });
  });

  it('never leaves out that nobody has acknowledged it, however long its place', () => {
    const row = rowsOf([anIncident({})])[0];
    for (const widthEm of [50, 36, 30, 24, 18]) {
      expect(row && detailFit(row, { widthEm, measure }).known).toBe('chưa xác nhận');
    }
  });
});

describe('the title of a row', () => {
  it('loses the place first, then the word that the sign says too, then words of its own, never parts of them', () => {
    const [row] = rowsOf([anIncident({ title: 'Va chạm giữa ô tô tải và xe máy' })]);
    if (row === undefined) throw new Error('no row');
    const fit = (widthEm: number) => titleFit(row, { widthEm, label: '', measure }, 'one');

    expect(fit(60)).toEqual({ hasSeverity: true, title: row.title, hasPlace: true });
    expect(fit(30)).toEqual({ hasSeverity: true, title: row.title, hasPlace: false });
    expect(fit(24)).toEqual({ hasSeverity: false, title: row.title, hasPlace: false });
    expect(fit(20)).toEqual({ hasSeverity: false, title: 'Va chạm giữa ô tô tải và…', hasPlace: false });
  });
});

describe('a row that is not live', () => {
  const rowOf = (provenance: Incident['provenance']) => {
    const [row] = rowsOf([anIncident({ provenance })]);
    if (row === undefined) throw new Error('no row');
    return row;
  };

  it('wears its label in whatever shape it has, a sample only where the tile does not wear it for all', () => {
    const labels = (tileIsLabelled: boolean) =>
      (['live', 'sample', 'published'] as const).map((each) => labelWords(rowOf(each), tileIsLabelled, vi));
    expect(labels(false)).toEqual(['', 'Mẫu', 'Công bố']);
    expect(labels(true)).toEqual(['', '', 'Công bố']);
  });

  it('gives its label room before the place of one line, and before the severity of a narrow one', () => {
    const row = { ...rowOf('sample'), place: 'Quan Triều' };
    const least = (fits: (widthEm: number, label: string) => boolean, label: string) =>
      Array.from({ length: 120 }, (_, tenth) => tenth / 2).find((widthEm) => fits(widthEm, label)) ?? 60;
    const placeFits = (...told: Parameters<typeof saysAll>) => titleFit(...told, 'one').hasPlace;
    for (const says of [placeFits, saysAll, severityFits]) {
      const fits = (widthEm: number, label: string) => says(row, { widthEm, label, measure });
      expect(least(fits, 'Mẫu') - least(fits, '')).toBeGreaterThanOrEqual(measure('Mẫu'));
    }
  });
});
