import { setTimeout as wait } from 'node:timers/promises';
import { gstreamerPresent } from '../../support/cameras/fleet.ts';
import { startReplayFleet, type ReplayFleet } from '../../support/cameras/replayFleet.ts';
import { tell, type Measurement } from '../harness/figure.ts';
import { percentile, rounded } from '../harness/statistics.ts';
import { showCameras, type Watched } from '../room/cameraWall.ts';

const TILES = 5;
/** Killed connections say so; a silent stall is seen only after 3 s without a packet. */
const OUTAGES = [
  { fault: 'kill', ms: 1_000 },
  { fault: 'stall', ms: 4_000 },
  { fault: 'kill', ms: 3_000 },
  { fault: 'stall', ms: 5_500 },
  { fault: 'kill', ms: 6_000 },
  { fault: 'stall', ms: 7_000 },
  { fault: 'kill', ms: 2_200 },
  { fault: 'stall', ms: 9_000 },
  { fault: 'kill', ms: 10_000 },
  { fault: 'stall', ms: 15_000 },
] as const;
const PATIENCE_MS = 10_000;
const SETTLE_MS = 3_000;
/** A reconnect that never came counts as this, ms. */
const NEVER_MS = 99_999;

/** Breaks all cameras for `ms` and mends them; resolves with the moment from which they could be had again. */
async function breakFor(
  fleet: ReplayFleet,
  watched: Watched,
  outage: (typeof OUTAGES)[number],
): Promise<number> {
  if (outage.fault === 'kill') await fleet.kill();
  else fleet.stall();
  await wait(outage.ms);
  await watched.shown();
  if (outage.fault === 'kill') await fleet.restart();
  else fleet.resume();
  return Date.now();
}

/** For each tile: from then to the first new picture that was painted, ms. */
async function firstPictures({ shown }: Watched, from: number): Promise<readonly number[]> {
  const first = Array.from({ length: TILES }, () => NEVER_MS);
  while (Date.now() < from + PATIENCE_MS && first.includes(NEVER_MS)) {
    (await shown()).forEach((rows, tile) => {
      const painted = rows.find(([, paintedAt]) => paintedAt >= from)?.[1];
      if (painted !== undefined && first[tile] === NEVER_MS) first[tile] = painted - from;
    });
    await wait(20);
  }
  return first;
}

/** Fifty reconnects, after kills and silent stalls of several lengths; the slowest of all counts. */
export const cameraReconnect: Measurement = {
  figures: { 'camera.reconnect_ms': { of: 'value', atMost: 2_000 } },
  async run(stage) {
    if (!gstreamerPresent()) throw new Error('no GStreamer here: no test cameras');
    const fleet = await startReplayFleet({ count: TILES, distinct: true });
    stage.later(() => fleet.stop());
    const watched = await showCameras(stage, fleet.urls);
    await firstPictures(watched, Date.now());
    const all: number[] = [];
    for (const outage of OUTAGES) {
      await wait(SETTLE_MS);
      const backAt = await breakFor(fleet, watched, outage);
      const times = await firstPictures(watched, backAt);
      tell(`    ${outage.fault}, ${outage.ms / 1_000} s: ${times.join(' ')} ms`);
      all.push(...times);
    }
    const within = all.filter((ms) => ms <= 2_000).length;
    tell(
      `    ${within} of ${all.length} within 2 s; p50 ${rounded(percentile(all, 0.5))} ms, p95 ${rounded(percentile(all, 0.95))} ms`,
    );
    return [{ figure: 'camera.reconnect_ms', value: Math.max(...all), unit: 'ms', baseline: null }];
  },
};
