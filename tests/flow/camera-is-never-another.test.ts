import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clipFile, readClip } from '../support/cameras/clips.ts';
import { openGatewayRoom, until } from '../support/cameras/gatewayRoom.ts';
import { startReplayFleet, type ReplayFleet } from '../support/cameras/replayFleet.ts';
import { printOf } from '../support/cameras/tile.ts';

const COUNT = 6;
const clip = { frames: 50, size: '320x176' };

/** What a camera's pictures look like on their way to a tile: slices with their lengths in front. */
function printsOf(camera: number): ReadonlySet<string> {
  const { units } = readClip(clipFile({ ...clip, camera }), clip);
  const isSlice = (nal: Buffer): boolean => [1, 5].includes((nal[0] ?? 0) & 0x1f);
  return new Set(
    units.map((unit) =>
      printOf(
        Buffer.concat(
          unit.filter(isSlice).flatMap((nal) => {
            const length = Buffer.alloc(4);
            length.writeUInt32BE(nal.length);
            return [length, nal];
          }),
        ),
      ),
    ),
  );
}

describe('a tile', () => {
  let fleet: ReplayFleet;

  beforeAll(async () => void (fleet = await startReplayFleet({ count: COUNT, distinct: true, clip })));
  afterAll(() => fleet.stop());

  it('gets its own camera’s pictures and no other’s, however tiles come and go and cameras fail', async () => {
    const room = openGatewayRoom({ warmMs: 50 });
    const shown = Array.from({ length: 60 }, (_, index) => ({ camera: (index * 5) % COUNT, order: index }));
    const tiles: { camera: number; tile: ReturnType<typeof room.show> }[] = [];

    for (const { camera, order } of shown) {
      const tile = room.show(fleet.urls[camera] ?? '');
      tiles.push({ camera, tile });
      if (order % 7 === 3) await fleet.fault(camera + 1, 'dead');
      if (order % 7 === 5) await fleet.fault((((order - 2) * 5) % COUNT) + 1, null);
      const before = tiles.at(-9)?.tile;
      if (before) room.hide(before);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    for (let camera = 1; camera <= COUNT; camera += 1) await fleet.fault(camera, null);
    await until('the last ones live', () => tiles.slice(-8).every(({ tile }) => tile.units.length > 10));

    const foreign = tiles.filter(({ camera, tile }) => {
      const own = printsOf(camera + 1);
      return tile.units.some(({ print }) => !own.has(print));
    });
    expect(foreign).toEqual([]);
    expect(tiles.filter(({ tile }) => tile.units.length > 0).length).toBeGreaterThan(20);
    room.close();
  });
});
