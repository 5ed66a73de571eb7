import { connect, createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { STALE_AFTER_MS } from '../../domain/cameras/rules.ts';
import { startFleet, type Fleet } from '../support/cameras/fleet.ts';
import { openGatewayRoom, until, type GatewayRoom } from '../support/cameras/gatewayRoom.ts';

describe('a camera on the wall', () => {
  let fleet: Fleet;
  let room: GatewayRoom;

  beforeEach(async () => {
    fleet = await startFleet({ count: 2 });
    room = openGatewayRoom();
  });

  afterEach(async () => {
    room.close();
    await fleet.stop();
  });

  it('is marked offline when it is killed, and is back by itself after a longer outage, with a key unit first', async () => {
    const tile = room.show(fleet.urls[0] ?? '');
    await until('live', () => tile.state() === 'live');

    const killedAt = Date.now();
    await fleet.kill();
    await until('marked', () => tile.state() === 'offline');

    await until('the outage is 4 s long', () => Date.now() - killedAt >= 4_000);
    const configsBefore = tile.configs.length;
    await fleet.restart();
    const backAt = Date.now();
    await until('live again', () => tile.units.some(({ at }) => at >= backAt));
    const first = tile.units.find(({ at }) => at >= backAt);

    expect(first?.key).toBe(true);
    expect(tile.configs.length).toBe(configsBefore + 1);
    expect(tile.state()).toBe('live');
    expect(room.logged.map(({ event }) => event)).toEqual(['cameras.sourceLost', 'cameras.sourceReturned']);
  });

  it('is called stale 3 s after it fell silent, and live again when it speaks', async () => {
    const tile = room.show(fleet.urls[0] ?? '');
    await until('live', () => tile.units.length > 10);

    fleet.stall();
    await until('stale', () => tile.state() === 'stale');
    const spokeAt = tile.units.at(-1)?.at ?? 0;
    expect((tile.toldAt('stale') ?? 0) - spokeAt).toBeGreaterThan(STALE_AFTER_MS / 2);
    fleet.resume();
    const backAt = Date.now();
    await until('live again', () => tile.state() === 'live');

    expect(tile.units.at(-1)?.at).toBeGreaterThanOrEqual(backAt);
  });

  it('is kept while the core itself stands still for longer than a camera may', async () => {
    const tile = room.show(fleet.urls[0] ?? '');
    await until('live', () => tile.units.length > 10);

    // In its work for others, which comes before the timers: those that are due go before what came meanwhile is read.
    await new Promise<void>((resolve) => {
      setImmediate(() => {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 4_000);
        resolve();
      });
    });
    const goesOnAt = Date.now();
    await until(
      'a second of pictures',
      () => tile.units.filter(({ at }) => at > goesOnAt + 1_000).length > 0,
    );

    expect(tile.state()).toBe('live');
    expect(tile.configs).toHaveLength(1);
    expect(room.logged).toEqual([]);
  });

  it('shows its first picture, and at once on a second tile, from the key that the first one had', async () => {
    const tile = room.show(fleet.urls[0] ?? '');
    await until('live', () => tile.units.length > 0);
    expect(tile.units[0]?.key).toBe(true);
    expect(tile.configs[0]).toMatchObject({ codec: 'avc1.42c01e', widthPx: 640, heightPx: 352 });

    await until('half a second later', () => tile.units.length > 12);
    const known = new Set(tile.units.map(({ print }) => print));
    const second = room.show(fleet.urls[0] ?? '');
    await until('the second one too', () => second.units.length > 0);

    expect(second.units[0]?.key).toBe(true);
    expect(known).toContain(second.units[0]?.print);
  });

  it('is one connection, however many tiles show it, and none soon after the last one went', async () => {
    const door = await openDoor(fleet.port);
    const thrifty = openGatewayRoom({ warmMs: 100 });
    const tiles = Array.from({ length: 5 }, () => thrifty.show(`rtsp://127.0.0.1:${door.port}/cam1`));
    await until('all live', () => tiles.every((tile) => tile.units.length > 5));
    expect(door.open()).toBe(1);

    tiles.forEach((tile) => thrifty.hide(tile));
    await until('hung up', () => door.open() === 0);

    thrifty.close();
    door.close();
  });
});

/** A door in front of the cameras that counts who is inside. */
async function openDoor(behind: number): Promise<{ port: number; open(): number; close(): void }> {
  let open = 0;
  const server = createServer((socket) => {
    open += 1;
    const inner = connect(behind, '127.0.0.1');
    socket.on('close', () => {
      open -= 1;
      inner.destroy();
    });
    inner.on('close', () => socket.destroy());
    socket.on('error', () => undefined).pipe(inner);
    inner.on('error', () => undefined).pipe(socket);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    open: () => open,
    close: () => void server.close(),
  };
}
