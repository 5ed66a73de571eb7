import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { tell, type Measurement } from '../harness/figure.ts';
import { openStage } from '../harness/stage.ts';
import { percentile, rounded } from '../harness/statistics.ts';
import { firstWatch, takeFirst } from '../page/watchFirst.ts';
import { takeCode, takesWatch, TakeSeenSchema } from '../page/watchTakes.ts';
import { showCameras, startPlayedBack } from '../room/cameraWall.ts';
import { signIn } from '../room/operatorDesk.ts';

const TILES = 9;
/** A scene that was on stays mounted: every round has an app and cameras of its own. */
const ROUNDS = 3;
const SHOWN_WITHIN_MS = 5_000;

/** Takes a scene of nine cameras that nobody has looked at yet: how long each tile waits for its picture, ms. */
async function firstPictures(): Promise<readonly number[]> {
  const stage = openStage();
  try {
    const { page, desk } = await showCameras(stage, await startPlayedBack(stage, TILES), { first: 0 });
    await signIn(desk);
    await desk.evaluate(takesWatch, z.unknown());
    await page.evaluate(firstWatch, z.unknown());
    await desk.evaluate(takeCode({ from: 'scene', sceneId: 'other' }, 1), TakeSeenSchema);
    await wait(SHOWN_WITHIN_MS);
    const times = await page.evaluate(takeFirst, z.array(z.number()));
    if (times.length < TILES) throw new Error(`only ${times.length} of ${TILES} tiles showed a picture`);
    return times;
  } finally {
    await stage.end();
  }
}

/** From a tile's coming to its first picture, nine cold cameras at once, again and again. */
export const cameraFirst: Measurement = {
  figures: { 'camera.first_frame_p95_ms': { of: 'value', atMost: 1_500 } },
  async run() {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push(...(await firstPictures()));
    const at = (share: number): number => rounded(percentile(times, share));
    tell(`    p50 ${at(0.5)}, worst ${at(1)} ms of ${times.length}`);
    return [
      { figure: 'camera.first_frame_p95_ms', value: percentile(times, 0.95), unit: 'ms', baseline: null },
    ];
  },
};
