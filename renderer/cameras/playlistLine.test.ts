import { afterEach, expect, it, vi } from 'vitest';
import { createMeter } from './meter.ts';
import { STILL_EVERY_MS } from '../../domain/cameras/shedding.ts';
import { openPlaylistLine } from './playlistLine.ts';
import type { Screen } from './screen.ts';

const opened = { ticket: 't', url: 'ioc://media/t/index.m3u8', cameraId: 'bridge' };
const screen: Screen = {
  canvas: Object.create(null),
  meter: createMeter('normal'),
  onSize: () => undefined,
  onPainted: () => undefined,
  onTooLarge: () => undefined,
};

/** A playlist's tile whose player fails when told; `status`: what is answered at its address. */
function aTile(status: () => number) {
  vi.stubGlobal('window', { ioc: { call: () => Promise.resolve() } });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: status() })));
  let fail = (): void => undefined;
  let paint = (): void => undefined;
  const pauses: boolean[] = [];
  let lost = 0;
  const states: string[] = [];
  const events = { said: ({ state }: { state: string }) => void states.push(state), lost: () => (lost += 1) };
  const line = openPlaylistLine(opened, screen, events, ({ onPainted }, _url, onError) => {
    fail = onError;
    paint = () => onPainted(Date.now());
    return {
      hear: () => undefined,
      pause: (paused) => void pauses.push(paused),
      came: () => 0,
      video: () => null,
      close: () => undefined,
    };
  });
  const failNow = async (): Promise<void> => {
    fail();
    await new Promise((later) => setTimeout(later, 0));
  };
  return { line, states, failNow, lost: () => lost, paint: () => paint(), pauses };
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('a playlist’s tile whose ticket is gone, after a restart of the core or a new password, asks for another', async () => {
  const tile = aTile(() => 410);
  await tile.failNow();

  expect(tile.lost()).toBe(1);
});

it('a playlist’s tile keeps its ticket while only the server is away, however often its player fails', async () => {
  let status = 502;
  const tile = aTile(() => status);
  for (let times = 0; times < 5; times += 1) await tile.failNow();
  status = 404;
  await tile.failNow();

  expect(tile.lost()).toBe(0);
  expect(tile.states).toEqual(['live', 'offline']);
});

it('a playlist’s tile that was closed while it asked is not opened again', async () => {
  const tile = aTile(() => 410);
  const failing = tile.failNow();
  tile.line.close();
  await failing;

  expect(tile.lost()).toBe(0);
});

it('a playlist’s tile that shows stills plays now and then until one picture is painted', () => {
  vi.useFakeTimers();
  const { line, paint, pauses } = aTile(() => 200);
  paint();
  line.shed('still');
  expect(pauses).toEqual([true]);

  vi.advanceTimersByTime(STILL_EVERY_MS);
  expect(pauses).toEqual([true, false]);
  vi.advanceTimersByTime(STILL_EVERY_MS);
  expect(pauses).toEqual([true, false]);
  paint();
  expect(pauses).toEqual([true, false, true]);

  vi.advanceTimersByTime(STILL_EVERY_MS);
  line.shed('still');
  expect(pauses).toEqual([true, false, true, false]);
});

it('a playlist’s tile that is closed between two stills plays no more', () => {
  vi.useFakeTimers();
  const { line, paint, pauses } = aTile(() => 200);
  paint();
  line.shed('still');
  line.close();

  vi.advanceTimersByTime(2 * STILL_EVERY_MS);
  expect(pauses).toEqual([true]);
});
