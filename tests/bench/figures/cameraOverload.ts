import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { tell, type Measurement } from '../harness/figure.ts';
import { rounded } from '../harness/statistics.ts';
import { showCameras, startPlayedBack } from '../room/cameraWall.ts';
import { plainNames, shownByPlain } from '../room/videoWall.ts';

const TILES = 36;
const SIDE = 8;
const LARGE = 4;
const PER_SECOND = 25;
/** The budget is found, and what is shed has settled. */
const SETTLE_MS = 25_000;
const WINDOW_MS = 12_000;

const Budget = z.object({ value: z.object({ levels: z.record(z.string(), z.number()), busy: z.number() }) });

/** The tile that is looked at stands large, all others small around it. */
function places(): readonly (readonly [number, number, number, number])[] {
  const small = Array.from({ length: SIDE * SIDE }, (_, cell) => [cell % SIDE, Math.floor(cell / SIDE)])
    .filter(([column = 0, row = 0]) => column >= LARGE || row >= LARGE)
    .map(([column = 0, row = 0]) => [column, row, 1, 1] as const);
  return [[0, 0, LARGE, LARGE] as const, ...small].slice(0, TILES);
}

const share = (pictures: number): number => (100 * pictures * 1_000) / (PER_SECOND * WINDOW_MS);

/** Many more cameras than this machine can show: how many of its pictures the tile keeps that is looked at. */
export const cameraOverload: Measurement = {
  figures: { 'camera.focus_frames': { of: 'value', atLeast: 95 } },
  async run(stage) {
    const urls = await startPlayedBack(stage, TILES);
    const wall = await showCameras(stage, urls, { layout: { grid: [SIDE, SIDE], places: places() } });
    await wait(SETTLE_MS);
    await wall.shown();
    await wait(WINDOW_MS);
    const [first = [], ...others] = await wall.shown();
    const answer = await wall.desk.evaluate(`window.ioc.call('cameras.budget', {})`, Budget);
    const { levels, busy } = answer.value;
    const mean = others.reduce((sum, rows) => sum + rows.length, 0) / others.length;
    tell(
      `    ours: looked at ${rounded(share(first.length))} %, others ${rounded(share(mean))} % of their pictures; ` +
        `levels ${JSON.stringify(levels)}, machine ${rounded(100 * busy)} % busy`,
    );
    await stage.end();
    const plain = await shownByPlain({ player: 'hls', tiles: TILES, settleMs: 15_000, windowMs: WINDOW_MS });
    const baseline = share(plain[0]?.length ?? 0);
    tell(`    ${plainNames.hls}: the first of ${plain.length} tiles ${rounded(baseline)} %`);
    return [{ figure: 'camera.focus_frames', value: share(first.length), unit: '%', baseline }];
  },
};
