import { describe, expect, it } from 'vitest';
import { en } from '../text/en.ts';
import { vi } from '../text/vi.ts';
import type { Standing } from './player.ts';
import { ageWords, cameraSentence, stampWords, type Speech } from './words.ts';

const vietnamese: Speech = { words: vi, language: 'vi' };
const lunch = Date.UTC(2026, 10, 22, 5, 30, 15);
const standing = (part: Partial<Standing>): Standing => ({
  state: 'live',
  since: lunch,
  lastPaintedAt: lunch,
  shed: 'full',
  ...part,
});

describe('what a camera tile says', () => {
  it('is how old the picture is when it stands still', () => {
    const stale = standing({ state: 'stale' });

    expect(ageWords(stale, lunch + 4_200, vietnamese)).toEqual(['hình cũ 4 giây', 'cũ 4 giây']);
    expect(cameraSentence('Cầu Gia Bảy', { standing: stale, now: lunch + 4_200 }, vietnamese)).toBe(
      'Camera Cầu Gia Bảy, hình cũ 4 giây',
    );
  });

  it('is since when the camera is lost, and the date of the picture that is still seen', () => {
    const lost = standing({ state: 'offline' });

    expect(ageWords(lost, lunch + 60_000, vietnamese)[0]).toBe('mất tín hiệu từ 12:30');
    expect(stampWords(lost, lunch + 60_000, vi)).toBe('Hình lúc 12:30:15');
    expect(stampWords(lost, lunch + 86_400_000, vi)).toBe('Hình lúc 12:30:15 22/11/2026');
    expect(stampWords(standing({ state: 'offline', lastPaintedAt: null }), lunch, vi)).toBeNull();
  });

  it('is “live” when it is', () => {
    expect(cameraSentence('Cầu Gia Bảy', { standing: standing({}), now: lunch }, vietnamese)).toBe(
      'Camera Cầu Gia Bảy, trực tiếp',
    );
    expect(cameraSentence('Camera cổng', { standing: standing({}), now: lunch }, vietnamese)).toBe(
      'Camera cổng, trực tiếp',
    );
    expect(
      cameraSentence(
        'Gia Bảy bridge',
        { standing: standing({ state: 'no-source' }), now: lunch },
        { words: en, language: 'en' },
      ),
    ).toBe('Camera Gia Bảy bridge, no source yet');
  });
});
