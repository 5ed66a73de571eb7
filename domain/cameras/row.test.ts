import { describe, expect, it } from 'vitest';
import { readRow, unitFinder } from './importing.ts';
import { CameraSchema, type CameraSource } from './model.ts';
import { cellsOf } from './row.ts';
import type { Cells } from './rowReader.ts';

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
  name: { vi: 'Cầu Gia Bảy', en: 'Gia Bảy bridge' },
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
  certificate: '2B:7C:0F:11:'.repeat(8).slice(0, -1),
  recordings: { url: 'https://vms.tinh.vn/cam-1/vod.m3u8?start={from}&end={to}', days: 30 },
};

describe('a camera as a row', () => {
  it('is read back as the same camera', () => {
    expect(readRow(cellsOf(camera, source), find)).toEqual({ camera: { camera, source } });
    const { view: _none, owner: _nobody, name, ...others } = camera;
    const plain = { ...others, name: { vi: name.vi, en: name.vi } };
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
    [{ certificate: 'SHA256:ba4gkXj0' }, 'certificate certificate'],
    [{ certificate: '2B:7C' }, 'certificate certificate'],
    [{ days: '' }, 'days needed'],
    [{ days: '0' }, 'days days'],
    [{ days: '2,5' }, 'days days'],
    [{ recordings: '' }, 'recordings needed'],
    [{ recordings: 'https://vms.tinh.vn/cam-1/vod.m3u8' }, 'recordings recordings'],
    [{ recordings: 'file:///srv/{from}/{to}.m3u8' }, 'recordings recordings'],
    [{ recordings: 'https://vms.tinh.vn/{from}/{to}?token=a' }, 'recordings address-without-password'],
    [{ main: '', sub: '', onvif: '' }, 'main needed'],
    [{ english: 'x'.repeat(301) }, 'english short'],
  ] as const)('is refused in %j: %s', (change, fault) => {
    expect(wrong(change)).toContain(fault);
  });

  it('never says back what might be a password', () => {
    const outcome = read({ password: 'bi-mat', onvif: 'http://xem:bi-mat@x:y@10.0.0.1/' });

    expect('faults' in outcome && outcome.faults.length).toBe(2);
    expect(JSON.stringify(outcome)).not.toContain('bi-mat');
  });

  it('is told everything that is wrong with its recordings at once', () => {
    expect(wrong({ recordings: 'https://vms.tinh.vn/cam-1.m3u8', days: '' })).toEqual([
      'days needed',
      'recordings recordings',
    ]);
  });

  it('says back what is wrong with a recording without what might be a password in its address', () => {
    const outcome = read({ recordings: 'https://xem:bi-mat@x@vms.tinh.vn/{from}/{to}' });

    expect(outcome).toEqual({ faults: [{ column: 'recordings', expected: 'address-without-at' }] });
  });

  it('knows a fingerprint as openssl prints it', () => {
    const printed = `sha256 Fingerprint=${source.certificate}`;

    expect(read({ certificate: printed })).toMatchObject({
      camera: { source: { certificate: source.certificate } },
    });
  });

  it('takes name and password out of the ONVIF address', () => {
    expect(read({ onvif: 'http://xem:kho@10.0.0.1/onvif' })).toMatchObject({
      camera: { secret: 'xem:kho', source: { onvif: 'http://10.0.0.1/onvif' } },
    });
  });
});
