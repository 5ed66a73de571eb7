import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../domain/indicators/model.ts';
import { en } from '../text/en.ts';
import { vi } from '../text/vi.ts';
import { chartTitles } from './chartTitles.ts';

function indicator(name: string, short: string, english = name): Indicator {
  return {
    id: short,
    unit: '19',
    name: { vi: name, en: english },
    shortName: { vi: short, en: short },
    measure: { vi: 'xe/giờ', en: 'vehicles/h' },
    decimals: 0,
    direction: 'neutral',
    office: { vi: 'Sở Xây dựng', en: 'Construction' },
    cadenceMs: 5_000,
    freshForMs: 90_000,
    limits: [],
  };
}
const flows = ['Đồng Quang', 'Mỏ Bạch', 'Bắc Nam'].map((at) =>
  indicator(`Lưu lượng xe qua nút ${at}`, `Nút ${at}`, `Vehicles through ${at} junction`),
);
const inVietnamese = { words: vi, language: 'vi' } as const;

describe('a chart of several lines', () => {
  it('is called by what its lines measure, without a word that leads nowhere', () => {
    expect(chartTitles(flows, inVietnamese)[0]).toBe('Lưu lượng xe qua nút');
    expect(chartTitles(flows, { words: en, language: 'en' })[0]).toBe('Vehicles');
  });

  it('is called by each of them where they have nothing in common but a syllable', () => {
    const two = [indicator('Điểm ùn tắc đang diễn ra', 'Điểm ùn tắc'), indicator('Điểm cầu họp', 'Điểm cầu')];

    expect(chartTitles(two, inVietnamese)).toEqual(['Điểm ùn tắc – Điểm cầu', 'Biểu đồ']);
  });
});

describe('a chart of one line', () => {
  it('is called by its indicator', () => {
    expect(chartTitles(flows.slice(0, 1), inVietnamese)).toEqual([
      'Lưu lượng xe qua nút Đồng Quang',
      'Nút Đồng Quang',
    ]);
  });
});
