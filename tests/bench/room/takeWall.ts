// Eight displays and two scenes that have no tile in common: 48 indicators, a map and two live cameras each.
import { z } from 'zod';
import { gstreamerPresent, startFleet } from '../../support/cameras/fleet.ts';
import type { Page } from '../harness/cdp.ts';
import type { Stage } from '../harness/stage.ts';
import { startFeed } from '../load/startFeed.ts';
import { framesWatch, takeCode, takesWatch, TakeSeenSchema, type TakeSeen } from '../page/watchTakes.ts';
import { benchKeys, createRoom, PROBE, UNIT, type Screen } from './benchRoom.ts';
import { signIn } from './operatorDesk.ts';
import { startWall, type WallPage } from './wallOnHeads.ts';

export const SIZE = { widthPx: 1_280, heightPx: 720 } as const;
export const DISPLAYS = 8;
const INDICATORS = 48;
const PER_SCREEN = 8;

const keys = benchKeys(2 * INDICATORS);

function screens(which: 0 | 1): readonly Screen[] {
  const own = keys.slice(which * INDICATORS, (which + 1) * INDICATORS);
  const indicators = Array.from({ length: INDICATORS / PER_SCREEN }, (_, screen): Screen => ({
    grid: [4, 2],
    panels: own
      .slice(screen * PER_SCREEN, (screen + 1) * PER_SCREEN)
      .map((indicatorId) => ({ kind: 'indicator', indicatorId })),
  }));
  const cameras = [0, 1].map((camera) => ({ kind: 'camera', cameraId: `cam-${which * 2 + camera}` }));
  const map = { kind: 'map', zoom: 8 + which };
  return [...indicators, { grid: [1, 1], panels: [map] }, { grid: [2, 1], panels: cameras }];
}

export type TakeWall = {
  readonly desk: Page;
  readonly walls: readonly WallPage[];
  readonly env: Readonly<Record<string, string>>;
  /** Takes, drawn from what is on now; resolves when all displays have painted it. */
  take(source: object): Promise<TakeSeen>;
};

/** Starts the room, somebody signed in; scene `bench` is on, scene `other` waits. */
export async function startTakeWall(stage: Stage): Promise<TakeWall> {
  if (!gstreamerPresent()) throw new Error('no GStreamer here: no test cameras');
  const fleet = await startFleet({ count: 1 });
  stage.later(() => fleet.stop());
  const feed = await startFeed(stage, { unit: UNIT, wallIds: ['main'], keys, probeKey: PROBE });
  feed.pace(100, 0);
  const cameras = [0, 1, 2, 3].map((camera) => [`cam-${camera}`, fleet.benchUrls[camera] ?? ''] as const);
  const room = await createRoom(stage, {
    size: SIZE,
    screens: screens(0),
    other: screens(1),
    keys,
    backendUrl: feed.url,
    cameras: Object.fromEntries(cameras),
  });
  const eyes = await (await startWall(stage, room)).look();
  const walls = await eyes.painted(DISPLAYS);
  const desk = await eyes.consolePage();
  await signIn(desk);
  await desk.evaluate(takesWatch, z.unknown());
  await Promise.all(walls.map(({ page }) => page.evaluate(framesWatch, z.unknown())));
  let revision = 1;
  return {
    desk,
    walls,
    env: room.env,
    async take(source) {
      const seen = await desk.evaluate(takeCode(source, revision), TakeSeenSchema);
      revision = seen.revision;
      return seen;
    },
  };
}
