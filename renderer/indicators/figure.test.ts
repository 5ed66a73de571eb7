import { describe, expect, it } from 'vitest';
import type { Indicator, PublishedFigure, Reading } from '../../domain/indicators/model.ts';
import { vi } from '../text/vi.ts';
import { readFigure } from './figure.ts';
import { figureFrame, figureMark } from './marks.ts';
import { againstWords, ageWords, figureSentence, limitWords, valueWords, whoseWords } from './words.ts';

const speech = { words: vi, language: 'vi' as const };
/** 22/11/2026 14:05 in Viet Nam. */
const now = Date.UTC(2026, 10, 22, 7, 5);
const both = (text: string) => ({ vi: text, en: text });

const river: Indicator = {
  id: 'tt.level.gia-bay',
  unit: '19',
  name: both('Mực nước sông Cầu tại Gia Bảy'),
  shortName: both('Sông Cầu tại Gia Bảy'),
  measure: both('m'),
  decimals: 2,
  direction: 'lower-better',
  office: both('Đài KTTV tỉnh'),
  cadenceMs: 60_000,
  freshForMs: 600_000,
  limits: [
    { name: both('BĐ2'), value: 26, severity: 'serious', when: 'above' },
    { name: both('BĐ3'), value: 27, severity: 'emergency', when: 'above' },
  ],
};
const dossiers: Indicator = {
  ...river,
  id: 'hc.received',
  shortName: both('Hồ sơ tiếp nhận'),
  measure: both('hồ sơ'),
  decimals: 0,
  direction: 'higher-better',
  comparison: { kind: 'plan', value: 1_000 },
  limits: [],
};
const printed: PublishedFigure = {
  key: 'vb.electronic-rate',
  text: 'trên 95',
  place: both('TP Phổ Yên (trước 01/07/2025)'),
  source: both('Bài báo về IOC Thái Nguyên'),
  publishedOn: both('sau 2021 (không rõ ngày)'),
  series: [],
};

function aReading(over: Partial<Reading> = {}): Reading {
  return {
    key: 'k',
    value: 1_234,
    provenance: 'live',
    asOf: now,
    arrivedAt: now,
    ageOnArrivalMs: 0,
    ...over,
  };
}
function ofDossiers(over: Partial<Reading> = {}, at = now) {
  return readFigure({ indicator: dossiers, printed: undefined }, aReading(over), at);
}
function ofRiver(value: number) {
  return readFigure({ indicator: river, printed: undefined }, aReading({ value }), now);
}

describe('a value that came before somebody set the clock back', () => {
  const figure = ofDossiers({ arrivedAt: now + 3_600_000 });

  it('is called old without an age: nobody knows how old, and it is never "0 seconds"', () => {
    expect(figure).toMatchObject({ state: 'stale', ageMs: null });
    expect(ageWords(figure, { now, away: false }, speech)).toEqual(['Dữ liệu cũ']);
    expect(figureSentence(dossiers, figure, { ...speech, now })).toContain('Dữ liệu cũ');
  });
});

describe('a gap that the office reported', () => {
  const figure = ofDossiers({ value: null });

  it('is missing, framed as a gap and never shown as zero', () => {
    expect(figure.state).toBe('missing');
    expect(figureFrame(figure)).toBe('gap');
    expect(valueWords(dossiers, figure, 'vi')).toBe('–');
    expect(figureSentence(dossiers, figure, { ...speech, now })).toBe('Hồ sơ tiếp nhận: Chưa có dữ liệu');
  });
});

describe('a published figure', () => {
  const figure = readFigure({ indicator: river, printed }, undefined, now);

  it('never ages, however late it is', () => {
    const later = readFigure({ indicator: river, printed }, undefined, now + 10 * 365 * 86_400_000);
    expect(later.state).toBe('published');
    expect(figureMark(later, vi)?.word).toBe('Công bố');
  });

  it('has reached no limit of now, whatever it had reached then: the words say it', () => {
    const crest = readFigure(
      { indicator: river, printed: { ...printed, text: '29,90', value: 29.9 } },
      undefined,
      now,
    );
    expect(crest.past).toBeDefined();
    expect(figureFrame(crest)).toBeUndefined();
    expect(figureMark(crest, vi)?.word).toBe('Công bố');
    expect(figureSentence(river, crest, { ...speech, now })).toContain('trên BĐ3');
  });

  it('is shown as printed, with its place and its date instead of an age', () => {
    expect(valueWords(river, figure, 'vi')).toBe('trên 95');
    expect(ageWords(figure, { now, away: true }, speech)).toEqual(['sau 2021 (không rõ ngày)', 'sau 2021']);
    expect(whoseWords(river, figure, speech)).toContain('TP Phổ Yên');
  });

  it('gives way to the first reading of the province', () => {
    expect(readFigure({ indicator: river, printed }, aReading({ value: 20 }), now).state).toBe('fresh');
  });
});

describe('a figure of another day', () => {
  it('is named with its day, not with a clock that could be today’s', () => {
    const monthly = ofDossiers({ asOf: now - 40 * 86_400_000 });
    expect(figureSentence(dossiers, monthly, { ...speech, now })).toMatch(/cập nhật \d\d\/\d\d\/\d{4}/);
  });
});

describe('a share', () => {
  it('has its percent sign at its number', () => {
    const share = { ...dossiers, measure: both('%') };
    const figure = ofDossiers({});

    expect(figureSentence(share, figure, { ...speech, now })).toMatch(/^Hồ sơ tiếp nhận: 1\.234%, /);
  });
});

describe('sample data', () => {
  it('says so on the tile and in its name', () => {
    const figure = ofDossiers({ provenance: 'sample' });
    expect(whoseWords(dossiers, figure, speech)[0]).toBe('Số liệu mẫu');
    expect(figureSentence(dossiers, figure, { ...speech, now })).toBe(
      'Hồ sơ tiếp nhận: 1.234 hồ sơ, cập nhật 14:05, số liệu mẫu',
    );
  });
});

describe('the age of a figure', () => {
  it('is the clock while it is fresh', () => {
    expect(ageWords(ofDossiers(), { now, away: false }, speech)).toEqual(['cập nhật 14:05', '14:05']);
  });

  it('is the day when the figure is of another day', () => {
    const slow = { ...dossiers, cadenceMs: 86_400_000, freshForMs: 5 * 86_400_000 };
    const figure = readFigure(
      { indicator: slow, printed: undefined },
      aReading({ asOf: now - 26 * 3_600_000 }),
      now,
    );
    expect(ageWords(figure, { now, away: false }, speech).at(-1)).toBe('21/11');
  });

  it('is told in words once it is stale', () => {
    const figure = ofDossiers({}, now + 12 * 60_000);
    expect(figure.state).toBe('stale');
    expect(ageWords(figure, { now: now + 12 * 60_000, away: false }, speech)).toEqual([
      'dữ liệu cũ 12 phút',
      'cũ 12 phút',
    ]);
  });

  it('counts on in words while the link is down', () => {
    expect(ageWords(ofDossiers({}, now + 40_000), { now: now + 40_000, away: true }, speech)[0]).toBe(
      '40 giây trước',
    );
  });

  it('is not called late for a value that comes every second', () => {
    const quick = { ...dossiers, cadenceMs: 1_000 };
    expect(readFigure({ indicator: quick, printed: undefined }, aReading(), now + 4_000).state).toBe('fresh');
    expect(readFigure({ indicator: quick, printed: undefined }, aReading(), now + 11_000).state).toBe(
      'ageing',
    );
  });
});

describe('a limit', () => {
  it('is named with the distance past it, the gravest first', () => {
    const { past } = ofRiver(29.9);
    expect(past && limitWords(river, past, speech)).toEqual(['trên BĐ3 2,90 m', 'trên BĐ3']);
  });

  it('is touched, not passed, at its own value', () => {
    const { past } = ofRiver(27);
    expect(past && limitWords(river, past, speech)).toEqual(['chạm BĐ3']);
  });

  it('frames the tile, in red never: red is for what nobody has acknowledged', () => {
    expect(figureFrame(ofRiver(29.9))).toBe('serious');
    expect(figureFrame(ofRiver(20))).toBe(undefined);
  });
});

describe('a comparison', () => {
  const words = (value: number, change: Partial<Indicator> = {}) => {
    const indicator = { ...dossiers, ...change };
    const { comparison } = readFigure({ indicator, printed: undefined }, aReading({ value }), now);
    return comparison && againstWords(indicator, comparison, speech);
  };
  const lastYear = { comparison: { kind: 'last-year', value: 1_000 } } as const;

  it('says by how much, of what, against what and whether that is better', () => {
    expect(words(1_234, lastYear)?.[0]).toBe('+234 hồ sơ so với cùng kỳ, tốt hơn');
    expect(words(900, lastYear)).toEqual([
      '−100 hồ sơ so với cùng kỳ, kém hơn',
      '−100 hồ sơ so với cùng kỳ',
      '−100 so với cùng kỳ',
      '−100 so cùng kỳ',
    ]);
  });

  it('says how much of a planned amount is there, never the whole of what falls short', () => {
    expect(words(846)).toEqual(['đạt 84,6% kế hoạch', '84,6% kế hoạch']);
    expect(words(1_234)?.[0]).toBe('đạt 123,4% kế hoạch');
    expect(words(9_999, { comparison: { kind: 'plan', value: 10_000 } })?.[0]).toBe('đạt 99,9% kế hoạch');
    expect(words(500, { direction: 'lower-better' })?.[0]).toBe('bằng 50,0% kế hoạch');
  });

  it('says a planned share by the points between', () => {
    const share = { measure: both('%'), comparison: { kind: 'plan', value: 80 } } as const;

    expect(words(84, share)?.[0]).toBe('+4 điểm % so với kế hoạch, tốt hơn');
  });

  it('says in words that there is no difference that could be shown', () => {
    expect(words(1_000.4)).toEqual(['bằng kế hoạch']);
  });
});
