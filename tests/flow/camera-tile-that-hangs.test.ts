import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UNTAKEN_LIMIT } from '../../domain/cameras/packets.ts';
import { startFleet, type Fleet } from '../support/cameras/fleet.ts';
import { openGatewayRoom, until, type GatewayRoom } from '../support/cameras/gatewayRoom.ts';

describe('a tile whose window hangs', () => {
  let fleet: Fleet;
  let room: GatewayRoom;

  beforeEach(async () => {
    fleet = await startFleet({ count: 1 });
    room = openGatewayRoom();
  });

  afterEach(async () => {
    room.close();
    await fleet.stop();
  });

  it('gets no more than the bound, harms no other tile, and goes on from a key unit when it wakes up', async () => {
    const healthy = room.show(fleet.urls[0] ?? '');
    const hung = room.show(fleet.urls[0] ?? '');
    await until('both live', () => hung.units.length > 5 && healthy.units.length > 5);

    hung.hang();
    await until('the healthy one is far ahead', () => healthy.units.length > hung.units.length + 30, 20_000);
    const got = hung.units.length;
    expect(got).toBeLessThanOrEqual(UNTAKEN_LIMIT.units + 10);
    const gaps = healthy.units.map(
      ({ number }, index) => number - (healthy.units[index - 1]?.number ?? number - 1),
    );
    expect(gaps.every((gap) => gap === 1)).toBe(true);

    hung.recover();
    await until('it gets pictures again', () => hung.units.length > got);

    expect(hung.units[got]?.key).toBe(true);
  });
});
