import { expect, it } from 'vitest';
import type { VideoConfig } from '../../domain/cameras/packets.ts';
import { PICTURE_MS } from '../../domain/cameras/vms.ts';
import { footageOf } from './neighbour.ts';
import type { RecordedPiece } from './ports.ts';

const config: VideoConfig = {
  ...{ type: 'config', codec: 'avc1.42c01f', description: new Uint8Array(), widthPx: 640, heightPx: 360 },
};

/** A piece with a picture each 100 ms. */
function aPiece(from: number, to: number): RecordedPiece {
  const moments = Array.from({ length: (to - from) / 100 + 1 }, (_, index) => from + 100 * index);
  const units = moments.map((at) => ({ key: true, at, data: new Uint8Array() }));
  return { from, to, run: 'r', key: true, read: () => Promise.resolve({ config, units }) };
}

const pieces = [aPiece(10_000, 14_000), aPiece(60_000, 64_000)];
const isOwn = (moment: number): boolean => pieces.some(({ from, to }) => from <= moment && moment <= to);
const footage = footageOf(
  { spans: () => pieces, pieces: () => pieces },
  {
    keptFrom: (cameraId) => (cameraId === 'of-vms' ? 0 : null),
    at: (cameraId, moment) =>
      cameraId === 'of-vms' && !isOwn(moment) ? { from: moment, to: moment, source: 'http://vms' } : null,
  },
);

it('a step goes from picture to picture where this machine has them, and over a gap where nobody else has', async () => {
  expect(await footage.neighbour('alone', 12_000, 1)).toBe(12_100);
  expect(await footage.neighbour('of-vms', 12_000, -1)).toBe(11_900);
  expect(await footage.neighbour('alone', 14_000, 1)).toBe(60_000);
});

it('a step goes into a gap that a VMS fills, through it and out of it', async () => {
  expect(await footage.neighbour('of-vms', 14_000, 1)).toBe(14_000 + PICTURE_MS);
  expect(await footage.neighbour('of-vms', 30_000, 1)).toBe(30_000 + PICTURE_MS);
  expect(await footage.neighbour('of-vms', 60_000, -1)).toBe(60_000 - PICTURE_MS);
  expect(await footage.neighbour('of-vms', 59_990, 1)).toBe(60_000);
});
