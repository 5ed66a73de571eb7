import { describe, expect, it } from 'vitest';
import { vi } from '../../text/vi.ts';
import { momentOf, momentWords, replayWordings } from './replayWords.ts';

const NOW = Date.UTC(2026, 10, 30, 4, 0, 0);
const YESTERDAY = Date.UTC(2026, 10, 28, 22, 13, 42);

describe('a moment that a person writes', () => {
  it('is understood as the desk writes it, in Viet Nam’s time', () => {
    expect(momentOf(momentWords(YESTERDAY, NOW), NOW)).toBe(YESTERDAY);
    expect(momentOf(' 5h13 29/11/2026 ', NOW)).toBe(YESTERDAY - 42_000);
    expect(momentOf('07:30', NOW)).toBe(Date.UTC(2026, 10, 30, 0, 30));
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
