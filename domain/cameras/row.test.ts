import { describe, expect, it } from 'vitest';
import { readRow, unitFinder, type Cells } from './importing.ts';
import { CameraSchema, type CameraSource } from './model.ts';
import { cellsOf } from './row.ts';

const find = unitFinder([
  {
    code: '05443',
    name: { vi: 'Phường Phan Đình Phùng', en: 'Phan Dinh Phung' },
    tier: 'commune',
    point: [105.8, 21.6],
  },
]);

const camera = CameraSchema.parse({
  id: 'cam-1',
  unit: '05443',
  name: { vi: 'Cầu Gia Bảy', en: 'Cầu Gia Bảy' },
  point: [105.8405, 21.6005],
  provenance: 'live',
  tags: ['cầu', 'lũ'],
  groups: ['Tuyến Quốc lộ 3'],
  owner: 'Công an tỉnh',
  view: { bearingDeg: 45.5, fieldDeg: 90, rangeM: 100 },
  ptz: true,
  restricted: true,
});
const source: CameraSource = {
  kind: 'rtsp',
  main: 'rtsp://10.0.0.1/main',
  sub: 'rtsp://10.0.0.1/sub',
  onvif: 'http://10.0.0.1/onvif/device_service',
  suspectAfterSeconds: 0,
};

describe('a camera as a row', () => {
  it('is read back as the same camera', () => {
    expect(readRow(cellsOf(camera, source), find)).toEqual({ camera: { camera, source } });
    const { view: _none, owner: _nobody, ...plain } = camera;
    expect(readRow(cellsOf(plain, undefined), find)).toEqual({ camera: { camera: plain } });
  });
});

describe('what belongs to one camera alone', () => {
  const read = (change: Cells) => readRow({ ...cellsOf(camera, source), ...change }, find);
  const wrong = (change: Cells) => {
    const outcome = read(change);
    return 'faults' in outcome ? outcome.faults.map(({ column, expected }) => `${column} ${expected}`) : [];
  };

  it.each([
    [{ onvif: 'rtsp://10.0.0.1/onvif' }, 'onvif onvif'],
    [{ main: '' }, 'main needed'],
    [{ suspect: '-1' }, 'suspect suspect'],
    [{ suspect: '2,5' }, 'suspect suspect'],
    [{ password: 'bí mật' }, 'user user'],
  ] as const)('is refused in %j: %s', (change, fault) => {
    expect(wrong(change)).toContain(fault);
  });

  it('never says back what might be a password', () => {
    const outcome = read({ password: 'bi-mat', onvif: 'http://xem:bi-mat@x:y@10.0.0.1/' });

    expect('faults' in outcome && outcome.faults.length).toBe(2);
    expect(JSON.stringify(outcome)).not.toContain('bi-mat');
  });

  it('takes name and password out of the ONVIF address', () => {
    expect(read({ onvif: 'http://xem:kho@10.0.0.1/onvif' })).toMatchObject({
      camera: { secret: 'xem:kho', source: { onvif: 'http://10.0.0.1/onvif' } },
    });
  });
});
