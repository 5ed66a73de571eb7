import { describe, expect, it } from 'vitest';
import type { Indicator, PublishedFigure, Reading } from '../../domain/indicators/model.ts';
import { vi } from '../text/vi.ts';
import { chartFace, type ChartLine } from './chartFace.ts';
import { readFigure } from './figure.ts';
import { legendEntries, legendLayout } from './legend.ts';

const speech = { words: vi, language: 'vi' as const };
const MINUTE_MS = 60_000;
/** 22/11/2026 14:05 in Viet Nam. */
const now = Date.UTC(2026, 10, 22, 7, 5);
const here = { now, away: false };
const both = (text: string) => ({ vi: text, en: text });

function indicator(name: string, change: Partial<Indicator> = {}): Indicator {
  return {
    id: name,
    unit: '19',
    name: both(`Mực nước ${name}`),
    shortName: both(name),
    measure: both('m'),
    decimals: 2,
    direction: 'lower-better',
    office: both('Đài KTTV tỉnh'),
    cadenceMs: MINUTE_MS,
    freshForMs: 10 * MINUTE_MS,
    limits: [{ name: both('BĐ3'), value: 27, severity: 'emergency', when: 'above' }],
    ...change,
  };
}

type LineRequest = Partial<Reading> & { readonly name?: string; readonly minutes?: number };

/** A line whose value is so many minutes old. */
function line({ name = 'Gia Bảy', minutes = 0, ...change }: LineRequest = {}): ChartLine {
  const at = now - minutes * MINUTE_MS;
  const reading: Reading = {
    key: name,
    value: 21.4,
    provenance: 'live',
    asOf: at,
    arrivedAt: at,
    ageOnArrivalMs: 0,
    ...change,
  };
  const source = { indicator: indicator(name), printed: undefined };
  return { indicator: source.indicator, figure: readFigure(source, reading, now) };
}

/** A value that was past its limit when it was printed. */
function publishedLine(name: string, publishedOn = '08/10/2025'): ChartLine {
  const printed: PublishedFigure = {
    key: name,
    text: '29,90',
    value: 29.9,
    place: both('Chợ Mới'),
    source: both('Báo Thái Nguyên'),
    publishedOn: both(publishedOn),
    series: [],
  };
  const source = { indicator: indicator(name), printed };
  return { indicator: source.indicator, figure: readFigure(source, undefined, now) };
}

const fresh = line();
const stale = line({ name: 'Chợ Mới', minutes: 12 });
const sample = line({ name: 'Chã', provenance: 'sample' });
const face = (...lines: readonly ChartLine[]) => chartFace(lines, here, speech);
const entriesOf = (lines: readonly ChartLine[], labelled = false) =>
  legendEntries(lines, { ...here, labelled }, speech);

describe('the face of a chart whose second line is old', () => {
  it('says so, and how old, though the first is of now', () => {
    expect(face(fresh, stale)).toMatchObject({
      mark: { word: 'Dữ liệu cũ' },
      ages: ['dữ liệu cũ 12 phút', 'cũ 12 phút'],
    });
    expect(face(fresh, stale)).toEqual(face(stale, fresh));
  });

  it('is hatched as a whole only when nothing in it is of now', () => {
    expect(face(fresh, stale).stale).toBe(false);
    expect(face(stale, stale).stale).toBe(true);
    expect(face(stale, line({ value: null })).stale).toBe(true);
  });

  it('calls an age that nobody knows the greatest', () => {
    const unknown = line({ name: 'Chã', arrivedAt: now + 60 * MINUTE_MS });
    expect(face(stale, unknown).ages).toEqual(['Dữ liệu cũ']);
  });
});

describe('the face of a chart', () => {
  it('shows a limit that any line has reached, before what is old or missing; an old value has reached none', () => {
    const high = line({ name: 'Chã', value: 28 });
    expect(face(fresh, stale, high)).toMatchObject({ mark: { word: 'Khẩn cấp' }, frame: 'serious' });
    expect(face(fresh, line({ name: 'Chã', value: 28, minutes: 12 })).frame).toBeUndefined();
  });

  it('has the frame of a gap only when nothing is there', () => {
    const missing = line({ name: 'Chã', value: null });
    expect(face(fresh, missing)).toMatchObject({ mark: { word: 'Trống' }, frame: undefined });
    expect(face(missing, missing).frame).toBe('gap');
  });

  it('is labelled as sample data when all of it is; else it names whose the rest is', () => {
    expect(face(sample, sample)).toMatchObject({ whose: ['Số liệu mẫu', 'Mẫu'], whoseIsLabel: true });
    expect(face(sample, fresh, publishedLine('Đu'))).toMatchObject({
      whose: ['Đài KTTV tỉnh – Chợ Mới', '2 nguồn số liệu'],
      whoseIsLabel: false,
    });
  });

  it('has the day of publication when that is the same for all that is published, and no age beside', () => {
    expect(face(publishedLine('Đu'), publishedLine('Chã'))).toMatchObject({
      mark: { word: 'Công bố' },
      frame: undefined,
      ages: ['08/10/2025', '08/10/2025'],
    });
    expect(face(publishedLine('Đu'), publishedLine('Chã', '01/07/2025')).ages).toEqual([]);
    expect(face(publishedLine('Đu'), fresh)).toMatchObject({
      mark: undefined,
      frame: undefined,
      ages: ['cập nhật 14:05', '14:05'],
    });
  });
});

describe('the legend of a chart', () => {
  it('tells of each line how it stands: in a mark, a label and the shortest age; what is fresh is quiet', () => {
    const told = entriesOf([fresh, stale, sample, publishedLine('Đu'), line({ name: 'Bảy', value: null })]);
    expect(told.map(({ state, mark, sample: label, age }) => [state, mark?.word, label, age])).toEqual([
      ['fresh', undefined, '', ''],
      ['stale', 'Dữ liệu cũ', '', 'cũ 12 phút'],
      ['fresh', undefined, 'Mẫu', ''],
      ['published', 'Công bố', '', '08/10/2025'],
      ['missing', 'Trống', '', ''],
    ]);
  });

  it('leaves the label to the tile where the tile wears it', () => {
    expect(entriesOf([sample, sample], true).map((entry) => entry.sample)).toEqual(['', '']);
  });

  it('tells every age while nothing can be renewed', () => {
    const [entry] = legendEntries([line({ minutes: 1 })], { now, away: true, labelled: false }, speech);
    expect(entry?.age).toBe('1 phút');
  });

  it('gives up ages, then measures, then its one line, never the mark, the label or, if it can, the name', () => {
    const lines = [fresh, stale, sample];
    const measure = (text: string) => text.length;
    const layout = (widthEm: number, mayStack = true) =>
      legendLayout({ widthEm, mayStack }, lines, { entries: entriesOf(lines), speech, measure });
    // swatch 1.4, mark 1, name 7, label 3.6, value 6.25, measure 1, age 10, gaps of 0.3
    const [head, tail] = [
      ['swatch', 'mark', 'name'] as const,
      ['sample', 'value', 'measure', 'age'] as const,
    ];
    expect(layout(32.1).rows).toEqual([[...head, ...tail]]);
    expect(layout(32).rows).toEqual([[...head, ...tail.slice(0, 3)]]);
    expect(layout(21).rows).toEqual([[...head, ...tail.slice(0, 2)]]);
    expect(layout(20)).toEqual({ rows: [head, tail.slice(0, 3)], cut: false });
    expect(layout(20, false)).toEqual({ rows: [[...head, ...tail.slice(0, 2)]], cut: true });
    expect(layout(9)).toEqual({ rows: [head, tail.slice(0, 2)], cut: true });
  });
});
