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

  it('changes to H.264 in the middle of a stream: nothing of it is shown as H.265, and it is asked anew', async () => {
    const fleet = await startReplayFleet({
      count: 1,
      clip: { frames: 25, size: '320x176', codec: 'h265' },
      other: { frames: 25, size: '320x176' },
    });
    const room = openGatewayRoom();
    const tile = room.show({ url: fleet.urls[0] ?? '', playsH265: true });
    await until('shown', () => tile.units.length > 20);
    expect(tile.configs.at(-1)?.codec).toMatch(/^hvc1/);

    await fleet.fault(1, 'other-clip');
    await until('told that it is old', () => tile.state() === 'stale', 10_000);
    const before = tile.units.length;
    // Packets without a picture in them are borne for fifteen seconds.
    await until('told of H.264', () => tile.configs.at(-1)?.codec.startsWith('avc1') === true, 25_000);
    await until('shown again', () => tile.units.length > before + 20, 10_000);

    expect(tile.units[before]?.key).toBe(true);
    expect(tile.state()).toBe('live');
    room.close();
    await fleet.stop();
  }, 60_000);

  it('is played, picture by picture, in a window that proved that it can, and told to others as before', async () => {
    const clip = { frames: 25, size: '320x176', codec: 'h265' as const };
    const fleet = await startReplayFleet({ count: 1, clip });
    const room = openGatewayRoom();
    const url = fleet.urls[0] ?? '';

    const able = room.show({ url, playsH265: true });
    const unable = room.show(url);
    await until('shown', () => able.units.length > 30);
    await until('told', () => unable.state() === 'unsupported');

    expect(able.configs).toMatchObject([{ widthPx: 320, heightPx: 176 }]);
    expect(able.configs[0]?.codec).toMatch(/^hvc1\.1\.6\.L\d+\.90$/);
    expect(able.units[0]?.key).toBe(true);
    expect(able.state()).toBe('live');
    expect(unable.units).toEqual([]);
    room.close();
    await fleet.stop();
  });
});
