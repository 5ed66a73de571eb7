import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { gstreamerPresent, startFleet, type Fleet } from '../../support/cameras/fleet.ts';
import type { Stage } from '../harness/stage.ts';
import { startFeed } from '../load/startFeed.ts';
import { cameraWatch, takePictures, type Shown } from '../page/watchCameras.ts';
import { createRoom, PROBE, UNIT } from './benchRoom.ts';
import { FULL } from './heads.ts';
import { startWall } from './wallOnHeads.ts';

const PATIENCE_MS = 20_000;
const Pictures = z.array(z.array(z.tuple([z.number(), z.number()])));

export type CameraWall = {
  readonly fleet: Fleet;
  /** What each tile has shown since the last question. */
  shown(): Promise<readonly Shown[]>;
};

/** The wall with one window that shows `tiles` mounts of one live encoder; resolves when all of them move. */
export async function startCameraWall(stage: Stage, tiles: number): Promise<CameraWall> {
  if (!gstreamerPresent()) throw new Error('no GStreamer here: no test cameras');
  const fleet = await startFleet({ count: 1 });
  stage.later(() => fleet.stop());
  const feed = await startFeed(stage, {
    unit: UNIT,
    wallIds: ['main'],
    keys: ['bench.0000'],
    probeKey: PROBE,
  });
  const ids = Array.from({ length: tiles }, (_, index) => `bench-cam-${index + 1}`);
  const side = Math.ceil(Math.sqrt(tiles));
  const room = await createRoom(stage, {
    size: FULL,
    screens: [{ grid: [side, side], panels: ids.map((cameraId) => ({ kind: 'camera', cameraId })) }],
    keys: ['bench.0000'],
    backendUrl: feed.url,
    cameras: Object.fromEntries(ids.map((id, index) => [id, fleet.benchUrls[index] ?? ''])),
  });
  const eyes = await (await startWall(stage, room)).look();
  const [wall] = await eyes.painted(1);
  if (wall === undefined) throw new Error('no wall window');
  await wall.page.evaluate(cameraWatch, z.unknown());
  const shown = () => wall.page.evaluate(takePictures, Pictures);
  const until = Date.now() + PATIENCE_MS;
  for (let moving = 0; moving < tiles;) {
    if (Date.now() > until) throw new Error(`only ${moving} of ${tiles} cameras show moving pictures`);
    await wait(1_000);
    moving = (await shown()).filter((rows) => rows.length > 5).length;
  }
  return { fleet, shown };
}
