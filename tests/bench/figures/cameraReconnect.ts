import { setTimeout as wait } from 'node:timers/promises';
import { tell, type Measurement } from '../harness/figure.ts';
import { median } from '../harness/statistics.ts';
import { startCameraWall, type CameraWall } from '../room/cameraWall.ts';

const OUTAGES_MS = [4_000, 15_000];
const REPEATS = 2;
const PATIENCE_MS = 20_000;
const SETTLE_MS = 3_000;

/** From the source listening again to the first picture drawn since, painted; ms. */
async function reconnect({ fleet, shown }: CameraWall, outageMs: number): Promise<number> {
  await fleet.kill();
  await wait(outageMs);
  await shown();
  await fleet.restart();
  const backAt = Date.now();
  while (Date.now() < backAt + PATIENCE_MS) {
    const first = (await shown()).flat().find(([drawnAt]) => drawnAt >= backAt - 1_000);
    if (first) return first[1] - backAt;
    await wait(20);
  }
  throw new Error(`no picture ${PATIENCE_MS / 1000} s after the camera was back`);
}

/** The slower of the outages, each the median of its repeats. */
export const cameraReconnect: Measurement = {
  figures: { 'camera.reconnect_ms': { of: 'value', atMost: 2_000 } },
  async run(stage) {
    const wall = await startCameraWall(stage, 1);
    const typical: number[] = [];
    for (const outageMs of OUTAGES_MS) {
      const times: number[] = [];
      for (let repeat = 0; repeat < REPEATS; repeat += 1) {
        times.push(await reconnect(wall, outageMs));
        await wait(SETTLE_MS);
      }
      tell(`    ${outageMs / 1000} s outage: ${times.join(', ')} ms`);
      typical.push(median(times));
    }
    return [{ figure: 'camera.reconnect_ms', value: Math.max(...typical), unit: 'ms', baseline: null }];
  },
};
