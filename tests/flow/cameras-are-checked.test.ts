// Every camera is asked once, a few at a time.
import { describe, expect, it } from 'vitest';
import type { CheckLine } from '../../domain/cameras/check.ts';
import type { CameraSource } from '../../domain/cameras/model.ts';
import { emptyWorld, type World } from '../../domain/contract/world.ts';
import { fakeCameraBook, fakeClock, fakeLog } from '../support/fakes.ts';
import type { Caller } from '../../main/kernel/handlers.ts';
import { CHECKED_AT_ONCE, createChecking } from '../../main/cameras/checking.ts';
import { PROBE_PATIENCE_MS, PROBE_SAMPLE_MS } from '../../main/cameras/probe.ts';
import type { SourceState, TilePort, Watch } from '../../main/cameras/ports.ts';

const stillAllowed = () => ({ ok: true, value: null }) as const;
const technician = { id: 'p', name: 'Hạnh', role: 'technician' } as const;
const operator = { ...technician, role: 'operator' } as const;
const desk: Caller = { windowId: 'c', kind: 'console', wallId: 'main', displayIds: [], person: technician };

const PLACE: [number, number] = [105.8, 21.6];

function aWorld(count: number, restricted: readonly string[] = []): World {
  const cameras = Array.from({ length: count }, (_, n) => {
    const id = `cam-${n}`;
    const common = { id, unit: '19', name: { vi: id, en: id }, point: PLACE };
    const plain = { provenance: 'live' as const, tags: [], groups: [], ptz: false, kind: 'rtsp' as const };
    return [id, { ...common, ...plain, restricted: restricted.includes(id) }] as const;
  });
  return { ...emptyWorld, cameras: { ...emptyWorld.cameras, byId: Object.fromEntries(cameras) } };
}

/** A playlist has no port: its pictures go to windows. */
const noPort: TilePort = {
  postMessage: () => undefined,
  onMessage: () => undefined,
  onClose: () => undefined,
  close: () => undefined,
};

/** `book`: what an earlier core left behind. */
function aRoom(world: World, kind: CameraSource['kind'] = 'rtsp', book = fakeCameraBook()) {
  const clock = fakeClock();
  const open = new Map<string, { port: TilePort; say: (state: SourceState) => void }>();
  const checked: CheckLine[] = [];
  let most = 0;
  const watch: Watch = ({ url }, port, say) => {
    open.set(url, { port, say });
    most = Math.max(most, open.size);
    return () => void open.delete(url);
  };
  const checking = createChecking({
    hub: { world: () => world },
    clock,
    log: fakeLog(),
    book,
    newId: () => 'check-1',
    sourceOf: (id): CameraSource | undefined => (id === 'cam-9' ? undefined : { kind, main: id }),
    gateway: {
      watch: { rtsp: watch, mjpeg: watch, snapshot: watch, webrtc: watch },
      watchPlaylist: (stream, say) => watch(stream, noPort, say),
      readRecording: () => Promise.resolve({ trouble: 'unreachable' }),
      close: () => undefined,
    },
    streamOf: (name, _source, url) => ({ url, name }),
    onChecked: (line) => void checked.push(line),
  });
  const start = () => checking.calls['cameras.startCheck'].run({}, desk, stillAllowed);
  const stop = () => checking.calls['cameras.stopCheck'].run({}, desk, stillAllowed);
  async function read(person: Caller['person'] = technician) {
    const answer = await checking.calls['cameras.readCheck'].run(
      { from: 0 },
      { ...desk, person },
      stillAllowed,
    );
    if (!answer.ok || !answer.value) throw new Error('no check');
    return answer.value;
  }
  checking.begin();
  return { clock, open, checked, book, start, stop, read, most: () => most };
}

const at = (state: SourceState['state'], more: Partial<SourceState> = {}): SourceState => ({
  state,
  since: 0,
  ...more,
});

describe('a check of all cameras', () => {
  it('asks a few at a time, one after another, and tells of each', async () => {
    const { open, start, read, most } = aRoom(aWorld(9));
    await start();
    for (let n = 0; n < 9; n += 1) [...open.values()][0]?.say(at('offline', { trouble: 'unreachable' }));

    const { running, done, total, lines } = await read();
    expect([running, done, total]).toEqual([false, 9, 9]);
    expect(most()).toBeLessThanOrEqual(CHECKED_AT_ONCE);
    expect(lines[0]).toMatchObject({ cameraId: 'cam-0', state: 'offline', trouble: 'unreachable' });
  });

  it('measures size, rate and the time to the first picture, then lets the camera go', async () => {
    const { clock, open, start, read } = aRoom(aWorld(1));
    await start();
    const { port, say } = open.get('cam-0') ?? {};
    await clock.advance(340);
    say?.(at('live', { codec: 'H.264' }));
    port?.postMessage({
      type: 'config',
      codec: 'avc1',
      description: new Uint8Array(),
      widthPx: 640,
      heightPx: 352,
    });
    for (let n = 0; n < 26; n += 1)
      port?.postMessage({
        type: 'unit',
        key: n === 0,
        timestampUs: n * 40_000,
        data: new Uint8Array(),
        number: n + 1,
      });
    await clock.advance(PROBE_SAMPLE_MS);

    expect((await read()).lines).toMatchObject([
      { state: 'live', codec: 'H.264', widthPx: 640, heightPx: 352, fps: 25, firstPictureMs: 340 },
    ]);
    expect(open.size).toBe(0);
  });

  it('takes the word of the server for cameras that only a window can play, and does not wait for pictures', async () => {
    const playlist = aRoom(aWorld(1), 'hls');
    await playlist.start();
    playlist.open.get('cam-0')?.say(at('live'));
    expect(await playlist.read()).toMatchObject({
      running: false,
      lines: [{ state: 'live', serverOnly: true }],
    });

    const janus = aRoom(aWorld(1), 'webrtc');
    await janus.start();
    janus.open.get('cam-0')?.port.postMessage({ type: 'offer', sdp: 'v=0' });
    expect(await janus.read()).toMatchObject({
      running: false,
      lines: [{ state: 'live', serverOnly: true }],
    });
    expect([playlist.open.size, janus.open.size]).toEqual([0, 0]);
  });

  it('gives up a camera that never answers, and one without a source is told at once', async () => {
    const { clock, start, read } = aRoom(aWorld(10));
    await start();
    await clock.advance(3 * PROBE_PATIENCE_MS);

    const { lines, running } = await read();
    expect(running).toBe(false);
    expect(lines.find(({ cameraId }) => cameraId === 'cam-9')?.state).toBe('no-source');
    expect(new Set(lines.map(({ state }) => state))).toEqual(new Set(['connecting', 'no-source']));
  });

  it('stops when it is told to, and what was found stays', async () => {
    const { open, start, stop, read, checked } = aRoom(aWorld(20));
    await start();
    open.get('cam-0')?.say(at('unauthorised'));
    await stop();

    expect(await read()).toMatchObject({ running: false, done: 1, lines: [{ state: 'unauthorised' }] });
    expect(open.size).toBe(0);
    expect(checked).toHaveLength(1);
  });

  it('is found again by the next core, for the sheet and for every camera that is still there', async () => {
    const { open, start, read, book } = aRoom(aWorld(2));
    await start();
    open.get('cam-0')?.say(at('offline', { trouble: 'unreachable' }));
    open.get('cam-1')?.say(at('unauthorised'));
    const before = await read();

    const later = aRoom(aWorld(1), 'rtsp', book);

    expect(await later.read()).toEqual(before);
    expect(later.checked).toMatchObject([{ cameraId: 'cam-0', state: 'offline', at: before.startedAt }]);
  });

  it('that the core did not live to finish leaves what the one before found; one that was stopped is kept', async () => {
    const first = aRoom(aWorld(2));
    await first.start();
    first.open.get('cam-0')?.say(at('offline'));
    await first.stop();

    const second = aRoom(aWorld(2), 'rtsp', first.book);
    await second.start();
    second.open.get('cam-0')?.say(at('unauthorised'));

    const third = aRoom(aWorld(2), 'rtsp', first.book);
    expect(await third.read()).toMatchObject({ running: false, total: 2, lines: [{ state: 'offline' }] });
  });

  it('goes on where the disk refuses to keep it', async () => {
    const keepCheck = () => {
      throw new Error('disk full');
    };
    const book = { ...fakeCameraBook(), keepCheck };
    const { open, start, read } = aRoom(aWorld(1), 'rtsp', book);
    await start();
    open.get('cam-0')?.say(at('offline'));

    expect(await read()).toMatchObject({ running: false, lines: [{ state: 'offline' }] });
  });

  it('runs once at a time, and tells nobody of cameras that are not theirs to see', async () => {
    const { open, start, read } = aRoom(aWorld(2, ['cam-0']));
    await start();
    expect(await start()).toEqual({ ok: false, reason: 'check-running' });
    for (const { say } of [...open.values()]) say(at('offline'));

    expect((await read(operator)).lines.map(({ cameraId }) => cameraId)).toEqual(['cam-1']);
  });

  it('tells of a camera that was removed only who may see every camera', async () => {
    const { open, start, read, book } = aRoom(aWorld(2, ['cam-1']));
    await start();
    for (const { say } of [...open.values()]) say(at('offline'));
    expect((await read()).done).toBe(2);

    const later = aRoom(aWorld(1), 'rtsp', book);

    const seenBy = async (person: Caller['person']) =>
      (await later.read(person)).lines.map(({ cameraId }) => cameraId);
    expect(await seenBy(operator)).toEqual(['cam-0']);
    expect(await seenBy(technician)).toEqual(['cam-0', 'cam-1']);
  });
});
