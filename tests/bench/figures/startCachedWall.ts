import { setTimeout as wait } from 'node:timers/promises';
import { tell, type Measurement } from '../harness/figure.ts';
import { openStage, type Stage } from '../harness/stage.ts';
import { median } from '../harness/statistics.ts';
import type { Room } from '../room/benchRoom.ts';
import { onRawWindows } from '../room/rawWall.ts';
import { DEMO_WINDOWS, prepareDemo } from '../room/demoWall.ts';
import { FULL } from '../room/heads.ts';
import { startWall } from '../room/wallOnHeads.ts';

const REPEATS = 5;
/** Readings are written once a second; some seconds of them make a wall worth caching. */
const FILL_MS = 6_000;

async function firstStart(room: Room): Promise<void> {
  const stage = openStage();
  try {
    const wall = await startWall(stage, room);
    await (await wall.look()).painted(DEMO_WINDOWS);
    await wait(FILL_MS);
  } finally {
    await stage.end();
  }
}

/** From the spawn of Electron to the last of the wall's tile frames, ms. */
async function startOnce(room: Room): Promise<number> {
  const stage = openStage();
  try {
    const wall = await startWall(stage, room);
    const pages = await (await wall.look()).painted(DEMO_WINDOWS);
    const times = pages.map(({ paintedAt }) => paintedAt - wall.app.startedAt());
    tell(`    ${times.join(', ')} ms`);
    return Math.max(...times);
  } finally {
    await stage.end();
  }
}

async function repeated(times: number, once: () => Promise<number>): Promise<number> {
  const results: number[] = [];
  for (let repeat = 0; repeat < times; repeat += 1) results.push(await once());
  return median(results);
}

/** The wall out of the cache, no line to the province: how long a room stays dark. */
export const startCachedWall: Measurement = {
  figures: { 'start.cached_wall_ms': { of: 'value', atMost: 1_500 } },
  async run(stage: Stage) {
    const room = await prepareDemo(stage);
    await firstStart(room);
    await room.backend.stop();
    const value = await repeated(REPEATS, () => startOnce(room));
    const blank = await repeated(3, () =>
      onRawWindows(
        { windows: DEMO_WINDOWS, ...FULL },
        (app, _eyes, paintedAt) => paintedAt - app.startedAt(),
      ),
    );
    return [{ figure: 'start.cached_wall_ms', value, unit: 'ms', baseline: blank }];
  },
};
