import { connect, createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFleet, type Fleet } from '../support/cameras/fleet.ts';
import { openGatewayRoom, until, type GatewayRoom } from '../support/cameras/gatewayRoom.ts';

const FIRST_PICTURE_MS = 1_500;
const MARKED_MS = 3_500;
const BACK_MS = 2_000;
const STALE_MS = 3_000;

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

  it('is marked offline when it is killed, and is back within 2 s of its return, with a key unit first', async () => {
    const tile = room.show(fleet.urls[0] ?? '');
    await until('live', () => tile.state() === 'live');

    const killedAt = Date.now();
    await fleet.kill();
    await until('marked', () => tile.state() === 'offline');
    expect(Date.now() - killedAt).toBeLessThan(MARKED_MS);

    await until('the outage is 4 s long', () => Date.now() - killedAt >= 4_000);
    const configsBefore = tile.configs.length;
    await fleet.restart();
    const backAt = Date.now();
    await until('live again', () => tile.units.some(({ at }) => at >= backAt));
    const first = tile.units.find(({ at }) => at >= backAt);

    expect((first?.at ?? 0) - backAt).toBeLessThan(BACK_MS);
    expect(first?.key).toBe(true);
    expect(tile.configs.length).toBe(configsBefore + 1);
    expect(tile.state()).toBe('live');
    expect(room.logged.map(({ event }) => event)).toEqual(['cameras.sourceLost', 'cameras.sourceReturned']);
  });

  it('is called stale 3 s after it fell silent, and live again when it speaks', async () => {
    const tile = room.show(fleet.urls[0] ?? '');
    await until('live', () => tile.units.length > 10);

    fleet.stall();
    const silentAt = Date.now();
    await until('stale', () => tile.state() === 'stale', 6_000);
    const staleAfter = Date.now() - silentAt;
    fleet.resume();
    const backAt = Date.now();
    await until('live again', () => tile.state() === 'live');

    expect(staleAfter).toBeGreaterThanOrEqual(STALE_MS - 200);
    expect(staleAfter).toBeLessThan(STALE_MS + 700);
    expect((tile.units.find(({ at }) => at >= backAt)?.at ?? 0) - backAt).toBeLessThan(BACK_MS);
  });

  it('shows its first picture within 1.5 s, and at once on a second tile', async () => {
    const openedAt = Date.now();
    const tile = room.show(fleet.urls[0] ?? '');
    await until('live', () => tile.units.length > 0);
    expect((tile.units[0]?.at ?? 0) - openedAt).toBeLessThan(FIRST_PICTURE_MS);
    expect(tile.units[0]?.key).toBe(true);
    expect(tile.configs[0]).toMatchObject({ codec: 'avc1.42c01e', widthPx: 640, heightPx: 352 });

    await until('half a second later', () => tile.units.length > 12);
    const secondAt = Date.now();
    const second = room.show(fleet.urls[0] ?? '');
    await until('the second one too', () => second.units.length > 0);

    expect((second.units[0]?.at ?? 0) - secondAt).toBeLessThan(200);
    expect(second.units[0]?.key).toBe(true);
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
