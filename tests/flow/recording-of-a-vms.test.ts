import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Span } from '../../domain/cameras/recording.ts';
import { noRecordings } from '../../main/cameras/noRecordings.ts';
import { createGateway } from '../../main/edge/media/gateway.ts';
import { relayHls } from '../../main/edge/media/hlsRelay.ts';
import { playlistUrl, TICKET_PLAYLIST, type PlaylistAddress } from '../../main/kernel/control.ts';
import { systemClock } from '../../main/edge/ports/systemClock.ts';
import { aCamera, aProvince, aSite, NOON } from '../support/builders.ts';
import { startVms, type Vms } from '../support/cameras/vms.ts';
import { openFakeRoom } from '../support/fakeRoom.ts';
import { fakeLog, noCameras } from '../support/fakes.ts';

const HOUR = 3_600_000;
const nothing = (): void => undefined;
const port = { postMessage: nothing, onMessage: nothing, onClose: nothing, close: nothing };
let vms: Vms;
/** What the server says instead of its own playlist; null: that it has none. */
let says: (playlist: string) => string | null;

beforeEach(async () => {
  says = (playlist) => playlist;
  vms = await startVms((playlist) => says(playlist));
});
afterEach(() => vms.stop());

/** `spans`: what this machine recorded itself. */
async function aRoom(spans: readonly Span[] = []) {
  const recordings = { url: vms.template, days: 30 };
  const gateway = createGateway({ clock: systemClock, log: fakeLog() });
  const tickets = new Map<string, PlaylistAddress | null>();
  const room = openFakeRoom({
    site: { ...aSite(), cameras: { bridge: { kind: 'rtsp', main: 'rtsp://127.0.0.1/1', recordings } } },
    province: aProvince({ cameras: [aCamera({ id: 'bridge' })] }),
    cameras: {
      ...noCameras,
      ...{ gateway, recordings: { ...noRecordings, spans: () => spans } },
      tilePorts: { open: () => Promise.resolve(port) },
      mediaTickets: { set: (ticket, to) => void tickets.set(ticket, to) },
    },
  });
  const desk = room.window('console');
  await room.signIn(desk, 'shift-leader');
  const open = (mediaAt: number) =>
    desk.call('cameras.openReplay', {
      cameraId: 'bridge',
      anchor: { mediaAt, clockAt: room.clock.now(), rate: 1 },
    });
  const leads = (): boolean => [...tickets.values()].some((to) => to !== null);
  return { ...room, desk, tickets, open, leads };
}

describe('a recording of a VMS', () => {
  it('is asked for around the moment, and comes through the relay of its own ticket alone', async () => {
    const room = await aRoom();
    const recorded = await room.desk.call('cameras.recorded', { cameraId: 'bridge' });
    expect(recorded).toMatchObject({ ok: true, value: { vmsFrom: NOON - 30 * 24 * HOUR } });

    const opened = await room.open(NOON - HOUR);
    if (!opened.ok || opened.value.kind !== 'vms') throw new Error('not opened');
    const { ticket, url, parts, to } = opened.value;
    expect(url).toBe(playlistUrl(ticket));
    expect(vms.asked).toEqual([`/bridge/vod.m3u8?start=${(NOON - HOUR) / 1_000 - 300}&end=${to / 1_000}`]);
    expect(parts).toEqual([{ at: 0, from: NOON - HOUR - 300_000, to }]);

    const source = room.tickets.get(ticket) ?? { url: '' };
    const answer = await relayHls(source, TICKET_PLAYLIST, new Request('http://ioc/'));
    const segment = (await answer.text()).split('\n').find((line) => line.endsWith('.m4s')) ?? '';
    expect((await relayHls(source, segment, new Request('http://ioc/'))).status).toBe(200);

    await room.desk.call('cameras.closeReplay', { ticket });
    expect(room.leads()).toBe(false);
  });

  it('is asked for gaps in what this machine recorded, and only for them', async () => {
    const [first, last] = [
      { from: NOON - 600_000, to: NOON - 400_000 },
      { from: NOON - 300_000, to: NOON - 60_000 },
    ];
    const room = await aRoom([first, last]);
    const kindAt = async (moment: number) => {
      const opened = await room.open(moment);
      return opened.ok ? opened.value : undefined;
    };

    expect(await kindAt(first.from - 1)).toMatchObject({ kind: 'vms' });
    expect(await kindAt(first.from)).toMatchObject({ kind: 'ring', to: first.to });
    expect(await kindAt(first.to + 1)).toMatchObject({ kind: 'vms' });
    expect(await kindAt(last.from)).toMatchObject({ kind: 'ring', to: last.to });
    expect(await kindAt(last.to + 1)).toMatchObject({ kind: 'vms' });
  });

  it('is not asked for what this machine still records, nor for a short break', async () => {
    const room = await aRoom([
      { from: NOON - 600_000, to: NOON - 300_000 },
      { from: NOON - 299_000, to: NOON - 3_000 },
    ]);
    for (const moment of [NOON - 299_500, NOON - 60_000, NOON - 1_000]) {
      const opened = await room.open(moment);
      expect(opened.ok && opened.value).toMatchObject({ kind: 'ring' });
      expect(opened.ok && opened.value).not.toHaveProperty('to');
    }
    expect(vms.asked).toEqual([]);
  });

  it('is not asked for what it does not keep', async () => {
    const room = await aRoom();
    const opened = await room.open(NOON - 31 * 24 * HOUR);
    expect(opened.ok && opened.value.kind).not.toBe('vms');
    expect(vms.asked).toEqual([]);
  });

  it.each([
    ['file:///etc/passwd', 'recording-leads-astray'],
    ['http://127.0.0.1:1/other.ts', 'recording-leads-astray'],
    ['https://elsewhere.example/1.ts', 'recording-leads-astray'],
    ['../of-another-camera/1.ts', 'recording-leads-astray'],
  ] as const)('whose playlist points to %s is refused with the reason', async (reference, reason) => {
    says = (playlist) => playlist.replace('segment-7.m4s', reference);
    const room = await aRoom();
    expect(await room.open(NOON - HOUR)).toEqual({ ok: false, reason });
    expect(room.leads()).toBe(false);
  });

  it.each([
    ['is not there', () => null, 'recording-unreachable'],
    ['has no pictures', () => '#EXTM3U\n#EXT-X-ENDLIST\n', 'recording-unreachable'],
    ['is none', () => '<html>', 'recording-malformed'],
    ['is live', (own: string) => own.replace('#EXT-X-ENDLIST', ''), 'recording-malformed'],
  ] as const)('that %s is told as such', async (_what, answer, reason) => {
    says = answer;
    const room = await aRoom();
    expect(await room.open(NOON - HOUR)).toEqual({ ok: false, reason });
    expect(room.leads()).toBe(false);
  });

  it('whose server refuses the password is not asked at each move on the time line', async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.writeHead(403).end();
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const gateway = createGateway({ clock: systemClock, log: fakeLog() });
    for (let start = 0; start < 5; start += 1) {
      const url = `http://127.0.0.1:${port}/vod.m3u8?start=${start}`;
      expect(await gateway.readRecording({ url })).toEqual({ trouble: 'unauthorised' });
    }
    expect(asked).toBe(1);
    server.close();
  });

  it('whose window goes while the server thinks leads nowhere', async () => {
    const room = await aRoom();
    const opening = room.open(NOON - HOUR);
    room.app.dismiss('console');
    await opening;
    expect(room.leads()).toBe(false);
  });
});
