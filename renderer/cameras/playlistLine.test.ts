import { afterEach, expect, it, vi } from 'vitest';
import { createMeter } from './meter.ts';
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
  let lost = 0;
  const states: string[] = [];
  const events = { said: ({ state }: { state: string }) => void states.push(state), lost: () => (lost += 1) };
  const line = openPlaylistLine(opened, screen, events, (_screen, _url, onError) => {
    fail = onError;
    return {
      hear: () => undefined,
      pause: () => undefined,
      came: () => 0,
      video: () => null,
      close: () => undefined,
    };
  });
  const failNow = async (): Promise<void> => {
    fail();
    await new Promise((later) => setTimeout(later, 0));
  };
  return { line, states, failNow, lost: () => lost };
}

afterEach(() => vi.unstubAllGlobals());

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
