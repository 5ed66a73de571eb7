import { describe, expect, it } from 'vitest';
import type { Unit } from '../../domain/units/model.ts';
import type { MapEngine, MapFeature } from './engine.ts';
import { packNames, placeNames } from './placeNames.ts';

const units: readonly Unit[] = [
  { code: '19', name: { vi: 'Tỉnh Thái Nguyên', en: 'Thái Nguyên' }, tier: 'province', point: [105.8, 21.9] },
  { code: '05569', name: { vi: 'Xã Định Hóa', en: 'Định Hóa' }, tier: 'commune', point: [105.65, 21.9] },
];
const pack = [
  { code: '05569', name: 'Định Hoá', point: [105.6, 21.9], province: '19' },
  { code: '05716', name: 'Võ Nhai', point: [106.1, 21.75], province: '19' },
  { code: '00376', name: 'Sóc Sơn', point: [105.85, 21.25], province: '01' },
  { code: '20', name: 'Lạng Sơn', point: [106.6, 21.85] },
  { code: '19', name: 'Thái Nguyên', point: [105.85, 21.95] },
] as const;
const nameOf = (name: { readonly vi: string }): string => name.vi;

describe('the names on the map', () => {
  it('are the province’s own words first, its pack’s next, then its own name before the neighbours’', () => {
    const names = placeNames({ ownCode: '19', units, pack, sceneZoom: 8.8, nameOf });

    expect(names.map(({ text, rank }) => `${rank} ${text}`)).toEqual([
      'commune Xã Định Hóa',
      'commune Võ Nhai',
      'own Thái Nguyên',
      'neighbour Lạng Sơn',
    ]);
  });

  it('are provinces alone on a map of the country, from the product itself without a pack', () => {
    const names = placeNames({ ownCode: '19', units, pack: [], sceneZoom: 5.3, nameOf });

    expect(names).toHaveLength(34);
    expect(names[0]).toMatchObject({ text: 'Thái Nguyên', rank: 'own' });
  });
});

describe('the names in a pack', () => {
  it('count once though many tiles repeat them; what is no name is left out', () => {
    const features: Readonly<Record<string, readonly MapFeature[]>> = {
      prov_pt: [
        { point: [106.6, 21.85], fields: { code: '20', name: 'Lạng Sơn' } },
        { point: [106.6, 21.85], fields: { code: '20', name: 'Lạng Sơn' } },
        { point: [106, 21], fields: { code: 7, name: 'số' } },
        { point: null, fields: { code: '99', name: 'vùng' } },
      ],
      ward_pt: [
        { point: [106.1, 21.75], fields: { code: '05716', name: 'Võ Nhai'.normalize('NFD'), pcode: '19' } },
      ],
    };
    const engine: Pick<MapEngine, 'sourceFeatures'> = {
      sourceFeatures: (_source, layer) => features[layer] ?? [],
    };

    expect(packNames(engine)).toEqual([
      { code: '05716', name: 'Võ Nhai', point: [106.1, 21.75], province: '19' },
      { code: '20', name: 'Lạng Sơn', point: [106.6, 21.85] },
    ]);
  });
});
