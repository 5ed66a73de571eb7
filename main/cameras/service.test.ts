import { describe, expect, it } from 'vitest';
import type { KnownCamera } from '../../domain/cameras/state.ts';
import { emptyWorld, type World } from '../../domain/contract/world.ts';
import type { TileShown } from '../../domain/cameras/calls.ts';
import type { CameraHealth, CameraSource } from '../../domain/cameras/model.ts';
import type { PlaylistAddress } from '../kernel/control.ts';
import type { Caller } from '../kernel/handlers.ts';
import type { Clock } from '../kernel/ports.ts';
import { playlistUrl } from '../kernel/control.ts';
import type { SourceState, StreamAddress, TilePort, Watch } from './ports.ts';
import { createCamerasService } from './service.ts';

const stillAllowed = () => ({ ok: true, value: null }) as const;

const camera = (id: string): KnownCamera => ({
  id,
  unit: '19',
  name: { vi: id, en: id },
  point: [105.8, 21.6],
  provenance: 'sample',
  tags: [],
  groups: [],
  ptz: false,
  restricted: false,
  kind: 'rtsp',
});

const world: World = {
  ...emptyWorld,
  cameras: {
    ...emptyWorld.cameras,
    byId: Object.fromEntries(['bridge', 'dam', 'gate', 'port'].map((id) => [id, camera(id)])),
  },
};

const sources: Record<string, CameraSource> = {
  bridge: { kind: 'rtsp', main: 'rtsp://cam/main', sub: 'rtsp://cam/sub' },
  dam: { kind: 'hls', main: 'https://vms/dam.m3u8' },
  port: { kind: 'webrtc', main: 'http://janus:8088/janus?stream=1', sub: 'http://janus:8088/janus?stream=2' },
};

const wallOne: Caller = { windowId: 'w1', kind: 'wall', wallId: 'wall', displayIds: ['d1'], person: null };
const wallTwo: Caller = { ...wallOne, windowId: 'w2' };

function aRoom() {
  const shown: { url: string; say(state: SourceState): void; stopped: boolean }[] = [];
  const asked: StreamAddress[] = [];
  const tickets = new Map<string, PlaylistAddress | null>();
  const health: CameraHealth[] = [];
  const closers: (() => void)[] = [];
  const watch = (url: string, say: (state: SourceState) => void) => {
    const entry = { url, say, stopped: false };
    shown.push(entry);
    say({ state: 'connecting', since: 5 });
    return () => void (entry.stopped = true);
  };
  const line: Watch = (stream, _port, say) => (asked.push(stream), watch(stream.url, say));
  const ports = { closed: 0 };
  const port: TilePort = {
    postMessage: () => undefined,
    onMessage: () => undefined,
    onClose: (listener) => void closers.push(listener),
    close: () => void (ports.closed += 1),
  };
  let ticket = 0;
  let now = 5;
  let busy = 0;
  let active: readonly string[] = [];
  let due: { readonly at: number; readonly call: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    after(ms, call) {
      due.push({ at: now + ms, call });
      return () => void (due = due.filter((each) => each.call !== call));
    },
  };
  const pass = (ms: number): void => {
    now += ms;
    for (const { at, call } of due) if (at <= now) call();
  };
  const service = createCamerasService({
    hub: { world: () => world },
    clock,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    busy: () => busy,
    active: () => active,
    sourceOf: (cameraId) => sources[cameraId],
    credentials: () => ({ user: 'viewer', password: 'x' }),
    gateway: {
      watch: { rtsp: line, mjpeg: line, snapshot: line, webrtc: line },
      watchPlaylist: (stream, say) => (asked.push(stream), watch(stream.url, say)),
      readRecording: () => Promise.resolve({ trouble: 'unreachable' }),
      close: () => undefined,
    },
    tilePorts: { open: () => Promise.resolve(port) },
    mediaTickets: { set: (name, to) => void tickets.set(name, to) },
    onHealth: (each) => health.push(each),
    newTicket: () => `t${(ticket += 1)}`,
  });
  const open = (cameraId: string, widthPx = 500, caller = wallOne) =>
    service.calls['cameras.open'].run({ cameraId, widthPx }, caller, stillAllowed);
  /** A second passes, and the window says what came to one of its tiles. */
  const report = async (tile: Partial<TileShown>, caller = wallOne): Promise<void> => {
    pass(1_000);
    const usual = { ticket: 't1', importance: 'normal', shown: 0, spared: 0, pixels: 0 } as const;
    const word = { late: 0, tiles: [{ ...usual, ...tile }] };
    await service.calls['cameras.report'].run(word, caller, stillAllowed);
  };
  return {
    service,
    open,
    report,
    pass,
    ports,
    shown,
    asked,
    tickets,
    health,
    /** Something goes on before these cameras. */
    alarm: (...cameraIds: readonly string[]) => void (active = cameraIds),
    /** The machine has no time left. */
    strain: () => void (busy = 1),
    loseWindow: () => closers.forEach((close) => close()),
  };
}

describe('a tile that opens a camera', () => {
  it('is refused a camera that nobody knows, or that has no source', async () => {
    const { open, shown } = aRoom();

    expect(await open('toString')).toEqual({ ok: false, reason: 'camera-unknown' });
    expect(await open('gate')).toEqual({ ok: false, reason: 'no-source' });
    expect(shown).toEqual([]);
  });

  it('cannot close what another window opened', async () => {
    const { service, open, shown } = aRoom();
    await open('bridge');
    await service.calls['cameras.close'].run({ ticket: 't1' }, wallTwo, stillAllowed);
    expect(shown[0]?.stopped).toBe(false);

    await service.calls['cameras.close'].run({ ticket: 't1' }, wallOne, stillAllowed);

    expect(shown[0]?.stopped).toBe(true);
  });

  it('gets the small picture when it is small and the main one when it is large, with the vault’s password', async () => {
    const { open, shown, asked } = aRoom();
    await open('bridge', 400);
    await open('bridge', 1_900);

    expect(shown.map(({ url }) => url)).toEqual(['rtsp://cam/sub', 'rtsp://cam/main']);
    expect(asked[0]?.credentials).toEqual({ user: 'viewer', password: 'x' });
  });

  it('is let go when its camera gets another address before the line to the window stands', async () => {
    const { service, open, shown, ports } = aRoom();
    const opening = open('bridge');
    service.moved(['bridge']);
    await opening;

    expect(shown).toEqual([]);
    expect(ports.closed).toBe(1);
  });

  it('goes before others when something goes on before its camera, or when it is looked at most', async () => {
    const { open, alarm, pass, report, asked } = aRoom();
    await open('bridge');
    await open('port');
    const areUrgent = () => asked.map(({ isUrgent }) => isUrgent?.());
    expect(areUrgent()).toEqual([false, false]);

    alarm('port');
    pass(1_000);
    expect(areUrgent()).toEqual([false, true]);

    alarm();
    await report({ ticket: 't1', importance: 'focus' });
    expect(areUrgent()).toEqual([true, false]);
  });

  it('is connected as every other of its camera is: what one window proved of H.265 is true of the machine', async () => {
    const { service, open, asked } = aRoom();
    const proved = { cameraId: 'bridge', widthPx: 500, playsH265: true };
    await service.calls['cameras.open'].run(proved, wallOne, stillAllowed);
    await open('bridge', 500, wallTwo);

    expect(asked[1]).toEqual({
      ...asked[0],
      isUrgent: expect.any(Function),
      isExtra: expect.any(Function),
    });
    expect(
      service.streamOf('bridge', { kind: 'rtsp', main: 'rtsp://cam/main' }, 'rtsp://cam/main'),
    ).toMatchObject({
      playsH265: true,
      credentials: { user: 'viewer', password: 'x' },
    });
  });

  it.each([
    ['bridge', ['rtsp://cam/main', 'rtsp://cam/sub']],
    ['port', ['http://janus:8088/janus?stream=1']],
  ])(
    'of %s gets the small picture of a busy machine where one stream can take over from another',
    async (id, urls) => {
      const { open, report, strain, shown } = aRoom();
      await open(id, 1_900);
      strain();
      for (let second = 0; second < 12; second += 1) await report({ due: 25, shown: 2, pixels: 2_000_000 });

      expect(shown.map(({ url }) => url)).toEqual(urls);
    },
  );

  it('is counted among what the machine shows only while somebody sees it', async () => {
    const { service, open, report } = aRoom();
    const budget = () => service.calls['cameras.budget'].run({}, wallOne, stillAllowed);
    await open('bridge');

    await report({ due: 25, shown: 25, pixels: 200_000 });
    expect(await budget()).toMatchObject({ value: { tiles: 1, levels: { full: 1 } } });

    await report({ due: 25, shown: 25, pixels: 200_000, unseen: true });
    expect(await budget()).toMatchObject({ value: { tiles: 0, used: 0, levels: { full: 0 } } });
  });

  it('loses it when its window may not see it any more, and no other window does', async () => {
    const { service, open, shown } = aRoom();
    await open('bridge');
    await open('bridge', 500, wallTwo);

    service.recheck((windowId, cameraId) => windowId === 'w2' || cameraId !== 'bridge');

    expect(shown.map(({ stopped }) => stopped)).toEqual([true, false]);
  });

  it('gets a playlist under the product’s own scheme, for as long as it is open', async () => {
    const { service, open, tickets } = aRoom();

    expect(await open('dam')).toEqual({
      ok: true,
      value: { kind: 'hls', ticket: 't1', url: playlistUrl('t1') },
    });
    const credentials = { user: 'viewer', password: 'x' };
    expect(tickets.get('t1')).toEqual({ url: 'https://vms/dam.m3u8', credentials });
    service.dismiss('w1');
    expect(tickets.get('t1')).toBeNull();
  });
});

describe('a camera’s health', () => {
  it('is the better of its tiles, and idle when its windows are gone', async () => {
    const { open, shown, health, loseWindow } = aRoom();
    await open('bridge', 400);
    await open('bridge', 1_900, wallTwo);
    shown[0]?.say({ state: 'live', since: 6, lastPictureAt: 6 });
    shown[1]?.say({ state: 'offline', since: 7 });
    loseWindow();

    expect(health.map(({ state }) => state)).toEqual(['connecting', 'live', 'offline', 'idle']);
    expect(health.at(-1)).toMatchObject({ cameraId: 'bridge', lastPictureAt: 6 });
    expect(shown.every(({ stopped }) => stopped)).toBe(true);
  });

  it('is told at changes only, and kept for windows that come later', async () => {
    const { service, open, shown, health } = aRoom();
    await open('bridge');
    shown[0]?.say({ state: 'live', since: 6, lastPictureAt: 6 });
    shown[0]?.say({ state: 'live', since: 6, lastPictureAt: 9 });

    expect(health).toHaveLength(2);
    expect(service.healths()).toMatchObject([{ cameraId: 'bridge', state: 'live' }]);
  });

  it('of an HLS camera is stale when its playlist grows and no picture comes: the window is believed', async () => {
    const { open, report, shown, health } = aRoom();
    await open('dam');
    shown[0]?.say({ state: 'live', since: 6, lastPictureAt: 6 });
    expect(health.at(-1)).toMatchObject({ state: 'connecting' });

    await report({ due: 25 });
    for (let second = 0; second < 4; second += 1) await report({ due: 0 });

    expect(health.map(({ state }) => state)).toEqual(['connecting', 'live', 'stale']);
    expect(health.at(-1)).toMatchObject({ lastPictureAt: 1_005, since: 4_005 });
  });

  it('of an RTSP camera is what the core sees, however few pictures a window gets', async () => {
    const { open, report, shown, health } = aRoom();
    await open('bridge');
    shown[0]?.say({ state: 'live', since: 6, lastPictureAt: 6 });
    for (let second = 0; second < 5; second += 1) await report({});

    expect(health.map(({ state }) => state)).toEqual(['connecting', 'live']);
  });

  it.each(['dam', 'bridge'])(
    'of %s says that the picture stands still, on the word of its own window alone',
    async (id) => {
      const { open, report, shown, health } = aRoom();
      await open(id);
      shown[0]?.say({ state: 'live', since: 6, lastPictureAt: 6 });
      await report({ due: 25 });
      await report({ due: 25, suspectSince: 7 }, wallTwo);
      expect(health.at(-1)).not.toHaveProperty('suspectSince');

      await report({ due: 25, suspectSince: 7 });
      expect(health.at(-1)).toMatchObject({ state: 'live', suspectSince: 7 });

      await report({ due: 25 });
      expect(health.at(-1)).not.toHaveProperty('suspectSince');
    },
  );

  it('of pictures that a window found too large says so, and no tile is given them for a minute', async () => {
    const { service, pass, open, shown, health, tickets } = aRoom();
    await open('dam');
    await open('dam', 500, wallTwo);
    shown[0]?.say({ state: 'live', since: 6, lastPictureAt: 6 });
    const close = (ticket: string, caller: Caller) =>
      service.calls['cameras.close'].run({ ticket, tooLarge: true }, caller, stillAllowed);
    await close('t1', wallTwo);
    expect(tickets.get('t1')).not.toBeNull();

    await close('t1', wallOne);
    await close('t2', wallTwo);
    expect(health.at(-1)).toMatchObject({ state: 'unsupported', trouble: 'too-large' });
    expect(await open('dam')).toEqual({ ok: false, reason: 'camera-too-large' });
    expect([tickets.get('t1'), tickets.get('t2')]).toEqual([null, null]);

    pass(60_000);
    expect(health.at(-1)).toMatchObject({ state: 'idle' });
    expect(await open('dam')).toMatchObject({ ok: true });
  });

  it('of a camera whose large pictures are too large leaves it its small ones, and forgets when it moves', async () => {
    const { service, open } = aRoom();
    await open('bridge', 1_900);
    const word = { ticket: 't1', tooLarge: true } as const;
    await service.calls['cameras.close'].run(word, wallOne, stillAllowed);

    expect(await open('bridge', 1_900)).toEqual({ ok: false, reason: 'camera-too-large' });
    expect(await open('bridge', 400)).toMatchObject({ ok: true });
    service.moved(['bridge']);
    expect(await open('bridge', 1_900)).toMatchObject({ ok: true });
  });
});
