import { describe, expect, it } from 'vitest';
import thaiNguyen from '../../config/provinces/thai-nguyen.json' with { type: 'json' };
import demo from '../../config/sites/demo.json' with { type: 'json' };
import virtual from '../../config/sites/virtual.json' with { type: 'json' };
import { ProvinceFileSchema, type ProvinceFile } from './provinceFile.ts';
import { provinceProblems } from './provinceRules.ts';
import { SiteFileSchema } from './siteFile.ts';

const file = ProvinceFileSchema.parse(thaiNguyen);

function withCells(cells: readonly unknown[]): ProvinceFile {
  const layout = { over: 'whole', screen: { grid: [2, 2], cells } };
  const scene = { id: 'trial', name: { vi: 'Thử', en: 'Trial' }, layout };
  return ProvinceFileSchema.parse({ ...file, scenes: [scene], startScene: 'trial' });
}

const clock = { kind: 'clock' };

describe('a province file', () => {
  it('is sound as it lies in the repository', () => {
    expect(provinceProblems(file)).toEqual([]);
  });

  it.each([
    ['an unknown indicator', [{ at: [0, 0, 1, 1], panel: { kind: 'indicator', indicatorId: 'nope' } }], 'cells[0].panel.indicatorId'],
    ['an unknown indicator of a chart', [{ at: [0, 0, 1, 1], panel: { kind: 'indicator-chart', indicatorIds: ['gt.jam', 'nope'], engine: 'fast', spanMs: 1 } }], 'cells[0].panel.indicatorIds[1]'],
    ['an unknown camera', [{ at: [0, 0, 1, 1], panel: { kind: 'camera', cameraId: 'nope' } }], 'cells[0].panel.cameraId'],
    ['a cell off its grid', [{ at: [1, 0, 2, 1], panel: clock }], 'cells[0].at'],
    ['two cells on one spot', [{ at: [0, 0, 2, 1], panel: clock }, { at: [1, 0, 1, 2], panel: clock }], 'cells[1].at'],
  ])('is refused with the path for %s', (_name, cells, path) => {
    expect(provinceProblems(withCells(cells)).map((problem) => problem.path)).toEqual([`scenes[0].layout.screen.${path}`]);
  });

  it('is refused for an id that is used twice, and for a start scene that is not there', () => {
    const doubled = { ...file, cameras: [...file.cameras, ...file.cameras.slice(0, 1)], startScene: 'nowhere' };
    expect(provinceProblems(doubled).map(({ path }) => path)).toEqual([`cameras[${file.cameras.length}].id`, 'startScene']);
  });

  it('names things short enough for the farthest seat', () => {
    for (const { shortName } of file.indicators) {
      expect(Math.max(shortName.vi.length, shortName.en.length), shortName.vi).toBeLessThanOrEqual(24);
    }
  });

  it('is written in NFC', () => {
    expect(JSON.stringify(thaiNguyen)).toBe(JSON.stringify(thaiNguyen).normalize('NFC'));
  });
});

describe('the site files of the repository', () => {
  it.each([demo, virtual])('are sound: $id', (site) => {
    expect(SiteFileSchema.safeParse(site).error).toBeUndefined();
  });
});
