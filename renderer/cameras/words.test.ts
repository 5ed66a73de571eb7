import { describe, expect, it } from 'vitest';
import { en } from '../text/en.ts';
import { vi } from '../text/vi.ts';
import { sightMark } from './marks.ts';
import type { Standing } from './player.ts';
import { ageWords, frozenWords, sightSentence, stampWords, troubleWords, type Speech } from './words.ts';

const vietnamese: Speech = { words: vi, language: 'vi' };
const lunch = Date.UTC(2026, 10, 22, 5, 30, 15);
const standing = (part: Partial<Standing>): Standing => ({
  state: 'live',
  since: lunch,
  lastPaintedAt: lunch,
  shed: 'full',
  thinned: false,
  ...part,
});

const seen = (of: Standing) => ({
  standing: of,
  frozen: false,
  active: false,
  zoom: undefined,
  turn: undefined,
});

describe('what a camera tile says', () => {
  it('is how old the picture is when it stands still', () => {
    const stale = standing({ state: 'stale' });

    expect(ageWords(stale, lunch + 4_200, vietnamese)).toEqual(['hình cũ 4 giây', 'cũ 4 giây']);
    expect(sightSentence('Cầu Gia Bảy', { standing: stale, now: lunch + 4_200 }, vietnamese)).toBe(
      'Camera Cầu Gia Bảy, hình cũ 4 giây',
    );
  });

  it('is how old the picture is where this machine shows few, and that nobody must look after it', () => {
    const keys = standing({ state: 'stale', shed: 'keys', thinned: true });
    const still = standing({ state: 'stale', shed: 'still', thinned: true });

    expect(ageWords(keys, lunch + 4_200, vietnamese)).toEqual(['giảm số hình, cũ 4 giây', 'cũ 4 giây']);
    expect(ageWords(still, lunch + 4_200, vietnamese)).toEqual(['ảnh tĩnh 4 giây', 'cũ 4 giây']);
    expect(sightMark(seen(keys), vietnamese)).toMatchObject({
      word: 'Giảm số hình',
      tone: 'quiet',
      filled: false,
    });
    expect(sightMark(seen(still), vietnamese)).toMatchObject({
      word: 'Ảnh tĩnh',
      tone: 'quiet',
      filled: false,
    });
  });

  it('is that the camera gives nothing, also where this machine shows few', () => {
    const dead = standing({ state: 'stale', shed: 'still' });

    expect(ageWords(dead, lunch + 4_200, vietnamese)[0]).toBe('hình cũ 4 giây');
    expect(sightMark(seen(dead), vietnamese)).toMatchObject({ word: 'Hình cũ', filled: true });
  });

  it('is since when the camera is lost, and the date of the picture that is still seen', () => {
    const lost = standing({ state: 'offline' });

    expect(ageWords(lost, lunch + 60_000, vietnamese)[0]).toBe('mất tín hiệu từ 12:30');
    expect(stampWords(lost, lunch + 60_000, vi)).toBe('Hình lúc 12:30:15');
    expect(stampWords(lost, lunch + 86_400_000, vi)).toBe('Hình lúc 12:30:15 22/11/2026');
    expect(stampWords(standing({ state: 'offline', lastPaintedAt: null }), lunch, vi)).toBeNull();
  });

  it('is that a live camera may stand still, without calling it dead', () => {
    const frozen = standing({ suspectSince: lunch });

    expect(ageWords(frozen, lunch + 40_000, vietnamese)).toEqual(['nghi đứng hình 40 giây']);
    expect(sightSentence('Cầu Gia Bảy', { standing: frozen, now: lunch + 40_000 }, vietnamese)).toBe(
      'Camera Cầu Gia Bảy, nghi đứng hình 40 giây',
    );
    expect(sightMark(seen(frozen), vietnamese)).toMatchObject({ word: 'Nghi đứng hình' });
    expect(sightMark(seen(standing({ state: 'offline', suspectSince: lunch })), vietnamese)).toMatchObject({
      word: 'Mất tín hiệu',
    });
  });

  it('is why nothing is seen, where that is known', () => {
    expect(troubleWords(standing({ state: 'offline', trouble: 'no-answer' }), vi)).toBe(
      'camera không trả lời',
    );
    expect(troubleWords(standing({ state: 'unsupported', trouble: 'codec', codec: 'H.265' }), vi)).toBe(
      'chuẩn H.265: máy này không giải mã được',
    );
    expect(troubleWords(standing({ state: 'offline' }), vi)).toBeNull();
  });

  it('is who turns the camera, behind what somebody must look at', () => {
    const turned = { ...seen(standing({})), holder: 'Nguyễn Thị Hạnh' };

    expect(sightMark(turned, vietnamese)).toMatchObject({ word: 'Nguyễn Thị Hạnh đang điều khiển' });
    expect(sightMark({ ...turned, active: true }, vietnamese)).toMatchObject({ word: vi.cameras.eventWord });
    expect(sightSentence('Cầu', { standing: standing({}), now: lunch, holder: 'Hạnh' }, vietnamese)).toBe(
      'Camera Cầu, trực tiếp, Hạnh đang điều khiển',
    );
  });

  it('is “live” when it is', () => {
    expect(sightSentence('Cầu Gia Bảy', { standing: standing({}), now: lunch }, vietnamese)).toBe(
      'Camera Cầu Gia Bảy, trực tiếp',
    );
    expect(sightSentence('Camera cổng', { standing: standing({}), now: lunch }, vietnamese)).toBe(
      'Camera cổng, trực tiếp',
    );
    expect(
      sightSentence(
        'Gia Bảy bridge',
        { standing: standing({ state: 'no-source' }), now: lunch },
        { words: en, language: 'en' },
      ),
    ).toBe('Camera Gia Bảy bridge, no source yet');
  });
});

describe('a picture that somebody froze', () => {
  const at = Date.UTC(2026, 10, 22, 16, 50, 3);

  it('says since when by the clock, and after midnight by the day as well, which stays longest', () => {
    expect(frozenWords(at, at + 60_000, vi)).toEqual([
      'Dừng hình 23:50:03',
      'Dừng 23:50:03',
      '23:50:03',
      '23:50',
    ]);
    expect(frozenWords(at, at + 8 * 3_600_000, vi).slice(-2)).toEqual(['23:50 22/11', '22/11']);
  });
});
