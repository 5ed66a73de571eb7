import { describe, expect, it } from 'vitest';
import { archipelagoIslands, archipelagos, COUNTRY, outline, provinceNames } from './geography.ts';

describe('the product’s own outline', () => {
  it('is closed line by line and stays within the country', () => {
    const [west, south, east, north] = COUNTRY;
    for (const { geometry } of outline.features) {
      for (const ring of geometry.coordinates) {
        expect(ring.at(0)).toEqual(ring.at(-1));
        for (const [longitude = 0, latitude = 0] of ring) {
          expect(longitude > west && longitude < east && latitude > south && latitude < north).toBe(true);
        }
      }
    }
  });

  it('names the 34 provinces, each once', () => {
    expect(new Set(provinceNames.map(({ code }) => code)).size).toBe(34);
    expect(provinceNames.every(({ name }) => name === name.normalize('NFC'))).toBe(true);
  });
});

describe('the archipelagos', () => {
  it('are Hoàng Sa in the north and Trường Sa in the south, off the coast', () => {
    expect(archipelagos.map(({ id }) => id)).toEqual(['hoangSa', 'truongSa']);
    expect(archipelagos[0]?.islands.every(([x, y]) => x > 111 && x < 113 && y > 15.5 && y < 17.3)).toBe(true);
    expect(archipelagos[1]?.islands.every(([x, y]) => x > 111 && x < 118 && y > 6.5 && y < 12)).toBe(true);
  });

  it('are all drawn', () => {
    expect(archipelagoIslands.features).toHaveLength(archipelagos.flatMap(({ islands }) => islands).length);
  });
});
