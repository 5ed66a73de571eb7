import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { tell, type Measurement } from '../harness/figure.ts';
import { pssMb } from '../harness/processes.ts';
import { openStage } from '../harness/stage.ts';
import { median, rounded } from '../harness/statistics.ts';
import { startFeed, type Feed } from '../load/startFeed.ts';
import { still } from '../page/takeStill.ts';
import { benchKeys, createRoom, PROBE, UNIT, type Screen } from '../room/benchRoom.ts';
import { appProcesses, kindOf, rendererPids } from '../room/family.ts';
import { SMALL } from '../room/heads.ts';
import { onRawWindows } from '../room/rawWall.ts';
import { rendererOf } from '../room/rendererOf.ts';
import { startWall } from '../room/wallOnHeads.ts';

const TILES = 20;
const SETTLE_MS = 8_000;
/** Charts and figures have been drawn by then. */
const STILL_AFTER_MS = 3_000;
/** Memory comes and goes with every collection: the median of several looks. */
const LOOKS = 5;
const LOOK_EVERY_MS = 2_500;
const keys = benchKeys(8 * TILES);
const emptyScreen: Screen = { grid: [1, 1], panels: [{ kind: 'clock' }] };

function indicatorScreen(window: number): Screen {
  const own = keys.slice(window * TILES, (window + 1) * TILES);
  return { grid: [5, 4], panels: own.map((indicatorId) => ({ kind: 'indicator', indicatorId })) };
}

const sum = (parts: readonly { readonly mb: number }[]): number => parts.reduce((all, { mb }) => all + mb, 0);

/** PSS, MB: all processes of the app, and the same without the console's page. */
type Size = { readonly all: number; readonly withoutConsole: number };

async function settledMb(pid: number, console?: number): Promise<Size> {
  await wait(SETTLE_MS);
  const looks: Size[] = [];
  for (let look = 1; look <= LOOKS; look += 1) {
    await wait(LOOK_EVERY_MS);
    const each = [...appProcesses(pid)].map((one) => ({
      kind: one === console ? 'console' : kindOf(one),
      mb: pssMb(one),
    }));
    looks.push({ all: sum(each), withoutConsole: sum(each.filter(({ kind }) => kind !== 'console')) });
    if (look === LOOKS) tell(`    ${each.map(({ kind, mb }) => `${kind} ${rounded(mb)}`).join(', ')} MB`);
  }
  return {
    all: median(looks.map(({ all }) => all)),
    withoutConsole: median(looks.map(({ withoutConsole }) => withoutConsole)),
  };
}

async function wallMb(feed: Feed, screens: readonly Screen[]): Promise<Size & { readonly still: string }> {
  const stage = openStage();
  try {
    const wall = await startWall(
      stage,
      await createRoom(stage, { screens, size: SMALL, keys, backendUrl: feed.url }),
    );
    const eyes = await wall.look();
    const [first] = await eyes.painted(screens.length);
    await wait(STILL_AFTER_MS);
    const picture = (await first?.page.evaluate(still, z.string())) ?? '';
    const pid = wall.app.pid();
    const console = await rendererOf(await eyes.consolePage(), rendererPids(pid));
    eyes.browser.close();
    return { ...(await settledMb(pid, console)), still: picture };
  } finally {
    await stage.end();
  }
}

/**
 * What the product needs before it shows anything (shell, core and a wall window: the console's page is no part of it), and
 * what each further window of indicators adds to the whole: beside it what a window adds that shows the very same picture
 * as a page without any script.
 */
export const memory: Measurement = {
  figures: {
    'memory.base_mb': { of: 'value', atMost: 300 },
    'memory.window_mb': { of: 'value', atMost: 20 },
  },
  async run(stage) {
    const feed = await startFeed(stage, { unit: UNIT, wallIds: ['main'], keys, probeKey: PROBE });
    feed.pace(200, 5);
    const base = await wallMb(feed, [emptyScreen]);
    const one = await wallMb(feed, [indicatorScreen(0)]);
    const eight = await wallMb(
      feed,
      Array.from({ length: 8 }, (_, window) => indicatorScreen(window)),
    );
    const rawMb = (windows: number, page?: string) =>
      onRawWindows({ windows, ...SMALL, ...(page !== undefined && { still: page }) }, (app, eyes) => {
        eyes.browser.close();
        return settledMb(app.pid());
      });
    const blank = await rawMb(1);
    const stillOne = await rawMb(1, one.still);
    const stillEight = await rawMb(8, one.still);
    return [
      { figure: 'memory.base_mb', value: base.withoutConsole, unit: 'MB', baseline: blank.all },
      {
        figure: 'memory.window_mb',
        value: (eight.all - one.all) / 7,
        unit: 'MB',
        baseline: (stillEight.all - stillOne.all) / 7,
      },
    ];
  },
};
