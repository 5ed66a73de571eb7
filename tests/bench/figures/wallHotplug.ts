import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { tell, type Measurement } from '../harness/figure.ts';
import { percentile, rounded } from '../harness/statistics.ts';
import { prepareDemo } from '../room/demoWall.ts';
import { FULL, openHeads } from '../room/heads.ts';
import { startWall, type WallPage } from '../room/wallOnHeads.ts';

const TIMES = 50;
const WALLS = 4;
/** The map of the start scene hangs here: what its panel shows is to be seen elsewhere. */
const LOST = 2;
const PATIENCE_MS = 10_000;
/** A wall that has just come home is left alone for a moment. */
const REST_MS = 500;
const Moment = z.number();

/** Resolves (epoch ms) after the frame in which the map stood painted on this page's panel. */
const mapPainted = `new Promise((done) => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => done(Date.now());
  const look = () => {
    const tile = document.querySelector('.wall-tile:not(.unseen) [data-kind="map"]');
    const stands = tile && (tile.querySelector('h2')?.textContent ?? '') !== '' && tile.querySelector('canvas, svg');
    if (stands) channel.port2.postMessage(null);
    else requestAnimationFrame(look);
  };
  look();
})`;
const mapsHere = `document.querySelectorAll('.wall-tile:not(.unseen) [data-kind="map"]').length`;

function late(): Promise<number> {
  return wait(PATIENCE_MS, Infinity, { ref: false });
}

/** The panel's own window has painted, and nobody else shows its map any more. */
async function home(living: readonly WallPage[]): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const maps = await Promise.all(living.map(({ page }) => page.evaluate(mapsHere, Moment)));
    if (maps.every((count) => count === 0)) return;
    if (Date.now() > until) throw new Error('the map did not come home');
    await wait(50);
  }
}

/** The panel that shows the map is unplugged, and plugged in again, 50 times: until the map is painted on a living one. */
export const wallHotplug: Measurement = {
  figures: { 'wall.hotplug_ms': { of: 'value', atMost: 1_000 } },
  async run(stage) {
    const heads = await openHeads({ walls: WALLS, ...FULL });
    stage.later(() => heads.plug(LOST));
    const wall = await startWall(stage, await prepareDemo(stage));
    const pages = await (await wall.look()).painted(WALLS);
    const living = pages.filter(({ displays }) => displays !== `d${LOST}`);
    const times: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      await wait(REST_MS);
      const seen = Promise.any(living.map(({ page }) => page.evaluate(mapPainted, Moment)));
      const lostAt = Date.now();
      await heads.unplug(LOST);
      times.push((await Promise.race([seen, late()])) - lostAt);
      await heads.plug(LOST);
      await home(living);
    }
    const at = (share: number): number => rounded(percentile(times, share));
    const inTime = times.filter((ms) => ms <= 1_000).length;
    tell(`    p50 ${at(0.5)}, p95 ${at(0.95)}, worst ${at(1)} ms; ${inTime} of ${TIMES} within a second`);
    return [{ figure: 'wall.hotplug_ms', value: Math.max(...times), unit: 'ms', baseline: null }];
  },
};
