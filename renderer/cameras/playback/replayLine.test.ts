import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ReplayStanding } from './replayEvents.ts';

const given = { ok: true, value: { kind: 'ring', ticket: 'one' } };
const away = { ok: false, reason: 'core-away' };

let answer: unknown = given;
let arrive: (event: unknown) => void = () => undefined;

beforeEach(() => {
  vi.useFakeTimers();
  // Where the ports arrive is settled when their module is read.
  vi.resetModules();
  answer = given;
  vi.stubGlobal('window', {
    location: { origin: 'app://ioc' },
    addEventListener: (_name: string, listener: typeof arrive) => void (arrive = listener),
    ioc: { call: () => Promise.resolve(answer) },
    VideoDecoder: true,
  });
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** The core's end of a line on which a recording comes. */
function aPort() {
  const port: EventTarget & { onmessage?: (event: { readonly data: unknown }) => void } = Object.assign(
    new EventTarget(),
    { postMessage: () => undefined, close: () => undefined },
  );
  const { origin } = window.location;
  arrive({ origin, data: { type: 'tile-port', ticket: 'one' }, ports: [port] });
  return {
    say: (state: 'live' | 'offline') => port.onmessage?.({ data: { type: 'state', state, since: 0 } }),
    breakOff: () => port.dispatchEvent(new Event('close')),
  };
}

async function aReplay() {
  const { openReplay } = await import('./replayLine.ts');
  const told: ReplayStanding['state'][] = [];
  const canvas: HTMLCanvasElement = Object.assign(Object.create(null), { getContext: () => null });
  const close = openReplay({ cameraId: 'cam-01', anchor: { mediaAt: 0, clockAt: 0, rate: 1 } }, canvas, {
    onStanding: ({ state }) => void told.push(state),
    onSize: () => undefined,
    onPicture: () => undefined,
  });
  await vi.advanceTimersByTimeAsync(1);
  return { told, close };
}

it('a replay whose line breaks is live no more, and is again when its pictures are back', async () => {
  const { told } = await aReplay();
  const port = aPort();
  await vi.advanceTimersByTimeAsync(1);
  port.say('live');
  expect(told).toEqual(['live']);

  answer = away;
  port.breakOff();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(told.at(-1)).toBe('connecting');

  answer = given;
  await vi.advanceTimersByTimeAsync(500);
  const again = aPort();
  await vi.advanceTimersByTimeAsync(1);
  again.say('live');
  expect(told.at(-1)).toBe('live');
});

it('a replay that is refused, or of which no word comes, is not shown as running', async () => {
  answer = away;
  const refused = await aReplay();
  expect(refused.told).toEqual(['connecting']);
  refused.close();

  answer = given;
  const silent = await aReplay();
  aPort();
  await vi.advanceTimersByTimeAsync(400);
  expect(silent.told).toEqual(['connecting']);
});

it('a replay that comes to its moment at once does not flicker', async () => {
  const { told, close } = await aReplay();
  const port = aPort();
  await vi.advanceTimersByTimeAsync(100);
  port.say('live');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(told).toEqual(['live']);

  close();
  port.breakOff();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(told).toEqual(['live']);
});
