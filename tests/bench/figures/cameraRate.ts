import { setTimeout as wait } from 'node:timers/promises';
import { tell, type Measured, type Measurement } from '../harness/figure.ts';
import { openStage } from '../harness/stage.ts';
import { rounded } from '../harness/statistics.ts';
import type { Shown } from '../page/watchCameras.ts';
import { showCameras, startPlayedBack } from '../room/cameraWall.ts';
import { plainNames, shownByPlain, type PlainPlayer } from '../room/videoWall.ts';

const SETTLE_MS = 6_000;
const WINDOW_MS = 10_000;

/** Pictures per second of each tile, counted from the frame numbers that were seen. */
const rates = (shown: readonly Shown[]): readonly number[] =>
  shown.map((rows) => (rows.length * 1_000) / WINDOW_MS);

function told(name: string, all: readonly number[]): number {
  const worst = all.length > 0 ? Math.min(...all) : 0;
  const mean = all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);
  tell(`    ${all.length} tiles, ${name}: worst ${rounded(worst)}, mean ${rounded(mean)} pictures/s`);
  return worst;
}

async function ours(tiles: number): Promise<number> {
  const stage = openStage();
  try {
    const { shown } = await showCameras(stage, await startPlayedBack(stage, tiles));
    await wait(SETTLE_MS);
    await shown();
    await wait(WINDOW_MS);
    return told('ours, live over RTSP', rates(await shown()));
  } finally {
    await stage.end();
  }
}

async function theirs(player: PlainPlayer, tiles: number): Promise<number> {
  const shown = await shownByPlain({ player, tiles, settleMs: SETTLE_MS, windowMs: WINDOW_MS });
  return told(`${plainNames[player]}, a recording over HTTP`, rates(shown));
}

/** The worst tile's rate, beside players that may buffer the same pictures as far ahead as they like; the baseline is hls.js. */
async function rateOf(tiles: number): Promise<Measured> {
  const value = await ours(tiles);
  const baseline = await theirs('hls', tiles);
  await theirs('videojs', tiles);
  await theirs('mp4', tiles);
  return { figure: `camera.fps_${tiles}`, value, unit: 'pictures/s', baseline };
}

/** 640×352 at 25 pictures a second, decoded and painted by the processor, every tile with a camera of its own. */
export const cameraRate: Measurement = {
  figures: {
    'camera.fps_9': { of: 'value', atLeast: 24 },
    'camera.fps_16': { of: 'value', atLeast: 20 },
  },
  async run() {
    return [await rateOf(9), await rateOf(16)];
  },
};
