import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGatewayRoom, until, type GatewayRoom } from '../support/cameras/gatewayRoom.ts';
import { startPictureCamera, type PictureCamera } from '../support/cameras/pictureCamera.ts';
import { printOf, type TestTile } from '../support/cameras/tile.ts';

const WARM_MS = 300;
const right = { user: 'viewer', password: 'x' };
const wrong = { user: 'viewer', password: 'sai' };

describe('a camera that gives JPEG pictures alone', () => {
  let camera: PictureCamera;
  let room: GatewayRoom;

  beforeEach(async () => {
    camera = await startPictureCamera('x');
    room = openGatewayRoom({ warmMs: WARM_MS });
  });

  afterEach(async () => {
    room.close();
    await camera.stop();
  });

  const showStream = (credentials = right): TestTile =>
    room.show({ url: camera.streamUrl, credentials }, 'mjpeg');
  const showPicture = (credentials = right): TestTile =>
    room.show({ url: camera.pictureUrl, credentials }, 'snapshot');
  const statesOf = (tile: TestTile) => tile.states.map(({ state }) => state);

  it('streams them to the tile, with the vault’s password', async () => {
    const tile = showStream();
    await until('five pictures', () => tile.pictures.length >= 5);

    expect(statesOf(tile)).toEqual(['connecting', 'live']);
    expect(tile.pictures[0]?.subarray(0, 2)).toEqual(Uint8Array.from([0xff, 0xd8]));
    expect(camera.logins()).toEqual([`Basic ${Buffer.from('viewer:x').toString('base64')}`]);
  });

  it('is asked for one after the other where it has no stream', async () => {
    const tile = showPicture();

    await until('two pictures', () => tile.pictures.length >= 2);
  });

  it('has one session for all its tiles; it stays for a while after the last, and then ends', async () => {
    const tiles = Array.from({ length: 6 }, () => showStream());
    await until('all live', () => tiles.every((tile) => tile.pictures.length >= 2));
    expect(camera.streams()).toBe(1);
    expect(new Set(tiles.map((tile) => printOf(tile.pictures[1] ?? new Uint8Array()))).size).toBe(1);

    for (const tile of tiles) room.hide(tile);
    const again = showStream();
    await until('live at once', () => again.pictures.length > 0);
    expect(camera.logins()).toHaveLength(1);

    room.hide(again);
    await until('let go', () => camera.streams() === 0);
  });

  it('is asked once a second for single pictures, however many tiles show it', async () => {
    const tiles = Array.from({ length: 6 }, () => showPicture());
    await until('three each', () => tiles.every((tile) => tile.pictures.length >= 3));

    expect(camera.logins().length).toBeLessThanOrEqual(4);
  });

  it('that refuses the password is asked once for all tiles, and by no tour that comes by again', async () => {
    const tiles = Array.from({ length: 6 }, (_, at) =>
      at % 2 === 0 ? showStream(wrong) : showPicture(wrong),
    );
    await until('refused', () => tiles.every((tile) => tile.state() === 'unauthorised'));
    for (const tile of tiles) room.hide(tile);
    await until('let go', () => room.logged.length === 2);
    await new Promise((gone) => setTimeout(gone, 2 * WARM_MS));

    const again = showStream(wrong);
    await until('refused again', () => again.state() === 'unauthorised');
    expect(camera.logins()).toHaveLength(2);
    expect(JSON.stringify(room.logged)).not.toContain('sai');

    const mended = showStream();
    await until('another password is tried at once', () => mended.state() === 'live');
  });

  it('hurts nobody else when one of its tiles hangs', async () => {
    const hung = showStream();
    hung.hang();
    const other = showStream();
    await until('the others go on', () => other.pictures.length >= 8);

    expect(hung.pictures).toHaveLength(3);
  });

  it('is doubted when it gives one picture over and over, is still live, and is trusted again when that ends', async () => {
    const stream = { url: camera.streamUrl, credentials: right, suspectAfterMs: 1_000 };
    const tile = room.show(stream, 'mjpeg');
    const doubts = (): number => tile.states.filter(({ suspectSince }) => suspectSince !== undefined).length;
    await until('live', () => tile.pictures.length > 2);
    expect(doubts()).toBe(0);

    camera.stick(true);
    const from = Date.now();
    await until('doubted', () => tile.states.at(-1)?.suspectSince !== undefined);
    expect(tile.state()).toBe('live');
    expect(Date.now() - from).toBeGreaterThan(800);

    camera.stick(false);
    await until('trusted again', () => tile.states.at(-1)?.suspectSince === undefined);
    expect(tile.state()).toBe('live');
  });

  it.each(['stream', 'picture'] as const)(
    'of 8K is refused with the reason: no %s of it goes to a window',
    async (way) => {
      const large = await startPictureCamera(undefined, [7_680, 4_320]);
      const tile =
        way === 'stream' ? room.show(large.streamUrl, 'mjpeg') : room.show(large.pictureUrl, 'snapshot');

      await until('told', () => tile.state() === 'unsupported');

      expect(tile.states.at(-1)).toMatchObject({ state: 'unsupported', trouble: 'too-large' });
      expect(statesOf(tile)).not.toContain('live');
      expect(tile.pictures).toEqual([]);
      await large.stop();
    },
  );

  it('keeps no connection to what answers without end in no way that is known', async () => {
    let asked = 0;
    let open = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      open += 1;
      response.once('close', () => (open -= 1));
      response.writeHead(200, { 'content-type': 'video/x-motion-jpeg' }).write('no boundary');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    room.show(`http://127.0.0.1:${port}/stream`, 'mjpeg');

    await until('asked four times', () => asked >= 4);
    expect(open).toBeLessThanOrEqual(1);
    server.closeAllConnections();
    server.close();
  });

  it('says what is wrong: no password, or no pictures at all', async () => {
    const locked = room.show(camera.streamUrl, 'mjpeg');
    const gone = room.show({ url: `${camera.pictureUrl}-gone`, credentials: right }, 'snapshot');

    await until('unauthorised', () => statesOf(locked).includes('unauthorised'));
    await until('offline', () => statesOf(gone).includes('offline'));
  });
});
