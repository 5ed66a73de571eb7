import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SourceState, Watch } from '../../main/cameras/ports.ts';
import { watchMotion, watchSnapshots } from '../../main/edge/media/pictures.ts';
import { systemClock as clock } from '../../main/edge/ports/systemClock.ts';
import { until } from '../support/cameras/gatewayRoom.ts';
import { startPictureCamera, type PictureCamera } from '../support/cameras/pictureCamera.ts';
import { openTile, type TestTile } from '../support/cameras/tile.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const needs = { clock, log, chance: () => 0 };

describe('a camera that gives JPEG pictures alone', () => {
  let camera: PictureCamera;
  let tile: TestTile;
  let stop = (): void => undefined;

  beforeEach(async () => {
    camera = await startPictureCamera('camera');
    tile = openTile();
  });

  afterEach(async () => {
    stop();
    tile.close();
    await camera.stop();
  });

  function watch(how: Watch, url: string, password?: string): readonly SourceState['state'][] {
    const states: SourceState['state'][] = [];
    const known = password === undefined ? {} : { credentials: { user: 'viewer', password } };
    stop = how({ url, ...known }, tile.port, ({ state }) => states.push(state));
    return states;
  }

  it('streams them to the tile, with the vault’s password', async () => {
    const states = watch(watchMotion(needs), camera.streamUrl, 'x');
    await until('five pictures', () => tile.pictures.length >= 5);

    expect(states).toEqual(['connecting', 'live']);
    expect(tile.pictures[0]?.subarray(0, 2)).toEqual(Uint8Array.from([0xff, 0xd8]));
    expect(camera.logins()).toEqual([`Basic ${Buffer.from('viewer:x').toString('base64')}`]);
  });

  it('is asked for one after the other where it has no stream', async () => {
    watch(watchSnapshots(needs), camera.pictureUrl, 'x');

    await until('two pictures', () => tile.pictures.length >= 2);
  });

  it('sends a tile that hangs no more than a few', async () => {
    tile.hang();
    watch(watchMotion(needs), camera.streamUrl, 'x');
    await until('the first pictures', () => tile.pictures.length >= 3);
    const until1 = Date.now() + 500;
    await until('others would have come', () => Date.now() > until1);

    expect(tile.pictures).toHaveLength(3);
  });

  it.each(['stream', 'picture'] as const)(
    'of 8K is refused with the reason: no %s of it goes to a window',
    async (way) => {
      const large = await startPictureCamera(undefined, [7_680, 4_320]);
      const how = way === 'stream' ? watchMotion(needs) : watchSnapshots(needs);
      const states = watch(how, way === 'stream' ? large.streamUrl : large.pictureUrl);

      await until('told', () => tile.state() === 'unsupported');

      expect(tile.states.at(-1)).toMatchObject({ state: 'unsupported', trouble: 'too-large' });
      expect(states).not.toContain('live');
      expect(tile.pictures).toEqual([]);
      await large.stop();
    },
  );

  it('says what is wrong: no password, or no pictures at all', async () => {
    const locked = watch(watchMotion(needs), camera.streamUrl);
    await until('unauthorised', () => locked.includes('unauthorised'));
    stop();
    const gone = watch(watchSnapshots(needs), `${camera.pictureUrl}-gone`, 'x');
    await until('offline', () => gone.includes('offline'));
  });
});
