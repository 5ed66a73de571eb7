import { describe, expect, it } from 'vitest';
import { vi } from '../text/vi.ts';
import { baseMapOf } from './baseMap.ts';
import { mapHealth } from './health.ts';

const pack = {
  name: 'vn',
  attribution: 'Sở Xây dựng',
  bounds: [101, 6, 119, 24],
  minZoom: 0,
  maxZoom: 11,
  layers: ['prov', 'ward'],
} as const;
const sound = baseMapOf({ pack });

describe('what the tile says of its map', () => {
  it('names the source of a sound pack and nothing else', () => {
    expect(mapHealth(sound, {}, vi.map)).toEqual({
      codes: 'well',
      broken: false,
      credits: ['Nền: Sở Xây dựng'],
    });
  });

  it('says quietly that there is no pack, and what the outline is not for', () => {
    expect(mapHealth(baseMapOf({ pack: null, reason: 'none' }), {}, vi.map)).toMatchObject({
      codes: 'no-pack',
      word: 'Bản đồ giản lược',
      broken: false,
      credits: expect.arrayContaining(['Đường nét giản lược, không dùng để xác định ranh giới']),
    });
  });

  it.each(['pack-missing', 'pack-damaged'] as const)(
    'calls for somebody when the pack is unusable: %s',
    (reason) => {
      expect(mapHealth(baseMapOf({ pack: null, reason }), {}, vi.map)).toMatchObject({
        codes: reason,
        broken: true,
      });
    },
  );

  it('shows the outline when the pack holds nothing that the product knows', () => {
    const base = baseMapOf({ pack: { ...pack, layers: ['roads'] } });

    expect(base).toEqual({ kind: 'outline', why: 'pack-strange' });
    expect(mapHealth(base, {}, vi.map).broken).toBe(true);
  });

  it('says that Mapbox failed and what draws instead', () => {
    expect(mapHealth(sound, { mapbox: 'token' }, vi.map)).toMatchObject({
      codes: 'mapbox-token',
      word: 'Mapbox từ chối, dùng MapLibre',
      broken: true,
    });
  });

  it('names the gravest trouble first and keeps all of them for machines', () => {
    expect(mapHealth(sound, { mapbox: 'network', maplibre: 'tile' }, vi.map)).toMatchObject({
      codes: 'pack-tile mapbox-network',
      word: 'Gói bản đồ hỏng một phần',
    });
  });
});
