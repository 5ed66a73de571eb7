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
    [{ seatDistanceMm: 100 }, 'seatDistanceMm', 'ít nhất 500 / at least 500'],
    [{ seatDistanceMm: '5000' }, 'seatDistanceMm', 'số / number'],
    [{ province: undefined }, 'province', 'chuỗi ký tự / string'],
    [
      { displays: { arrangement: 'round' } },
      'displays.arrangement',
      'as-connected | fixed | virtual | remote',
    ],
    [
      { displays: { arrangement: 'fixed', panels: [] } },
      'displays.panels',
      'ít nhất 1 phần tử / at least 1 entries',
    ],
    [
      { cameras: { 'a b': { kind: 'rtsp', main: 'rtsp://x' } } },
      'cameras.a b',
      expect.stringMatching(/^tên là chữ theo mẫu \/ a name: text like/),
    ],
    [
      { cameras: { 'cam-01': { kind: 'ftp', main: 'x' } } },
      'cameras.cam-01.kind',
      'rtsp | hls | mjpeg | snapshot | webrtc',
    ],
    [
      { demonstrationPeople: [{ name: 'A', role: 'operator', pin: '12' }] },
      'demonstrationPeople[0].pin',
      'chữ theo mẫu / text like /^\\d{4,12}$/',
    ],
    [{ name: { vi: 'x'.repeat(301), en: 'x' } }, 'name.vi', 'nhiều nhất 300 ký tự / at most 300 characters'],
  ])(
    'names the path of the wrong field and what belongs there, in Vietnamese first: %j',
    (change, path, expected) => {
      expect(problems(change)).toEqual([{ path, expected }]);
    },
  );

  it('names each of several wrong fields', () => {
    expect(problems({ wallId: '', backend: {} }).map(({ path }) => path)).toEqual(['wallId', 'backend.url']);
  });

  it('says so when the whole file is something else', () => {
    const parsed = ProvinceFileSchema.safeParse([]);
    expect(parsed.success ? [] : describeProblems(parsed.error)).toEqual([
      { path: '(file)', expected: 'nhóm trường {…} / object {…}' },
    ]);
  });
});
