import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VideoConfig, VideoUnit } from '../../../../domain/cameras/packets.ts';
import type { Feed, Recordings } from '../../../cameras/ports.ts';
import type { Clock } from '../../../kernel/ports.ts';
import { openRing, type RingNeeds } from './ring.ts';

const config: VideoConfig = {
  type: 'config',
  codec: 'avc1.42c01e',
  description: Uint8Array.from([1, 2, 3]),
  widthPx: 640,
  heightPx: 352,
};
const START = 1_780_000_000_000;
const FRAME_MS = 40;
const SECRET = 'TRỤ SỞ TIẾP DÂN';

let now = START;
/** By so much the machine's clock was set. */
let clockSetMs = 0;
const clock: Clock = { now: () => now, after: () => () => undefined };
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
let folder = '';
let troubles: boolean[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ring-'));
  now = START;
  clockSetMs = 0;
  troubles = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(more: Partial<RingNeeds> = {}) {
  const limits = { keepMs: 600_000, bytesPerCamera: 1e9, bytesInAll: 1e9 };
  const onTrouble = (trouble: boolean): void => void troubles.push(trouble);
  const key = Buffer.alloc(32, 7);
  const runsMs = (): number => now - clockSetMs - START;
  return openRing({ folder, key, clock, log: quiet, limits, reserveBytes: 0, runsMs, onTrouble, ...more });
}

/** A second of pictures at a time, the first of each a key unit; time goes on. */
function film(ring: Recordings, seconds: number, cameraId = 'bridge', stream: 'main' | 'sub' = 'sub'): void {
  const tape = ring.tape({ cameraId, stream });
  tape.config(config);
  tape.state({ state: 'live' });
  goOn(tape, 0, seconds, cameraId);
}

/** The same from one second to another, of a camera that is filmed already. */
function goOn(tape: Feed, from: number, to: number, cameraId = 'bridge'): void {
  for (let index = from * 25; index < to * 25; index += 1) {
    const data = new TextEncoder().encode(`${SECRET} ${cameraId} ${index}`);
    const unit: VideoUnit = {
      type: 'unit',
      key: index % 25 === 0,
      timestampUs: index * FRAME_MS * 1_000,
      data,
    };
    tape.unit(unit);
    now += FRAME_MS;
  }
}

async function pictures(ring: Recordings, cameraId = 'bridge'): Promise<string[]> {
  const read = await Promise.all(ring.pieces(cameraId).map((piece) => piece.read()));
  return read.flatMap((footage) => footage?.units.map(({ data }) => new TextDecoder().decode(data)) ?? []);
}

const files = (): string[] => readdirSync(folder).sort();

describe('the recording of a camera', () => {
  it('gives back every picture in order, what is still on the tape among it, after a restart all but that', async () => {
    const ring = open();
    film(ring, 21);
    await ring.settled();

    expect(await pictures(ring)).toEqual(Array.from({ length: 525 }, (_, at) => `${SECRET} bridge ${at}`));
    expect(ring.spans('bridge')).toEqual([{ from: START, to: START + 524 * FRAME_MS }]);

    const after = open();
    await after.settled();
    expect((await pictures(after)).length).toBe(500);
    expect(after.spans('bridge')).toEqual([{ from: START, to: START + 499 * FRAME_MS }]);
  });

  it('lies on the disk as nobody without the key can read it, under names that say nothing', async () => {
    const ring = open();
    film(ring, 10);
    await ring.close();

    const bytes = files().map((name) => readFileSync(join(folder, name)));
    expect(bytes.length).toBe(3);
    expect(bytes.some((each) => each.includes(SECRET) || each.includes('bridge'))).toBe(false);
    const stranger = open({ key: Buffer.alloc(32, 8) });
    await stranger.settled();
    expect(stranger.spans('bridge')).toEqual([]);
  });

  it('has a gap where the camera was gone, not a jump that looks continuous', async () => {
    const ring = open();
    film(ring, 5);
    ring.tape({ cameraId: 'bridge', stream: 'sub' }).state({ state: 'offline' });
    now += 30_000;
    film(ring, 5);

    const [before, after] = ring.spans('bridge');
    expect((after?.from ?? 0) - (before?.to ?? 0)).toBe(30_000 + FRAME_MS);
  });

  it('is of the large picture while it flows, and never of both', async () => {
    const ring = open();
    const small = ring.tape({ cameraId: 'bridge', stream: 'sub' });
    film(ring, 2, 'bridge', 'main');
    small.config({ ...config, widthPx: 320 });
    small.unit({ type: 'unit', key: true, timestampUs: 0, data: Uint8Array.of(1) });
    expect((await pictures(ring)).length).toBe(50);

    ring.tape({ cameraId: 'bridge', stream: 'main' }).state({ state: 'idle' });
    small.unit({ type: 'unit', key: true, timestampUs: 40_000, data: Uint8Array.of(2) });
    const last = await ring.pieces('bridge').at(-1)?.read();
    expect(last).toMatchObject({ config: { widthPx: 320 }, units: [{ key: true }] });
  });

  it('goes on with the small picture while the large one is of a kind that no film can hold', async () => {
    const ring = open();
    const small = ring.tape({ cameraId: 'bridge', stream: 'sub' });
    small.config(config);
    small.state({ state: 'live' });
    goOn(small, 0, 2);
    const large = ring.tape({ cameraId: 'bridge', stream: 'main' });
    large.config({ ...config, codec: 'hvc1.1.6.L93.B0' });
    large.state({ state: 'live' });
    goOn(small, 2, 4);
    expect((await pictures(ring)).length).toBe(100);

    large.config({ ...config, widthPx: 1920 });
    goOn(small, 4, 5);
    expect((await pictures(ring)).length).toBe(100);
  });

  it('is of one source: what still comes from the address it had before is not mixed into it', async () => {
    const ring = open();
    const before = ring.tape({ cameraId: 'bridge', stream: 'sub' });
    const unit = (second: number, name: string): VideoUnit => ({
      ...{ type: 'unit', key: true, timestampUs: second * 1e6 },
      data: new TextEncoder().encode(name),
    });
    before.config(config);
    before.unit(unit(0, 'old'));
    const moved = ring.tape({ cameraId: 'bridge', stream: 'sub' });
    expect([before.isOver(), moved.isOver()]).toEqual([true, false]);

    moved.config(config);
    for (let second = 1; second < 4; second += 1) {
      now += 1_000;
      moved.unit(unit(second, `new ${second}`));
      before.unit(unit(second, 'old'));
    }
    before.state({ state: 'idle' });

    expect(await pictures(ring)).toEqual(['old', 'new 1', 'new 2', 'new 3']);
    expect(ring.spans('bridge')).toHaveLength(2);
  });
});

describe('a clock that is set', () => {
  const HOUR = 3_600_000;
  const setClock = (ms: number): void => {
    now += ms;
    clockSetMs += ms;
  };

  it.each([
    ['back', -HOUR],
    ['on by years', 20 * 365 * 24 * HOUR],
  ])('%s leaves what was recorded as old as it is', async (_how, ms) => {
    const ring = open();
    const tape = ring.tape({ cameraId: 'bridge', stream: 'sub' });
    tape.config(config);
    tape.state({ state: 'live' });
    goOn(tape, 0, 10);
    setClock(ms);
    goOn(tape, 10, 30);
    await ring.settled();

    const cut = START + 10_000 + ms;
    expect(ring.spans('bridge')).toEqual([
      { from: cut - 10_000, to: cut - FRAME_MS },
      { from: cut, to: now - FRAME_MS },
    ]);
    const read = await Promise.all(ring.pieces('bridge').map((piece) => piece.read()));
    expect(read.flatMap((footage) => footage?.units.map(({ at }) => at) ?? [])).toEqual(
      Array.from({ length: 750 }, (_, index) => cut - 10_000 + index * FRAME_MS),
    );
  });

  it('is none in a machine that slept', () => {
    const ring = open({ limits: { keepMs: 24 * HOUR, bytesPerCamera: 1e9, bytesInAll: 1e9 } });
    film(ring, 10);
    now += HOUR;
    film(ring, 1);

    expect(ring.spans('bridge')[0]).toEqual({ from: START, to: START + 10_000 - FRAME_MS });
  });
});

describe('the bounds of the recordings', () => {
  it('let the oldest go first, by minutes and by bytes of a camera', async () => {
    const byTime = open({ limits: { keepMs: 9_000, bytesPerCamera: 1e9, bytesInAll: 1e9 } });
    film(byTime, 30);
    await byTime.settled();
    expect(now - (byTime.spans('bridge')[0]?.from ?? 0)).toBeLessThan(20_000);

    const one = 2_000;
    const byBytes = open({ limits: { keepMs: 1e9, bytesPerCamera: 4 * one, bytesInAll: 1e9 } });
    film(byBytes, 60, 'dam');
    await byBytes.settled();
    expect(byBytes.spans('dam')[0]?.from).toBeGreaterThan(START + 30_000);
  });

  it('hold for all cameras together: the oldest picture goes, whosever it is', async () => {
    const ring = open({ limits: { keepMs: 1e9, bytesPerCamera: 1e9, bytesInAll: 40_000 } });
    film(ring, 20, 'old');
    film(ring, 20, 'young');
    await ring.settled();

    expect(ring.spans('old')[0]?.from).toBeGreaterThan(START);
    expect(ring.spans('young').length).toBe(1);
  });

  it('spare what somebody is reading, until it is given back', async () => {
    const ring = open({ limits: { keepMs: 5_000, bytesPerCamera: 1e9, bytesInAll: 1e9 } });
    film(ring, 5);
    await ring.settled();
    const give = ring.hold('bridge', START, START + 1_000);
    film(ring, 30);
    await ring.settled();
    expect(ring.spans('bridge')[0]?.from).toBe(START);

    give();
    film(ring, 10);
    await ring.settled();
    expect(ring.spans('bridge')[0]?.from).toBeGreaterThan(START);
  });
});

describe('a disk that fails', () => {
  it('is told, costs only its own pictures, and is told again when it is well', async () => {
    const ring = open({ reserveBytes: Number.MAX_SAFE_INTEGER });
    expect(() => film(ring, 10)).not.toThrow();
    await ring.settled();
    expect(troubles).toEqual([true]);

    rmSync(folder, { recursive: true });
    const gone = open({ folder: join(folder, 'a\0b') });
    film(gone, 10);
    await gone.settled();
    expect(troubles).toEqual([true, true]);

    const again = open();
    await again.settled();
    rmSync(folder, { recursive: true });
    film(again, 10);
    await again.settled();
    expect(troubles).toEqual([true, true, true]);
  });

  it('leaves a gap where it was, also in the middle of what the camera gave without one', async () => {
    const ring = open();
    const tape = ring.tape({ cameraId: 'bridge', stream: 'sub' });
    tape.config(config);
    tape.state({ state: 'live' });
    goOn(tape, 0, 9);
    await ring.settled();
    renameSync(folder, `${folder}-away`);
    goOn(tape, 9, 20);
    await ring.settled();
    renameSync(`${folder}-away`, folder);
    goOn(tape, 20, 30);
    await ring.close();

    const gap = [
      { from: START, to: START + 8_000 - FRAME_MS },
      { from: START + 16_000, to: START + 30_000 - FRAME_MS },
    ];
    expect(ring.spans('bridge')).toEqual(gap);
    const after = open();
    await after.settled();
    expect(after.spans('bridge')).toEqual(gap);
  });

  it.each(['cut short', 'one bit changed', 'half written'])(
    'leaves a piece that is %s out, and nothing else',
    async (how) => {
      const ring = open();
      film(ring, 13);
      await ring.close();
      const all = ring.pieces('bridge').length;
      const file = join(folder, files()[0] ?? '');
      const bytes = readFileSync(file);
      if (how === 'cut short') truncateSync(file, bytes.length - 40);
      if (how === 'half written') writeFileSync(`${file}.part`, bytes.subarray(0, 100));
      if (how === 'one bit changed') writeFileSync(file, bytes.with(700, (bytes[700] ?? 0) ^ 1));

      const after = open();
      await after.settled();
      const lost = how === 'half written' ? 0 : 1;
      const read = await Promise.all(after.pieces('bridge').map((piece) => piece.read()));
      expect(read.filter((footage) => footage !== null).length).toBe(all - lost);
      expect(files().every((name) => !name.endsWith('.part'))).toBe(true);
    },
  );
});
