import { describe, expect, it } from 'vitest';
import { describeProblems } from './fileProblem.ts';
import { ProvinceFileSchema } from './provinceFile.ts';
import { SiteFileSchema } from './siteFile.ts';

const site = {
  id: 'demo',
  name: { vi: 'Phòng', en: 'Room' },
  province: 'thai-nguyen',
  wallId: 'main',
  seatDistanceMm: 5_000,
  displays: { arrangement: 'as-connected', panel: { widthMm: 1_217, heightMm: 685, bezelMm: 3.5 } },
  backend: { url: 'wss://ioc.example.vn/' },
};

function problems(change: Record<string, unknown>) {
  const parsed = SiteFileSchema.safeParse({ ...site, ...change });
  return parsed.success ? [] : describeProblems(parsed.error);
}

describe('a wrong site file', () => {
  it('is not reported when nothing is wrong', () => {
    expect(problems({})).toEqual([]);
  });

  it.each([
    [{ seatDistanceMm: 100 }, 'seatDistanceMm', 'at least 500'],
    [{ seatDistanceMm: '5000' }, 'seatDistanceMm', 'number'],
    [{ province: undefined }, 'province', 'string'],
    [
      { displays: { arrangement: 'round' } },
      'displays.arrangement',
      'as-connected | fixed | virtual | remote',
    ],
    [{ displays: { arrangement: 'fixed', panels: [] } }, 'displays.panels', 'at least 1 entries'],
    [
      { cameras: { 'a b': { kind: 'rtsp', main: 'rtsp://x' } } },
      'cameras.a b',
      expect.stringContaining('a name'),
    ],
    [
      { cameras: { 'cam-01': { kind: 'ftp', main: 'x' } } },
      'cameras.cam-01.kind',
      'rtsp | hls | mjpeg | snapshot | webrtc',
    ],
    [
      { demonstrationPeople: [{ name: 'A', role: 'operator', pin: '12' }] },
      'demonstrationPeople[0].pin',
      expect.stringContaining('text like'),
    ],
    [{ name: { vi: 'x'.repeat(301), en: 'x' } }, 'name.vi', 'at most 300 characters'],
  ])('names the path of the wrong field and what belongs there: %j', (change, path, expected) => {
    expect(problems(change)).toEqual([{ path, expected }]);
  });

  it('names each of several wrong fields', () => {
    expect(problems({ wallId: '', backend: {} }).map(({ path }) => path)).toEqual(['wallId', 'backend.url']);
  });

  it('says so when the whole file is something else', () => {
    const parsed = ProvinceFileSchema.safeParse([]);
    expect(parsed.success ? [] : describeProblems(parsed.error)).toEqual([
      { path: '(file)', expected: 'object' },
    ]);
  });
});
