import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ProvinceFileSchema } from '../../domain/contract/provinceFile.ts';
import { provinceProblems } from '../../domain/contract/provinceRules.ts';
import { SiteFileSchema } from '../../domain/contract/siteFile.ts';

const config = new URL('../../config/', import.meta.url);

function filesIn(folder: string): readonly (readonly [name: string, text: string])[] {
  const names = readdirSync(new URL(folder, config)).filter((name) => name.endsWith('.json'));
  return names.map((name) => [name, readFileSync(new URL(folder + name, config), 'utf8')]);
}

const provinces = filesIn('provinces/');

describe('the province files of the repository', () => {
  it.each(provinces)('are sound: %s', (_name, text) => {
    expect(provinceProblems(ProvinceFileSchema.parse(JSON.parse(text)))).toEqual([]);
  });

  it.each(provinces)('name things short enough for the farthest seat: %s', (_name, text) => {
    for (const { shortName } of ProvinceFileSchema.parse(JSON.parse(text)).indicators) {
      expect(Math.max(shortName.vi.length, shortName.en.length), shortName.vi).toBeLessThanOrEqual(24);
    }
  });

  it.each(provinces)('are written in NFC: %s', (_name, text) => expect(text).toBe(text.normalize('NFC')));
});

describe('the site files of the repository', () => {
  const sites = filesIn('sites/');

  it.each(sites)('are sound, and their province exists: %s', (_name, text) => {
    const { province } = SiteFileSchema.parse(JSON.parse(text));
    expect(provinces.map(([name]) => name)).toContain(`${province}.json`);
  });
});
