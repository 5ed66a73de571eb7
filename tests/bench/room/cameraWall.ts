import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { gstreamerPresent, startFleet, type Fleet } from '../../support/cameras/fleet.ts';
import { startReplayFleet } from '../../support/cameras/replayFleet.ts';
import type { Page } from '../harness/cdp.ts';
import type { Stage } from '../harness/stage.ts';
import { startFeed } from '../load/startFeed.ts';
import { cameraWatch, Pictures, takePictures, type Shown } from '../page/watchCameras.ts';
import { createRoom, PROBE, UNIT, type Screen } from './benchRoom.ts';
import { FULL } from './heads.ts';
import { startWall } from './wallOnHeads.ts';

const PATIENCE_MS = 20_000;

export type Watched = {
  readonly page: Page;
  /** The console of the same app. */
  readonly desk: Page;
  /** What each tile has shown since the last question. */
  shown(): Promise<readonly Shown[]>;
};
export type CameraWall = Watched & { readonly fleet: Fleet };

/** As many columns as rows, one tile each. */
function square(tiles: number): Omit<Screen, 'panels'> {
  const side = Math.ceil(Math.sqrt(tiles));
  return { grid: [side, side] };
}

const panelOf = (cameraId: string) => ({ kind: 'camera', cameraId });

/** The wall with one window: `first` many of the cameras on its first scene, all others on its scene `other`. */
export async function showCameras(
  stage: Stage,
  urls: readonly string[],
  { first = urls.length, layout = square(first) }: { first?: number; layout?: Omit<Screen, 'panels'> } = {},
): Promise<Watched> {
  const feed = await startFeed(stage, {
    unit: UNIT,
    wallIds: ['main'],
    keys: ['bench.0000'],
    probeKey: PROBE,
  });
  const ids = urls.map((_url, index) => `bench-cam-${index + 1}`);
  const rest = ids.slice(first);
  const clock: Screen = { grid: [1, 1], panels: [{ kind: 'clock' }] };
  const room = await createRoom(stage, {
    size: FULL,
    screens: [first > 0 ? { ...layout, panels: ids.slice(0, first).map(panelOf) } : clock],
    ...(rest.length > 0 && { other: [{ ...square(rest.length), panels: rest.map(panelOf) }] }),
    keys: ['bench.0000'],
    backendUrl: feed.url,
    cameras: Object.fromEntries(ids.map((id, index) => [id, urls[index] ?? ''])),
  });
  const eyes = await (await startWall(stage, room)).look();
  const [wall] = await eyes.painted(1);
  if (wall === undefined) throw new Error('no wall window');
  await wall.page.evaluate(cameraWatch, z.unknown());
  return {
    page: wall.page,
    desk: await eyes.consolePage(),
    shown: () => wall.page.evaluate(takePictures, Pictures),
  };
}

/** The wall with one window that shows `tiles` mounts of one live encoder; resolves when all of them move. */
export async function startCameraWall(stage: Stage, tiles: number): Promise<CameraWall> {
  if (!gstreamerPresent()) throw new Error('no GStreamer here: no test cameras');
  const fleet = await startFleet({ count: 1 });
  stage.later(() => fleet.stop());
  const watched = await showCameras(stage, fleet.benchUrls.slice(0, tiles));
  const until = Date.now() + PATIENCE_MS;
  for (let moving = 0; moving < tiles;) {
    if (Date.now() > until) throw new Error(`only ${moving} of ${tiles} cameras show moving pictures`);
    await wait(1_000);
    moving = (await watched.shown()).filter((rows) => rows.length > 5).length;
  }
  return { ...watched, fleet };
}

/** Addresses of played-back cameras, each with a connection of its own: many at little cost. */
export async function startPlayedBack(stage: Stage, count: number): Promise<readonly string[]> {
  if (!gstreamerPresent()) throw new Error('no GStreamer here: no test cameras');
  const fleet = await startReplayFleet({ count });
  stage.later(() => fleet.stop());
  return fleet.urls;
}
