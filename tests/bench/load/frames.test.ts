import { describe, expect, it } from 'vitest';
import { ReadingFrameSchema } from '../../../domain/contract/wire.ts';
import { createFrames, FIRST_SEQ } from './frames.ts';
import { probeSentAt, probeValue } from './probe.ts';

const sentAt = 1_795_358_951_123;

/** The texts of unmasked WebSocket frames with two length bytes. */
function texts(bytes: Buffer): string[] {
  const found: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = bytes.readUInt16BE(at + 2);
    found.push(bytes.toString('utf8', at + 4, at + 4 + length));
    at += 4 + length;
  }
  return found;
}

describe('the load of the bench', () => {
  it('is one sound reading of about 200 bytes per frame, the sequence without a gap', () => {
    const frames = createFrames(
      { topic: 'indicators/19', epoch: 'bench-1' },
      ['k.0001', 'k.0002', 'k.0003'],
      'k.probe',
    );
    const sent = [
      ...texts(frames.block(4, sentAt)),
      ...texts(frames.probe(sentAt)),
      ...texts(frames.block(1, sentAt + 9)),
    ];
    const readings = sent.map((text) => ReadingFrameSchema.parse(JSON.parse(text)));

    expect(readings.map(({ seq }) => seq - FIRST_SEQ)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(readings.map(({ body }) => body.key)).toEqual([
      'k.0001',
      'k.0002',
      'k.0003',
      'k.0001',
      'k.probe',
      'k.0002',
    ]);
    expect(readings.map((reading) => reading.sentAt - sentAt)).toEqual([0, 0, 0, 0, 0, 9]);
    for (const text of sent) expect(text.length).toBeGreaterThan(180);
    for (const text of sent) expect(text.length).toBeLessThan(240);
  });

  it('carries the time of sending in the value of its probes, also where the digits start over', () => {
    const turn = Math.ceil(sentAt / 10_000_000) * 10_000_000;
    for (const [at, read] of [
      [sentAt, sentAt + 31],
      [turn - 3, turn + 40],
      [turn, turn],
    ] as const) {
      expect(probeSentAt(probeValue(at), read)).toBe(at);
    }
  });
});
