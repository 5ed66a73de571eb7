import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { gstreamerPresent, startFleet } from '../../support/cameras/fleet.ts';
import { tell, type Measurement } from '../harness/figure.ts';
import { openStage } from '../harness/stage.ts';
import { median } from '../harness/statistics.ts';
import { startFeed } from '../load/startFeed.ts';
import { benchKeys, createRoom, PROBE, UNIT, type Room, type Screen } from '../room/benchRoom.ts';
import { FULL } from '../room/heads.ts';
import { startWall, type WallPage } from '../room/wallOnHeads.ts';

const REPEATS = 3;
const FILL_MS = 6_000;
const PATIENCE_MS = 30_000;
const PER_SCREEN = 8;
const keys = benchKeys(2 * PER_SCREEN);
const cameraIds = ['cam-0', 'cam-1'];

const screens: readonly Screen[] = [
  ...[0, 1].map((screen): Screen => ({
    grid: [4, 2],
    panels: keys
      .slice(screen * PER_SCREEN, (screen + 1) * PER_SCREEN)
      .map((indicatorId) => ({ kind: 'indicator', indicatorId })),
  })),
  { grid: [1, 1], panels: [{ kind: 'map' }] },
  { grid: [2, 1], panels: cameraIds.map((cameraId) => ({ kind: 'camera', cameraId })) },
];

const Seen = z.object({ cameras: z.number(), maps: z.number() });
/** Runs in a page: its camera pictures that are live, and its maps that are painted whole. */
const seen = `({
  cameras: [...document.querySelectorAll('.wall-tile:not(.unseen) [data-kind="camera"] [role="figure"]')]
    .filter((one) => one.getAttribute('aria-label')?.includes('trực tiếp')).length,
  maps: document.querySelectorAll('.wall-tile:not(.unseen) .map[data-idle="true"]').length,
})`;

type Late = { readonly camerasMs: number; readonly mapMs: number };

/** How long after `from` (epoch ms) the pictures came that take longer than numbers. Throws when they never come. */
async function lateIn(pages: readonly WallPage[], from: number): Promise<Late> {
  let camerasMs: number | null = null;
  let mapMs: number | null = null;
  while (Date.now() < from + PATIENCE_MS) {
    const each = await Promise.all(pages.map(({ page }) => page.evaluate(seen, Seen)));
    const after = Math.max(0, Date.now() - from);
    if (each.reduce((sum, { cameras }) => sum + cameras, 0) === cameraIds.length) camerasMs ??= after;
    if (each.some(({ maps }) => maps > 0)) mapMs ??= after;
    if (camerasMs !== null && mapMs !== null) return { camerasMs, mapMs };
    await wait(20);
  }
  throw new Error(`cameras after ${String(camerasMs)} ms, map after ${String(mapMs)} ms`);
}

async function startOnce(room: Room, stayMs = 0): Promise<Late> {
  const stage = openStage();
  try {
    const pages = await (await (await startWall(stage, room)).look()).painted(screens.length);
    const late = await lateIn(pages, Math.max(...pages.map(({ paintedAt }) => paintedAt)));
    tell(`    cameras after ${late.camerasMs} ms, map after ${late.mapMs} ms`);
    await wait(stayMs);
    return late;
  } finally {
    await stage.end();
  }
}

/** A start out of the cache: what follows the wall's tile frames, for live pictures and a whole map. */
export const startPictures: Measurement = {
  figures: {
    'start.cameras_after_ms': { of: 'value', atMost: 2_000 },
    'start.map_after_ms': { of: 'value', atMost: 10_000 },
  },
  async run(stage) {
    if (!gstreamerPresent()) throw new Error('no GStreamer here: no test cameras');
    const fleet = await startFleet({ count: 1 });
    stage.later(() => fleet.stop());
    const feed = await startFeed(stage, { unit: UNIT, wallIds: ['main'], keys, probeKey: PROBE });
    feed.pace(100, 0);
    const cameras = Object.fromEntries(cameraIds.map((id, index) => [id, fleet.benchUrls[index] ?? '']));
    const room = await createRoom(stage, { screens, size: FULL, keys, backendUrl: feed.url, cameras });
    await startOnce(room, FILL_MS);
    const starts: Late[] = [];
    for (let repeat = 0; repeat < REPEATS; repeat += 1) starts.push(await startOnce(room));
    const middle = (of: (late: Late) => number): number => median(starts.map(of));
    return [
      {
        figure: 'start.cameras_after_ms',
        value: middle(({ camerasMs }) => camerasMs),
        unit: 'ms',
        baseline: null,
      },
      { figure: 'start.map_after_ms', value: middle(({ mapMs }) => mapMs), unit: 'ms', baseline: null },
    ];
  },
};
