import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeVideo, readSps } from './h264.ts';

// Parameter sets as written by x264 and by common cameras.
const baseline = Buffer.from('6742c01eda0280b6c05a830303528000000300800000191e8b1750', 'hex');
const high1080 = Buffer.from('67640028acd940780227e5c044000003000400000300ca3c60c658', 'hex');
const pps = Buffer.from('68ce3c80', 'hex');

describe('a sequence parameter set', () => {
  it('that makes no sense is none', () => {
    expect(readSps(Buffer.from([]))).toBeNull();
    expect(readSps(Buffer.from('6742c01e', 'hex'))).toBeNull();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const sps = readSps(bytes);
        return sps === null || (sps.widthPx >= 16 && sps.widthPx <= 16_384);
      }),
      { seed: 11, numRuns: 2_000 },
    );
  });

  it('tells codec and size', () => {
    expect(readSps(baseline)).toEqual({ id: 0, codec: 'avc1.42c01e', widthPx: 640, heightPx: 352 });
  });

  it('tells the size after cropping: 1080 rows, not 1088', () => {
    expect(readSps(high1080)).toMatchObject({ codec: 'avc1.640028', widthPx: 1920, heightPx: 1080 });
  });
});

describe('describeVideo', () => {
  it('says nothing until both sets are known', () => {
    expect(describeVideo([], [pps])).toBeNull();
    expect(describeVideo([baseline], [])).toBeNull();
  });

  it('puts both sets into the record that decoders read', () => {
    const config = describeVideo([baseline], [pps]);
    const record = [
      1,
      0x42,
      0xc0,
      0x1e,
      0xff,
      0xe1,
      0,
      baseline.length,
      ...baseline,
      1,
      0,
      pps.length,
      ...pps,
    ];

    expect([...(config?.description ?? [])]).toEqual(record);
  });
});
