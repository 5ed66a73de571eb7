import { describe, expect, it } from 'vitest';
import { UnitCodeSchema, UnitSchema } from './model.ts';

describe('an administrative unit', () => {
  it('is known by its code, leading zeros and all', () => {
    expect(UnitCodeSchema.parse('05443')).toBe('05443');
    expect(UnitCodeSchema.safeParse(5443).success).toBe(false);
  });

  it('is a province or a commune: there is no district any more', () => {
    const phanDinhPhung = {
      code: '05443',
      name: { vi: 'Phan Đình Phùng', en: 'Phan Dinh Phung' },
      point: [105.84, 21.59],
    };
    expect(UnitSchema.safeParse({ ...phanDinhPhung, tier: 'commune' }).success).toBe(true);
    expect(UnitSchema.safeParse({ ...phanDinhPhung, tier: 'district' }).success).toBe(false);
  });
});
