import { describe, expect, it } from 'vitest';
import { vi } from '../../text/vi.ts';
import { momentOf, replayWordings } from './replayWords.ts';
import { formatSecond } from '../../text/format.ts';

const NOW = Date.UTC(2026, 10, 30, 4, 0, 0);
const YESTERDAY = Date.UTC(2026, 10, 28, 22, 13, 42);

describe('a moment that a person writes', () => {
  it('is understood as the desk writes it, in Viet Nam’s time', () => {
    expect(momentOf(formatSecond(YESTERDAY, NOW), NOW)).toBe(YESTERDAY);
    expect(momentOf(' 5h13 29/11/2026 ', NOW)).toBe(YESTERDAY - 42_000);
    expect(momentOf('07:30', NOW)).toBe(Date.UTC(2026, 10, 30, 0, 30));
  });

  it('by the clock alone was yesterday when today has not come so far: at 00:10, 23:50 is 20 minutes ago', () => {
    const afterMidnight = Date.UTC(2026, 10, 30, 17, 10);
    expect(momentOf('23:50', afterMidnight)).toBe(afterMidnight - 20 * 60_000);
  });

  it.each(['', '24:00', '07:60', '7', '05:13 31/11/2026', '05:13 29/11', '05:13 2026-11-29'])(
    'is none where the calendar or the clock has no such thing: %s',
    (text) => {
      expect(momentOf(text, NOW)).toBeUndefined();
    },
  );
});

describe('the band over a replay', () => {
  it('of another day says clock and day for as long as they fit', () => {
    const replay = { mediaAt: YESTERDAY, clockAt: NOW, rate: 1 };
    expect(replayWordings(replay, NOW, vi.playback).slice(-4)).toEqual([
      'Phát lại 05:13:42 29/11/2026',
      'Phát lại 05:13 29/11',
      'Phát lại 29/11',
      'Phát lại',
    ]);
  });
});
