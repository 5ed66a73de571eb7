import { setTimeout as wait } from 'node:timers/promises';
import { tell, type Measurement } from '../harness/figure.ts';
import { openStage } from '../harness/stage.ts';
import { percentile, rounded } from '../harness/statistics.ts';
import { startCameraWall } from '../room/cameraWall.ts';

const SETTLE_MS = 3_000;
const WINDOW_MS = 10_000;

/** The p95 of the worst of `tiles` tiles, from the camera's drawing to the painted frame, ms. */
async function worstLatency(tiles: number): Promise<number> {
  const stage = openStage();
  try {
    const wall = await startCameraWall(stage, tiles);
    await wait(SETTLE_MS);
    await wall.shown();
    await wait(WINDOW_MS);
    const latencies = (await wall.shown()).map((rows) =>
      rows.map(([drawnAt, paintedAt]) => paintedAt - drawnAt),
    );
    const each = (share: number) => latencies.map((one) => percentile(one, share));
    const perSecond = Math.min(...latencies.map((one) => one.length)) / (WINDOW_MS / 1000);
    tell(
      `    ${tiles} tiles: p50 ${each(0.5).join(' ')} ms, p95 ${each(0.95).join(' ')} ms, at least ${rounded(perSecond)} pictures/s`,
    );
    return Math.max(...each(0.95));
  } finally {
    await stage.end();
  }
}

/** From the camera's own clock in the picture to the painted frame: true glass to glass but for the glass. */
export const cameraLatency: Measurement = {
  figures: {
    'camera.latency_1_p95_ms': { of: 'value', atMost: 150 },
    'camera.latency_9_p95_ms': { of: 'value', atMost: 250 },
  },
  async run() {
    return [
      { figure: 'camera.latency_1_p95_ms', value: await worstLatency(1), unit: 'ms', baseline: null },
      { figure: 'camera.latency_9_p95_ms', value: await worstLatency(9), unit: 'ms', baseline: null },
    ];
  },
};
