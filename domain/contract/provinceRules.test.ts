import { describe, expect, it } from 'vitest';
import { ProvinceFileSchema, type ProvinceFile } from './provinceFile.ts';
import { provinceProblems } from './provinceRules.ts';

const name = { vi: 'Thử', en: 'Trial' };
const indicator = {
  id: 'gt.jam',
  unit: '19',
  name,
  shortName: name,
  measure: name,
  office: name,
  decimals: 0,
  direction: 'neutral',
  cadenceMs: 1_000,
  freshForMs: 9_000,
};
const camera = { id: 'cam-01', unit: '19', name, point: [105.8, 21.6], provenance: 'sample' };

function withCells(cells: readonly unknown[]): ProvinceFile {
  return ProvinceFileSchema.parse({
    id: 'trial',
    unit: '19',
    name,
    centre: name,
    units: [{ code: '19', name, tier: 'province', point: [105.8, 21.6] }],
    map: { centre: [105.8, 21.6], zoom: 9 },
    indicators: [indicator],
    cameras: [camera],
    scenes: [{ id: 'overview', name, layout: { over: 'whole', screen: { grid: [2, 2], cells } } }],
    startScene: 'overview',
  });
}

const clock = { kind: 'clock' };

describe('a province file', () => {
  const file = withCells([
    { at: [0, 0, 2, 1], panel: clock },
    { at: [0, 1, 1, 1], panel: { kind: 'camera', cameraId: 'cam-01' } },
  ]);

  it('is sound when its scenes show what exists, each cell on its own spot', () => {
    expect(provinceProblems(file)).toEqual([]);
  });

  it.each([
    [
      'an unknown indicator',
      [{ at: [0, 0, 1, 1], panel: { kind: 'indicator', indicatorId: 'nope' } }],
      'cells[0].panel.indicatorId',
    ],
    [
      'an unknown indicator of a chart',
      [
        {
          at: [0, 0, 1, 1],
          panel: { kind: 'indicator-chart', indicatorIds: ['gt.jam', 'nope'], engine: 'fast', spanMs: 1 },
        },
      ],
      'cells[0].panel.indicatorIds[1]',
    ],
    [
      'an unknown camera',
      [{ at: [0, 0, 1, 1], panel: { kind: 'camera', cameraId: 'nope' } }],
      'cells[0].panel.cameraId',
    ],
    ['a cell off its grid', [{ at: [1, 0, 2, 1], panel: clock }], 'cells[0].at'],
    [
      'two cells on one spot',
      [
        { at: [0, 0, 2, 1], panel: clock },
        { at: [1, 0, 1, 2], panel: clock },
      ],
      'cells[1].at',
    ],
  ])('is refused with the path for %s', (_name, cells, path) => {
    expect(provinceProblems(withCells(cells)).map((problem) => problem.path)).toEqual([
      `scenes[0].layout.screen.${path}`,
    ]);
  });

  it('is refused for an id that is used twice, and for a start scene that is not there', () => {
    const doubled = {
      ...file,
      cameras: [...file.cameras, ...file.cameras.slice(0, 1)],
      startScene: 'nowhere',
    };
    expect(provinceProblems(doubled)).toEqual([
      {
        path: 'cameras[1].id',
        expected: 'id dùng một lần, cam-01 đã có rồi / id used once, not cam-01 again',
      },
      { path: 'startScene', expected: 'mã của một kịch bản ở trên / the id of a scene above' },
    ]);
  });

  it('is refused for a scene whose id is that of another one’s page on a small wall', () => {
    const [overview] = file.scenes;
    const named = (...ids: readonly string[]) => ({
      ...file,
      scenes: ids.flatMap((id) => (overview ? [{ ...overview, id }] : [])),
    });
    expect(provinceProblems(named('overview', 'overview-2'))).toMatchObject([{ path: 'scenes[1].id' }]);
    expect(provinceProblems(named('overview', 'shift-2'))).toEqual([]);
  });
});

describe('what a province plans', () => {
  const stop = (sceneId: string) => ({ id: 'round', name, stops: [{ sceneId, dwellMs: 5_000 }] });
  const entry = (showing: unknown) => ({
    id: 'briefing',
    name,
    days: { kind: 'weekly', weekdays: [1] },
    from: '07:30',
    until: '11:30',
    showing,
  });
  const paths = (plans: unknown) => {
    const cells = [{ at: [0, 0, 2, 2], panel: clock }];
    const file = ProvinceFileSchema.parse({ ...withCells(cells), plans });
    return provinceProblems(file).map(({ path }) => path);
  };

  it('shows scenes and tours that exist, under names used once', () => {
    expect(paths({ tours: [stop('overview')], entries: [entry({ kind: 'tour', tourId: 'round' })] })).toEqual(
      [],
    );
    expect(paths({ tours: [stop('nope')], entries: [entry({ kind: 'tour', tourId: 'gone' })] })).toEqual([
      'plans.tours[0].stops[0].sceneId',
      'plans.entries[0].showing.tourId',
    ]);
    expect(paths({ tours: [stop('overview'), stop('overview')] })).toEqual(['plans[1].id']);
  });

  it.each(['24:00', '7:30', '07:60'])('begins at no such time as %s', (from) => {
    const plans = { entries: [{ ...entry({ kind: 'scene', sceneId: 'overview' }), from }] };
    expect(() => paths(plans)).toThrow();
  });
});
