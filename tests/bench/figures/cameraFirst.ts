import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { tell, type Measurement } from '../harness/figure.ts';
import { percentile, rounded } from '../harness/statistics.ts';
import { firstWatch, takeFirst } from '../page/watchFirst.ts';
import { takeCode, takesWatch, TakeSeenSchema } from '../page/watchTakes.ts';
import { showCameras, startPlayedBack } from '../room/cameraWall.ts';
import { signIn } from '../room/operatorDesk.ts';

const TILES = 9;
const ROUNDS = 4;
const SHOWN_WITHIN_MS = 6_000;
/** A camera that nobody looks at is let go after ten seconds: every round begins with cold ones. */
const COLD_AFTER_MS = 12_000;

/** From a tile's coming to its first picture, nine cold cameras at once, again and again. */
export const cameraFirst: Measurement = {
  figures: { 'camera.first_frame_p95_ms': { of: 'value', atMost: 1_500 } },
  async run(stage) {
    const urls = await startPlayedBack(stage, TILES);
    const { page, desk } = await showCameras(stage, urls, { first: 0 });
    await signIn(desk);
    await desk.evaluate(takesWatch, z.unknown());
    await page.evaluate(firstWatch, z.unknown());
    const times: number[] = [];
    let revision = 1;
    const take = async (source: object): Promise<void> => {
      ({ revision } = await desk.evaluate(takeCode(source, revision), TakeSeenSchema));
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      await take({ from: 'scene', sceneId: 'other' });
      await wait(SHOWN_WITHIN_MS);
      times.push(...(await page.evaluate(takeFirst, z.array(z.number()))));
      await take({ from: 'previous' });
      await wait(COLD_AFTER_MS);
    }
    if (times.length < TILES * ROUNDS) throw new Error(`only ${times.length} tiles showed a picture`);
    tell(
      `    p50 ${rounded(percentile(times, 0.5))}, worst ${rounded(percentile(times, 1))} ms of ${times.length}`,
    );
    return [
      { figure: 'camera.first_frame_p95_ms', value: percentile(times, 0.95), unit: 'ms', baseline: null },
    ];
  },
};
