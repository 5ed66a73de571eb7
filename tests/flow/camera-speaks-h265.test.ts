import { describe, expect, it } from 'vitest';
import { openGatewayRoom, until } from '../support/cameras/gatewayRoom.ts';
import { startReplayFleet } from '../support/cameras/replayFleet.ts';

describe('a camera that gives H.265', () => {
  it('is recognised and told apart from one that is lost, and shown when it gives H.264 again', async () => {
    const fleet = await startReplayFleet({
      count: 1,
      clip: { frames: 25, size: '320x176', codec: 'h265' },
      other: { frames: 25, size: '320x176' },
    });
    const room = openGatewayRoom();
    const url = fleet.urls[0] ?? '';

    const tile = room.show(url);
    await until('told', () => tile.state() === 'unsupported');
    expect(tile.states.at(-1)).toMatchObject({ trouble: 'codec', codec: 'H.265' });
    expect(tile.units).toEqual([]);

    await fleet.fault(1, 'other-clip');
    await until('shown', () => tile.units.length > 5, 5_000);
    expect(tile.states.at(-1)).not.toHaveProperty('codec');
    room.close();
    await fleet.stop();
  });
});
