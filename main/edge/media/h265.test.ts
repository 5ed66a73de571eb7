import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { VideoConfig, VideoUnit } from '../../../domain/cameras/packets.ts';
import { h265 } from './coding.ts';
import { h265Codec, h265Sort, readH265Sps } from './h265.ts';
import { createReceiver } from './receiver.ts';

/** The product's own key frame, made by x265: hvcC and one picture with lengths. */
const bundled: { codec: string; description: string; frame: string } = JSON.parse(
  readFileSync(new URL('../../../renderer/cameras/h265Frame.json', import.meta.url), 'utf8'),
);

/** The parameter sets of an hvcC record. */
function setsIn(record: Buffer): readonly Buffer[] {
  const sets: Buffer[] = [];
  let at = 23;
  for (let arrays = record.readUInt8(22); arrays > 0; arrays -= 1) {
    const count = record.readUInt16BE(at + 1);
    at += 3;
    for (let left = count; left > 0; left -= 1) {
      const size = record.readUInt16BE(at);
      sets.push(record.subarray(at + 2, at + 2 + size));
      at += 2 + size;
    }
  }
  return sets;
}

const sets = setsIn(Buffer.from(bundled.description, 'base64'));
const key = Buffer.from(bundled.frame, 'base64').subarray(4);
const delta = Buffer.from([0x02, 0x01, 9, 8, 7]);

function rtp(payload: Buffer, sequence: number, time: number, last = true): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt8(0x80, 0);
  head.writeUInt8((last ? 0x80 : 0) | 96, 1);
  head.writeUInt16BE(sequence, 2);
  head.writeUInt32BE(time, 4);
  head.writeUInt32BE(9, 8);
  return Buffer.concat([head, payload]);
}

/** Fragmentation units of RFC 7798. */
function fragments(nal: Buffer, size: number): readonly Buffer[] {
  const type = (nal.readUInt8(0) >> 1) & 0x3f;
  const body = nal.subarray(2);
  const count = Math.ceil(body.length / size);
  return Array.from({ length: count }, (_, index) => {
    const marks = (index === 0 ? 0x80 : 0) | (index === count - 1 ? 0x40 : 0);
    const part = body.subarray(index * size, (index + 1) * size);
    return Buffer.concat([
      Buffer.from([(nal.readUInt8(0) & 0x81) | (49 << 1), nal.readUInt8(1), marks | type]),
      part,
    ]);
  });
}

function aggregate(nals: readonly Buffer[]): Buffer {
  const parts = nals.flatMap((nal) => [Buffer.from([nal.length >> 8, nal.length & 0xff]), nal]);
  return Buffer.concat([Buffer.from([48 << 1, 1]), ...parts]);
}

let units: VideoUnit[];
let configs: VideoConfig[];
let losses: number;
let push: (packet: Buffer) => void;

describe('H.265 packets of a camera', () => {
  beforeAll(() => void expect(sets.map((set) => (set.readUInt8(0) >> 1) & 0x3f)).toEqual([32, 33, 34]));

  function begin(parameterSets: readonly Buffer[] = []): void {
    units = [];
    configs = [];
    losses = 0;
    ({ push } = createReceiver({ payloadType: 96, parameterSets }, h265, {
      unit: (unit) => units.push(unit),
      config: (config) => configs.push(config),
      lost: () => (losses += 1),
    }));
  }

  it('give no key picture whose first slice was lost', () => {
    begin(sets);
    const later = Buffer.from(key);
    later.writeUInt8(later.readUInt8(2) & 0x7f, 2);
    push(rtp(delta, 1, 0));
    push(rtp(later, 3, 3_600));
    push(rtp(delta, 4, 7_200));
    expect(units).toEqual([]);

    push(rtp(key, 5, 10_800, false));
    push(rtp(later, 6, 10_800));
    expect(units.map((unit) => unit.key)).toEqual([true]);
  });

  it('become the config that x265’s own sets describe, and whole pictures, from AP, FU and single units', () => {
    begin();
    push(rtp(aggregate(sets), 1, 0, false));
    const parts = fragments(key, 400);
    parts.forEach((part, index) => push(rtp(part, 2 + index, 0, index === parts.length - 1)));
    push(rtp(delta, 2 + parts.length, 3_600));

    expect(configs).toMatchObject([{ codec: 'hvc1.1.6.L30.90', widthPx: 64, heightPx: 64 }]);
    expect(Buffer.from(configs[0]?.description ?? []).toString('base64')).toBe(bundled.description);
    expect(units.map((unit) => [unit.key, unit.timestampUs])).toEqual([
      [true, 0],
      [false, 40_000],
    ]);
    expect(Buffer.from(units[0]?.data ?? []).toString('base64')).toBe(bundled.frame);
  });

  it('begin at a key picture, also when SDP told the sets beforehand', () => {
    begin(sets);
    push(rtp(delta, 1, 0));
    push(rtp(key, 2, 3_600));

    expect(units.map((unit) => unit.key)).toEqual([true]);
    expect(configs).toHaveLength(1);
  });

  it('of which one is missing give no picture up to the next key one', () => {
    begin(sets);
    push(rtp(key, 1, 0));
    fragments(key, 400).forEach((part, index) => index !== 1 && push(rtp(part, 2 + index, 3_600, false)));
    push(rtp(delta, 20, 7_200));
    expect(units).toHaveLength(1);
    expect(losses).toBe(1);

    push(rtp(key, 21, 10_800));
    expect(units.map((unit) => unit.key)).toEqual([true, true]);
  });

  it('without sense are lost, whatever they claim', () => {
    begin(sets);
    push(rtp(key, 1, 0));
    const broken = [
      [0x62],
      [0x62, 1, 0x80],
      [0x60, 1, 0, 200, 1],
      [0x64, 1, 2],
      [0xff, 0xff, 0xff],
      [0x02, 0x00, 1],
    ];
    broken.forEach((bytes, index) => push(rtp(Buffer.from(bytes), 2 + index, 3_600 * (index + 1))));
    push(rtp(delta, 10, 90_000));

    expect(units).toHaveLength(1);
  });
});

describe('an H.265 parameter set', () => {
  it('that is cut short or invented is none', () => {
    const [, sps = Buffer.alloc(0)] = sets;
    expect(readH265Sps(sps)).toMatchObject({ widthPx: 64, heightPx: 64, chroma: 1, lumaBits: 8 });
    expect(readH265Sps(sps.subarray(0, 10))).toBeNull();
    expect(readH265Sps(Buffer.from(sps).fill(0xff, 2))).toBeNull();
    expect(readH265Sps(Buffer.from(sps).fill(0, 2))).toBeNull();
  });

  it('names its codec as engines know it', () => {
    const main = {
      space: 0,
      tier: 0,
      profile: 1,
      compatibility: 0x60000000,
      constraints: [0xb0, 0, 0, 0, 0, 0],
    };
    const ten = { ...main, profile: 2, compatibility: 0x20000000, tier: 1, level: 153 };

    expect(h265Codec({ ...main, level: 93 })).toBe('hvc1.1.6.L93.B0');
    expect(h265Codec(ten)).toBe('hvc1.2.4.H153.B0');
  });

  it('is told from slices and from nonsense', () => {
    expect(
      [sets[1], key, delta, Buffer.from([39 << 1, 1])].map((nal) => h265Sort(nal ?? Buffer.alloc(0))),
    ).toEqual(['set', 'key', 'slice', 'other']);
    expect(h265Sort(Buffer.from([0x80, 1]))).toBe('nonsense');
    expect(h265Sort(Buffer.alloc(0))).toBe('nonsense');
  });
});
