import { describe, expect, it } from 'vitest';
import { checkFile } from './fileProblem.ts';
import { SiteFileSchema } from './siteFile.ts';

const panel = { widthMm: 1_217, heightMm: 685, bezelMm: 3.5 };
const room = {
  id: 'room',
  name: { vi: 'Phòng', en: 'Room' },
  province: 'thai-nguyen',
  wallId: 'main',
  seatDistanceMm: 5_000,
  displays: { arrangement: 'as-connected', panel },
  backend: { url: 'wss://ioc.example/' },
};

function problemsOf(change: Readonly<Record<string, unknown>>) {
  const read = checkFile(JSON.stringify({ ...room, ...change }), SiteFileSchema);
  return read.ok ? [] : read.problems;
}

describe('the address of the province in a room’s file', () => {
  it.each([
    'ws://10.0.0.5/',
    'ws://ioc.thainguyen.gov.vn/',
    'ws://127.0.0.1.evil.vn/',
    'ws://127.0.0.1@evil.vn/',
    'ws://localhost.evil.vn/',
    'http://127.0.0.1/',
    'https://ioc.thainguyen.gov.vn/',
    'ioc.thainguyen.gov.vn',
    '',
  ])('is refused with what belongs there: %j', (url) => {
    expect(problemsOf({ backend: { url } })).toEqual([
      { path: 'backend.url', expected: expect.stringContaining('wss://<host>/') },
    ]);
  });

  it.each(['wss://ioc.thainguyen.gov.vn/', 'ws://127.0.0.1:17600/', 'ws://localhost:1/', 'ws://[::1]:1/'])(
    'may be %s',
    (url) => {
      expect(problemsOf({ backend: { url } })).toEqual([]);
    },
  );
});

describe('a field that nobody knows', () => {
  it('is told with its place: a misspelt wish is never dropped in silence', () => {
    expect(problemsOf({ recordng: { minutes: 5 } })).toEqual([
      { path: '(file)', expected: 'bỏ trường recordng / no field recordng' },
    ]);
    expect(problemsOf({ retention: { journalDays: 30, historyDays: 30, auditDay: 900 } })).toEqual([
      { path: 'retention', expected: 'bỏ trường auditDay / no field auditDay' },
    ]);
    const gate = { kind: 'rtsp', main: 'rtsp://10.0.0.5/1', onviff: 'http://10.0.0.5/onvif' };
    expect(problemsOf({ cameras: { gate } })).toEqual([
      { path: 'cameras.gate', expected: 'bỏ trường onviff / no field onviff' },
    ]);
  });
});

describe('how many cameras are connected at once', () => {
  it('is the room’s to say, within bounds', () => {
    expect([64, 1, 256].flatMap((mostCameras) => problemsOf({ mostCameras }))).toEqual([]);
    expect([0, 257, 4.5, '64'].map((mostCameras) => problemsOf({ mostCameras }).length)).toEqual([
      1, 1, 1, 1,
    ]);
  });
});

describe('the address of a camera', () => {
  it('must be of its kind, the small picture’s too', () => {
    const cameras = {
      gate: { kind: 'rtsp', main: 'http://10.0.0.5/gate.m3u8' },
      bridge: { kind: 'hls', main: 'https://cams.example/bridge.m3u8', sub: 'file:///etc/passwd' },
      dam: { kind: 'rtsp', main: 'rtsp:' },
    };
    expect(problemsOf({ cameras })).toEqual([
      { path: 'cameras.gate.main', expected: expect.stringContaining('rtsp://') },
      { path: 'cameras.bridge.sub', expected: expect.stringContaining('https://') },
      { path: 'cameras.dam.main', expected: expect.stringContaining('rtsp://') },
    ]);
  });

  it('may be RTSP, or HLS with and without TLS', () => {
    const cameras = {
      gate: { kind: 'rtsp', main: 'rtsp://10.0.0.5:554/main', sub: 'rtsp://10.0.0.5:554/sub' },
      bridge: { kind: 'hls', main: 'https://cams.example/b.m3u8', sub: 'http://127.0.0.1:8080/b.m3u8' },
    };
    expect(problemsOf({ cameras })).toEqual([]);
  });
});

describe('fixed screens', () => {
  const screen = (match: string, order: number) => ({ match, order, xMm: 0, yMm: 0, ...panel });
  const fixed = (...panels: readonly object[]) => problemsOf({ displays: { arrangement: 'fixed', panels } });

  it('are each named once: one screen cannot hang in two places', () => {
    expect(fixed(screen('DEL-1', 1), screen('DEL-2', 2), screen('DEL-1', 3))).toEqual([
      {
        path: 'displays.panels[2].match',
        expected: 'match riêng: DEL-1 đã là panels[0] / its own match: DEL-1 is panels[0] already',
      },
    ]);
  });

  it('are each numbered once: a number is the screen’s name', () => {
    expect(fixed(screen('DEL-1', 1), screen('DEL-2', 1))).toEqual([
      {
        path: 'displays.panels[1].order',
        expected: 'order riêng: 1 đã là panels[0] / its own order: 1 is panels[0] already',
      },
    ]);
  });
});
