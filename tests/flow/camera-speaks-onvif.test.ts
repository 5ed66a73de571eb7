import { afterEach, describe, expect, it } from 'vitest';
import {
  openOnvifCamera,
  type OnvifCamera,
  type OnvifCameraRequest,
} from '../support/cameras/onvifCamera.ts';
import { accountOf, openDevice } from '../../main/edge/onvif/device.ts';
import { createRefusals } from '../../main/edge/media/refusals.ts';
import { probe } from '../../main/edge/onvif/discovery.ts';
import { soundXml } from '../../main/edge/onvif/soap.ts';

const credentials = { user: 'admin', password: 'mật khẩu & <1>' };
const refusals = () => createRefusals(Date.now);
let camera: OnvifCamera | undefined;
afterEach(async () => {
  await camera?.close();
  camera = undefined;
});

async function aCamera(request: OnvifCameraRequest = { credentials }): Promise<OnvifCamera> {
  camera = await openOnvifCamera(request);
  return camera;
}

describe('a camera over ONVIF', () => {
  it('tells its make, its streams, that it turns and where its still picture is', async () => {
    const { url } = await aCamera({ credentials, streamUri: 'rtsp://127.0.0.1:18554/cam7' });

    const account = await accountOf({ url, credentials }, refusals());

    expect(account).toMatchObject({
      ok: true,
      value: {
        maker: 'Toàn Cảnh',
        model: 'Thử nghiệm',
        ptz: true,
        profiles: [
          {
            token: 'main',
            widthPx: 1920,
            heightPx: 1080,
            encoding: 'H264',
            streamUri: 'rtsp://127.0.0.1:18554/cam7',
          },
          { token: 'sub', widthPx: 640, streamUri: 'rtsp://127.0.0.1:18554/cam7-sub' },
        ],
        snapshotUri: new URL('/still.jpg', url).href,
      },
    });
  });

  it('turns, stops, goes to a position and to a preset', async () => {
    const { url, told } = await aCamera();
    const device = openDevice({ url, credentials }, refusals());

    await device.move({ pan: 0.5, tilt: 0, zoom: -0.25 }, 1_500);
    await device.stop();
    await device.moveTo({ pan: 0, tilt: 0, zoom: 0 });
    expect(await device.goToPreset('2')).toEqual({ ok: true, value: null });

    expect(told).toEqual(['ContinuousMove 0.5 0 -0.25', 'Stop', 'AbsoluteMove 0 0 0', 'GotoPreset 2']);
  });

  it('keeps a preset under a name that could be markup', async () => {
    const { url } = await aCamera();
    const device = openDevice({ url, credentials }, refusals());

    expect((await device.setPreset('Cổng <A> & "B"')).ok).toBe(true);
    const presets = await device.presets();

    expect(presets.ok && presets.value.map(({ name }) => name)).toEqual([
      'Cổng chính',
      'Ngã tư',
      'Cổng <A> & "B"',
    ]);
  });

  it('goes on taking commands when its clock is set', async () => {
    const room = await aCamera();
    const device = openDevice({ url: room.url, credentials }, refusals());
    expect((await device.stop()).ok).toBe(true);

    room.aheadMs = 3_600_000;
    expect(await device.stop()).toEqual({ ok: true, value: null });
    room.aheadMs = -3_600_000;
    expect(await device.stop()).toEqual({ ok: true, value: null });
    expect(room.told).toEqual(['Stop', 'Stop', 'Stop']);
  });

  it('is asked only once with a password that it takes no more', async () => {
    const given = { user: 'admin', password: 'cũ' };
    const room = await aCamera({ credentials: given });
    const device = openDevice({ url: room.url, credentials: { ...given } }, refusals());
    expect((await device.stop()).ok).toBe(true);
    const tries: string[] = [];
    room.fault = (asked) => void (asked === 'GetSystemDateAndTime' || tries.push(asked));

    given.password = 'mới';
    expect(await device.stop()).toEqual({ ok: false, reason: 'camera-denies' });
    expect(tries).toEqual(['Stop']);
  });

  it('tells all its presets, without names, of one name, or of an odd sign, and no others', async () => {
    const room = await aCamera();
    const signs = ['1', '2', 'Đ1', '4', 'x'.repeat(65)];
    room.presets.splice(0, 2, ...signs.map((token) => ({ token, ...(token === '4' && { name: 'Cổng' }) })));
    room.presets.push({ token: '9', name: 'Cổng' });

    const presets = await openDevice({ url: room.url, credentials }, refusals()).presets();

    expect(presets.ok && presets.value.map(({ token, name }) => `${token} ${name}`).sort()).toEqual([
      '1 1',
      '2 2',
      '4 Cổng',
      '9 Cổng',
      'Đ1 Đ1',
    ]);
  });

  it('denies a wrong password, and whoever has none', async () => {
    const { url, told } = await aCamera();

    const wrong = openDevice({ url, credentials: { user: 'admin', password: 'sai' } }, refusals());
    expect(await wrong.stop()).toEqual({ ok: false, reason: 'camera-denies' });
    expect(await openDevice({ url }, refusals()).stop()).toEqual({ ok: false, reason: 'camera-denies' });
    expect(told).toEqual([]);
  });
});

describe('a camera that fails when it is first asked', () => {
  it('and gives its profiles no sooner than later is connected anew, and turns', async () => {
    const { url, told } = await aCamera({
      fault: (asked) => (asked === 'GetProfiles' ? '<html>' : undefined),
    });
    const device = openDevice({ url }, refusals());
    expect((await device.move({ pan: 0.5, tilt: 0, zoom: 0 }, 1_500)).ok).toBe(false);

    if (camera) camera.fault = undefined;

    expect(await device.move({ pan: 0.5, tilt: 0, zoom: 0 }, 1_500)).toEqual({ ok: true, value: null });
    expect(told).toEqual(['ContinuousMove 0.5 0 0']);
  });

  it('and refuses the password is not asked again within a minute', async () => {
    let now = 0;
    let asked = 0;
    const { url } = await aCamera({ credentials, fault: () => void (asked += 1) });
    const device = openDevice(
      { url, credentials: { user: 'admin', password: 'sai' } },
      createRefusals(
        () => now,
        () => 0,
      ),
    );
    expect(await device.stop()).toEqual({ ok: false, reason: 'camera-denies' });
    const first = asked;

    now = 59_000;
    expect(await device.stop()).toEqual({ ok: false, reason: 'camera-denies' });
    expect(await device.presets()).toEqual({ ok: false, reason: 'camera-denies' });
    expect(asked).toBe(first);

    now = 60_000;
    await device.stop();
    expect(asked).toBeGreaterThan(first);
  });
});

describe('a device that is none', () => {
  const deep = `<s:Envelope><s:Body>${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}</s:Body></s:Envelope>`;
  const answers: Readonly<Record<string, string>> = {
    'an empty answer': '',
    'a web page': '<html><body>Đăng nhập</body></html>',
    'half an envelope': '<s:Envelope><s:Body><GetProfilesResp',
    'an envelope without content': '<s:Envelope><s:Body></s:Body></s:Envelope>',
    'another answer than asked': '<s:Envelope><s:Body><FooResponse/></s:Body></s:Envelope>',
    'an entity that grows': '<!DOCTYPE x [<!ENTITY a "aaaa">]><s:Envelope><s:Body>&a;</s:Body></s:Envelope>',
    'nothing but namespaces': ' xmlns'.repeat(30_000),
    'more than it may': 'x'.repeat(5_000_000),
    'a deep hole': deep,
  };

  it.each(Object.keys(answers))('is refused and does no harm: %s', async (name) => {
    const { url } = await aCamera({ fault: () => answers[name] });

    const outcome = await openDevice({ url }, refusals()).presets();

    expect(outcome.ok).toBe(false);
  });

  it.each(Object.keys(answers))('is refused after a good beginning, too: %s', async (name) => {
    const started = await aCamera({});
    const device = openDevice({ url: started.url }, refusals());
    await device.stop();
    started.fault = () => answers[name];

    expect((await device.presets()).ok).toBe(false);
  });

  it('that says nothing is silent, in bounded time', async () => {
    const { url } = await aCamera({ fault: () => 'silence' });

    expect(await openDevice({ url }, refusals()).stop()).toEqual({ ok: false, reason: 'camera-silent' });
  }, 15_000);

  it('that is not there is silent at once', async () => {
    expect(await openDevice({ url: 'http://127.0.0.1:9/onvif' }, refusals()).stop()).toEqual({
      ok: false,
      reason: 'camera-silent',
    });
  });
});

describe('namespaces', () => {
  it('are taken out in time that grows with the text alone', () => {
    const startedAt = performance.now();
    expect(soundXml(' xmlns'.repeat(40_000))).toBeNull();
    expect(performance.now() - startedAt).toBeLessThan(500);
    expect(soundXml(`<a xmlns:b="urn:x" xmlns='urn:y'/>`)).toBe('<a/>');
  });
});

describe('a probe of the network', () => {
  /** What answers until the first answer was heard and a moment after. */
  async function foundBy(asked: Parameters<typeof probe>[2]): Promise<readonly unknown[]> {
    const found: unknown[] = [];
    const calledOff = new AbortController();
    await probe(
      (device) => {
        found.push(device);
        setTimeout(() => calledOff.abort(), 50);
      },
      calledOff.signal,
      asked,
    );
    return found;
  }

  it('finds a camera once, by its name, past answers that are none: over real multicast on the loopback', async () => {
    const { url } = await aCamera();

    expect(await foundBy({ from: ['127.0.0.1'] })).toEqual([{ url, name: 'Cổng chính', model: 'TC-1' }]);
  });

  it('finds one that is asked by itself, where multicast does not lead', async () => {
    const { url, discovery } = await aCamera();

    expect(await foundBy({ from: [], hosts: [discovery] })).toMatchObject([{ url }]);
  });

  it('takes no machine’s word for another: what it says it is, it is at its own address', async () => {
    const { discovery } = await aCamera({ xaddr: 'http://10.9.9.9:81/onvif/device_service' });

    expect(await foundBy({ from: [], hosts: [discovery] })).toMatchObject([
      { url: 'http://127.0.0.1:81/onvif/device_service' },
    ]);
  });

  it('hears no more of one machine than a recorder with all its channels has', async () => {
    const many = Array.from({ length: 500 }, (_, at) => `http://127.0.0.1:${at + 1_000}/`);
    const { discovery } = await aCamera({
      xaddr: `</d:XAddrs></d:ProbeMatch>${many.map((url) => `<d:ProbeMatch><d:XAddrs>${url}</d:XAddrs></d:ProbeMatch>`).join('')}<d:ProbeMatch><d:XAddrs>`,
    });

    expect((await foundBy({ from: [], hosts: [discovery] })).length).toBeLessThanOrEqual(64);
  });
});
