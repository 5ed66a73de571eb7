import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VideoConfig, VideoUnit } from '../../../domain/cameras/packets.ts';
import { h264 } from './coding.ts';
import { createReceiver } from './receiver.ts';

const sps = Buffer.from('6742c01eda0280b6c05a830303528000000300800000191e8b1750', 'hex');
const pps = Buffer.from('68ce3c80', 'hex');
/** The first slice of a key picture, and a later one: `first_mb_in_slice` is not 0. */
const key = Buffer.from([0x65, 0x88, 2, 3, 4, 5, 6, 7]);
const keyRest = (mark: number): Buffer => Buffer.from([0x65, 0x42, mark]);
const delta = (mark: number): Buffer => Buffer.from([0x41, mark, mark]);

type Rtp = {
  readonly sequence: number;
  readonly time: number;
  readonly last?: boolean;
  readonly ssrc?: number;
};

function rtp(payload: Buffer, { sequence, time, last = true, ssrc = 9 }: Rtp): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt8(0x80, 0);
  head.writeUInt8((last ? 0x80 : 0) | 96, 1);
  head.writeUInt16BE(sequence & 0xffff, 2);
  head.writeUInt32BE(time >>> 0, 4);
  head.writeUInt32BE(ssrc, 8);
  return Buffer.concat([head, payload]);
}

/** A NAL unit in fragments of `size` bytes. */
function fragments(nal: Buffer, size: number): Buffer[] {
  const header = nal[0] ?? 0;
  const body = nal.subarray(1);
  return Array.from({ length: Math.ceil(body.length / size) }, (_, index) => {
    const start = index === 0 ? 0x80 : 0;
    const end = (index + 1) * size >= body.length ? 0x40 : 0;
    const part = body.subarray(index * size, (index + 1) * size);
    return Buffer.concat([Buffer.from([(header & 0xe0) | 28, start | end | (header & 0x1f)]), part]);
  });
}

function stap(...nals: readonly Buffer[]): Buffer {
  return Buffer.concat([
    Buffer.from([24]),
    ...nals.flatMap((nal) => [Buffer.from([nal.length >> 8, nal.length & 0xff]), nal]),
  ]);
}

function receiver(parameterSets: readonly Buffer[] = [sps, pps]) {
  const units: VideoUnit[] = [];
  const configs: VideoConfig[] = [];
  let losses = 0;
  const { push } = createReceiver({ payloadType: 96, parameterSets }, h264, {
    unit: (unit) => units.push(unit),
    config: (config) => configs.push(config),
    lost: () => (losses += 1),
  });
  return { push, units, configs, losses: () => losses };
}

const shape = (units: readonly VideoUnit[]): string[] => units.map((unit) => (unit.key ? 'key' : 'delta'));

describe('packets of a camera', () => {
  it('give no picture that misses a packet, nor any that builds on it, until the next key unit', () => {
    const { push, units, losses } = receiver();
    push(rtp(key, { sequence: 1, time: 0 }));
    push(rtp(delta(1), { sequence: 2, time: 3_600 }));
    push(rtp(delta(3), { sequence: 4, time: 10_800 }));
    push(rtp(delta(4), { sequence: 5, time: 14_400 }));
    push(rtp(key, { sequence: 6, time: 18_000 }));

    expect(shape(units)).toEqual(['key', 'delta', 'key']);
    expect(losses()).toBe(1);
  });

  it('give no picture whose middle fragment was lost', () => {
    const { push, units } = receiver();
    const [first = key, , third = key] = fragments(key, 3);
    push(rtp(first, { sequence: 1, time: 0, last: false }));
    push(rtp(third, { sequence: 3, time: 0 }));
    push(rtp(delta(1), { sequence: 4, time: 3_600 }));

    expect(units).toEqual([]);
  });

  it.each([
    ['first', 0],
    ['middle', 1],
    ['last', 3],
  ])('give no key picture of several slices whose %s one was lost', (_which, lost) => {
    const { push, units } = receiver();
    [key, keyRest(1), keyRest(2), keyRest(3)].forEach((slice, index) => {
      if (index !== lost) push(rtp(slice, { sequence: index + 1, time: 0, last: index === 3 }));
    });
    push(rtp(delta(1), { sequence: 5, time: 3_600 }));
    expect(units).toEqual([]);

    push(rtp(key, { sequence: 6, time: 7_200, last: false }));
    push(rtp(keyRest(1), { sequence: 7, time: 7_200 }));
    push(rtp(delta(2), { sequence: 8, time: 10_800 }));
    expect(shape(units)).toEqual(['key', 'delta']);
  });

  it('give the next key picture after a loss, also where every picture has the same time', () => {
    const { push, units } = receiver();
    push(rtp(key, { sequence: 1, time: 0, last: false }));
    push(rtp(keyRest(2), { sequence: 3, time: 0 }));
    push(rtp(key, { sequence: 4, time: 0 }));

    expect(shape(units)).toEqual(['key']);
  });

  it('change nothing when they come late or twice', () => {
    const { push, units } = receiver();
    push(rtp(key, { sequence: 65_535, time: 0 }));
    push(rtp(delta(1), { sequence: 0, time: 3_600 }));
    push(rtp(key, { sequence: 65_535, time: 0 }));
    push(rtp(delta(1), { sequence: 0, time: 3_600 }));
    push(rtp(delta(2), { sequence: 1, time: 7_200 }));

    expect(shape(units)).toEqual(['key', 'delta', 'delta']);
  });

  it('of another sender are a new beginning', () => {
    const { push, units } = receiver();
    push(rtp(key, { sequence: 100, time: 0 }));
    push(rtp(delta(1), { sequence: 101, time: 3_600, ssrc: 10 }));
    push(rtp(key, { sequence: 102, time: 7_200, ssrc: 10 }));

    expect(shape(units)).toEqual(['key', 'key']);
  });

  it('never make it throw, whatever is in them', () => {
    const { push } = receiver();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(65_535), (bytes, sequence) => {
        push(rtp(Buffer.from(bytes), { sequence, time: sequence }));
        push(Buffer.from(bytes));
      }),
      { seed: 3, numRuns: 2_000 },
    );
  });

  it('give the same picture whole, in fragments and several in one', () => {
    const whole = receiver();
    whole.push(rtp(key, { sequence: 1, time: 0 }));
    const cut = receiver();
    fragments(key, 2).forEach((part, index, all) =>
      cut.push(rtp(part, { sequence: index, time: 0, last: index === all.length - 1 })),
    );
    const together = receiver([]);
    together.push(rtp(stap(sps, pps, key), { sequence: 1, time: 0 }));

    expect([...(whole.units[0]?.data ?? [])]).toEqual([0, 0, 0, key.length, ...key]);
    expect(cut.units).toEqual(whole.units);
    expect(together.units).toEqual(whole.units);
    expect(together.configs).toEqual(whole.configs);
  });

  it('give nothing before the parameter sets are known', () => {
    const { push, units, configs } = receiver([]);
    push(rtp(key, { sequence: 1, time: 0 }));
    push(rtp(sps, { sequence: 2, time: 3_600, last: false }));
    push(rtp(pps, { sequence: 3, time: 3_600, last: false }));
    push(rtp(key, { sequence: 4, time: 3_600 }));

    expect(shape(units)).toEqual(['key']);
    expect(configs).toHaveLength(1);
  });

  it('bring a new config only when a parameter set really changed', () => {
    const { push, configs } = receiver();
    push(rtp(stap(sps, pps, key), { sequence: 1, time: 0 }));
    push(rtp(stap(sps, pps, key), { sequence: 2, time: 3_600 }));
    push(rtp(stap(sps, Buffer.from('68ce3c81', 'hex'), key), { sequence: 3, time: 7_200 }));

    expect(configs).toHaveLength(2);
  });

  it('end a picture when the time moves on, for cameras that set no marker', () => {
    const { push, units } = receiver();
    push(rtp(key, { sequence: 1, time: 0, last: false }));
    push(rtp(delta(1), { sequence: 2, time: 3_600, last: false }));

    expect(shape(units)).toEqual(['key']);
  });

  it('count time in microseconds across the wrap of 32 bits', () => {
    const { push, units } = receiver();
    push(rtp(key, { sequence: 1, time: 2 ** 32 - 1_800 }));
    push(rtp(delta(1), { sequence: 2, time: 1_800 }));

    expect(units.map(({ timestampUs }) => timestampUs)).toEqual([0, 40_000]);
  });

  it('leave the window only its own bytes, not the socket’s', () => {
    const { push, units } = receiver();
    push(Buffer.concat([Buffer.alloc(60_000), rtp(key, { sequence: 1, time: 0 })]).subarray(60_000));

    expect(units[0]?.data.buffer.byteLength).toBe(key.length + 4);
  });
});
