import { expect, it } from 'vitest';
import type { VideoConfig } from '../../domain/cameras/packets.ts';
import { cutClip } from './clips.ts';
import type { RecordedPiece } from './ports.ts';

const config: VideoConfig = {
  type: 'config',
  codec: 'avc1.42c01e',
  description: Uint8Array.of(1),
  widthPx: 640,
  heightPx: 352,
};

/** Pieces of one run, each of two pictures a second apart; those that are named cannot be read. */
function recordings(count: number, unreadable: readonly number[]) {
  const pieces = Array.from({ length: count }, (_, index): RecordedPiece => {
    const from = index * 2_000;
    const units = [from, from + 1_000].map((at) => ({ key: at === from, at, data: Uint8Array.of(index) }));
    const read = () => Promise.resolve(unreadable.includes(index) ? null : { config, units });
    return { from, to: from + 1_000, run: 'run', key: true, read };
  });
  return { pieces: () => pieces, hold: () => () => undefined };
}

async function timesOf(unreadable: readonly number[]) {
  const wanted = { cameraId: 'bridge', from: 0, to: 10_000 };
  const parts = await cutClip(recordings(5, unreadable), wanted);
  return parts?.map(({ units, breaks }) => ({ at: units.map(({ at }) => at), breaks }));
}

it('pieces that follow each other are one film', async () => {
  const at = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((second) => second * 1_000);
  expect(await timesOf([])).toEqual([{ at, breaks: [] }]);
});

it('a piece that cannot be read ends a film: what came before it and after it are two', async () => {
  expect(await timesOf([2])).toEqual([
    { at: [0, 1_000, 2_000, 3_000], breaks: [] },
    { at: [6_000, 7_000, 8_000, 9_000], breaks: [] },
  ]);
});
