import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGatewayRoom, until, type GatewayRoom } from '../support/cameras/gatewayRoom.ts';
import { startReplayFleet, type ReplayFleet } from '../support/cameras/replayFleet.ts';

const SUSPECT_MS = 1_500;

describe('a camera whose pictures come', () => {
  let fleet: ReplayFleet;
  let room: GatewayRoom;

  beforeEach(async () => {
    // A still scene with the noise of a sensor: nothing in it moves.
    const clip = { frames: 100, size: '320x176', still: true, noise: true };
    fleet = await startReplayFleet({ count: 2, clip });
    room = openGatewayRoom();
  });

  afterEach(async () => {
    room.close();
    await fleet.stop();
  });

  it.each(['repeats', 'clock-stands'] as const)(
    'is marked when it %s, is still live, and is trusted again when that ends',
    async (fault) => {
      const [still, stuck] = fleet.urls.map((url) => room.show({ url, suspectAfterMs: SUSPECT_MS }));
      if (!still || !stuck) throw new Error('no tiles');
      await until('both live', () => still.units.length > 10 && stuck.units.length > 10);

      await fleet.fault(2, fault);
      await until('marked', () => stuck.states.at(-1)?.suspectSince !== undefined);
      const { suspectSince = 0, at: markedAt = 0 } = stuck.states.at(-1) ?? {};
      expect(stuck.state()).toBe('live');
      expect(markedAt - suspectSince).toBeGreaterThanOrEqual(SUSPECT_MS);

      await fleet.fault(2, null);
      await until('trusted again', () => stuck.states.at(-1)?.suspectSince === undefined);
      expect(still.states.filter((told) => told.suspectSince !== undefined)).toEqual([]);
    },
  );
});
