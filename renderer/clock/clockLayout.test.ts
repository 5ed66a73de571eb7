import { describe, expect, it } from 'vitest';
import type { LinkState } from '../../domain/contract/port.ts';
import { vi } from '../text/vi.ts';
import type { Measure } from '../ui/measure.ts';
import { clockLayout, stripParts } from './clockLayout.ts';
import { linkWords } from './linkWords.ts';

const measure: Measure = (text, face) => text.length * (face === 'numbers' ? 0.42 : 0.5);
const said = {
  clock: '14:05',
  lines: [
    ['Chủ nhật, 22/11/2026', '22/11/2026'],
    ['8 đang mở, 2 chưa xác nhận', '8 sự cố đang mở'],
  ],
  linesPx: 50,
};
const now = Date.UTC(2026, 10, 22, 7, 5);
const link: LinkState = {
  state: 'live',
  since: 0,
  lastHeardAt: now,
  taken: 0,
  rejected: 0,
  waitingOrders: 0,
  device: '',
  wallLive: null,
};

describe('the clock', () => {
  it('fills its tile and keeps the lines that fit', () => {
    const layout = clockLayout({ widthPx: 1835, heightPx: 850, floorPx: 50 }, said, measure);
    expect(layout.lines).toHaveLength(2);
    expect(layout.clockPx).toBeGreaterThan(400);
  });

  it('gives up lines before it becomes small', () => {
    expect(clockLayout({ widthPx: 587, heightPx: 150, floorPx: 50 }, said, measure)).toMatchObject({
      lines: [],
    });
  });

  it('stands on one line with date, counts and link where the tile is low', () => {
    const strip = stripParts(
      { widthPx: 1895, heightPx: 120, floorPx: 50 },
      { ...said, link: ['trực tuyến'] },
      measure,
    );
    expect(strip).toMatchObject({ parts: ['Chủ nhật, 22/11/2026', '8 sự cố đang mở'], link: 'trực tuyến' });
  });
});

describe('the link in words', () => {
  it('is quiet while it is live', () => {
    expect(linkWords({ link, coreLostAt: null }, now, vi)).toEqual({
      live: true,
      word: 'trực tuyến',
      heard: null,
    });
  });

  it('says of when the data is while it is down', () => {
    const down = { ...link, state: 'offline' as const, lastHeardAt: now - 600_000 };
    expect(linkWords({ link: down, coreLostAt: null }, now, vi)).toMatchObject({
      word: 'ngoại tuyến',
      heard: 'dữ liệu lúc 13:55',
    });
  });

  it('names the core first: without it nobody knows the link', () => {
    expect(linkWords({ link, coreLostAt: now }, now, vi)).toMatchObject({
      live: false,
      word: 'đang khởi động lại',
    });
  });
});
