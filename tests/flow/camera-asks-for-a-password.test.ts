import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFleet, type Fleet } from '../support/cameras/fleet.ts';
import { startReplayFleet } from '../support/cameras/replayFleet.ts';
import { openGatewayRoom, until, type GatewayRoom } from '../support/cameras/gatewayRoom.ts';

const password = 'mật khẩu: "bí mật"';

describe('a camera that asks for a password', () => {
  let fleet: Fleet;
  let room: GatewayRoom;

  beforeEach(async () => {
    fleet = await startFleet({ count: 1, digest: `viewer:${password}` });
    room = openGatewayRoom();
  });

  afterEach(async () => {
    room.close();
    await fleet.stop();
  });

  it('is shown as refused when the password is wrong', async () => {
    const tile = room.show({ url: fleet.urls[0] ?? '', credentials: { user: 'viewer', password: 'sai' } });

    await until('refused', () => tile.state() === 'unauthorised');

    expect(tile.units).toEqual([]);
    expect(room.logged).toMatchObject([{ event: 'cameras.sourceLost', fields: { reason: 'unauthorised' } }]);
    expect(JSON.stringify(room.logged)).not.toContain('sai');
  });

  it('is shown when the password is right', async () => {
    const tile = room.show({ url: fleet.urls[0] ?? '', credentials: { user: 'viewer', password } });

    await until('live', () => tile.state() === 'live');

    expect(tile.units[0]?.key).toBe(true);
  });

  it('does not get one that stands in its address: passwords are the vault’s', async () => {
    const address = new URL(fleet.urls[0] ?? '');
    address.username = 'viewer';
    address.password = password;
    const tile = room.show(address.href);

    await until('refused', () => tile.state() === 'unauthorised');

    expect(JSON.stringify(room.logged)).not.toContain(encodeURIComponent(password));
  });
});

describe('a camera that wants the password in the clear', () => {
  it('gets it, from the vault', async () => {
    const fleet = await startReplayFleet({
      count: 1,
      clip: { frames: 25, size: '320x176' },
      door: { scheme: 'basic', user: 'viewer', password },
    });
    const room = openGatewayRoom();
    const url = fleet.urls[0] ?? '';
    const right = room.show({ url, credentials: { user: 'viewer', password } });
    const wrong = room.show({ url, credentials: { user: 'viewer', password: 'sai' } });

    await until('told apart', () => right.state() === 'live' && wrong.state() === 'unauthorised');

    room.close();
    await fleet.stop();
  });
});

describe('a camera that refuses every password', () => {
  let server: Server;
  let connections = 0;
  let port = 0;

  beforeEach(async () => {
    connections = 0;
    server = createServer((socket) => {
      connections += 1;
      socket.on('error', () => undefined);
      socket.on('data', () => {
        const challenge = 'WWW-Authenticate: Digest realm="cam", nonce="1"';
        socket.write(`RTSP/1.0 401 Unauthorized\r\nCSeq: 1\r\n${challenge}\r\n\r\n`);
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const address = server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });

  afterEach(() => server.close());

  it('is not asked again and again: it would lock the room out', async () => {
    const room = openGatewayRoom();
    const tile = room.show({ url: `rtsp://127.0.0.1:${port}/`, credentials: { user: 'a', password: 'b' } });

    await until('refused', () => tile.state() === 'unauthorised');
    const refusedAt = Date.now();
    await until('time for many attempts has passed', () => Date.now() - refusedAt > 2_500);

    expect(connections).toBe(1);
    room.close();
  });

  it('is not asked anew each time a tour comes by, only with another password', async () => {
    const room = openGatewayRoom({ warmMs: 10 });
    const stream = { url: `rtsp://127.0.0.1:${port}/`, credentials: { user: 'a', password: 'b' } };
    for (let round = 0; round < 4; round += 1) {
      const tile = room.show(stream);
      await until('refused', () => tile.state() === 'unauthorised');
      room.hide(tile);
      const hiddenAt = Date.now();
      await until('the connection is let go', () => Date.now() - hiddenAt > 30);
    }
    expect(connections).toBe(1);

    room.show({ ...stream, credentials: { user: 'a', password: 'c' } });

    await until('asked once more', () => connections === 2);
    room.close();
  });
});
