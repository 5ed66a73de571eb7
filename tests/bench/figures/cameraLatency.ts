import { setTimeout as wait } from 'node:timers/promises';
import { tell, type Measurement } from '../harness/figure.ts';
import { openStage } from '../harness/stage.ts';
import { percentile, rounded } from '../harness/statistics.ts';
import type { Shown } from '../page/watchCameras.ts';
import { startCameraWall } from '../room/cameraWall.ts';
import { plainNames, shownByPlain } from '../room/videoWall.ts';
import { startFleet } from '../../support/cameras/fleet.ts';

const SETTLE_MS = 3_000;
/** A player of segments first gathers some. */
const PLAIN_SETTLE_MS = 12_000;
const WINDOW_MS = 10_000;

/** The p95 of the worst tile, from the camera's drawing to the painted frame, ms. */
function worstOf(name: string, shown: readonly Shown[]): number {
  const latencies = shown.map((rows) => rows.map(([drawnAt, paintedAt]) => paintedAt - drawnAt));
  const each = (share: number) =>
    latencies.map((one) => (one.length > 0 ? percentile(one, share) : Infinity));
  const perSecond = Math.min(...latencies.map((one) => one.length)) / (WINDOW_MS / 1000);
  tell(
    `    ${shown.length} tiles, ${name}: p50 ${each(0.5).join(' ')} ms, p95 ${each(0.95).join(' ')} ms, ` +
      `at least ${rounded(perSecond)} pictures/s`,
  );
  return Math.max(...each(0.95));
}

async function ours(tiles: number): Promise<number> {
  const stage = openStage();
  try {
    const wall = await startCameraWall(stage, tiles);
    await wait(SETTLE_MS);
    await wall.shown();
    await wait(WINDOW_MS);
    return worstOf('ours', await wall.shown());
  } finally {
    await stage.end();
  }
}

/** The same camera through a video server that cuts it into segments. */
async function theirs(player: 'hls' | 'videojs'): Promise<number> {
  const fleet = await startFleet({ count: 1 });
  try {
    const live = fleet.benchUrls[0] ?? '';
    const request = { player, tiles: 1, settleMs: PLAIN_SETTLE_MS, windowMs: WINDOW_MS, live };
    return worstOf(plainNames[player], await shownByPlain(request));
  } finally {
    await fleet.stop();
  }
}

/** From the camera's own clock in the picture to the painted frame: true glass to glass but for the glass. The baseline is hls.js. */
export const cameraLatency: Measurement = {
  figures: {
    'camera.latency_1_p95_ms': { of: 'value', atMost: 100 },
    'camera.latency_9_p95_ms': { of: 'value', atMost: 250 },
  },
  async run() {
    const one = await ours(1);
    const baseline = await theirs('hls');
    await theirs('videojs');
    return [
      { figure: 'camera.latency_1_p95_ms', value: one, unit: 'ms', baseline },
      { figure: 'camera.latency_9_p95_ms', value: await ours(9), unit: 'ms', baseline: null },
    ];
  },
};
