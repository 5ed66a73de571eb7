// The shipped app, started as the product starts it, and the pages of its wall.
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { packedApp } from '../../../config/packed.ts';
import { startApp, type App } from '../../../config/appProcess.ts';
import { connect, type Browser, type Page } from '../harness/cdp.ts';
import type { Stage } from '../harness/stage.ts';
import { paintedWatch } from '../page/watchPainted.ts';
import type { Room } from './benchRoom.ts';

const PATIENCE_MS = 40_000;
export type WallApp = {
  readonly app: App;
  /** Looks at the Electron that runs now; ask again after a restart. */
  look(): Promise<Eyes>;
};

let packed: ReturnType<typeof packedApp> | undefined;

/** The shipped app; looked for once, so that every figure of a run is of the same one. */
export function shippedApp(): ReturnType<typeof packedApp> {
  packed ??= packedApp();
  return packed;
}

/** Starts the packed product on a room. */
export async function startWall(stage: Stage, { profile, siteFile, env }: Room): Promise<WallApp> {
  const program = await shippedApp();
  const app = await startApp({ program, profile, siteFile, env, debugging: true, supervised: true });
  stage.later(() => app.stop());
  return { app, look: () => openEyes(stage, app) };
}

export type Eyes = {
  readonly browser: Browser;
  /** The pages of the wall once there are this many, each by its windowed place; every tile painted. */
  painted(count: number): Promise<readonly WallPage[]>;
  consolePage(): Promise<Page>;
};
export type WallPage = {
  readonly page: Page;
  readonly href: string;
  readonly displays: string;
  readonly paintedAt: number;
};

const State = z.object({ href: z.string(), displays: z.string(), paintedAt: z.number().nullable() });
const state = `({
  href: location.href,
  displays: [...document.querySelectorAll('[data-display]')].map((one) => one.dataset.display).join(),
  paintedAt: window.benchPainted?.at ?? null,
})`;

/** Connects as soon as the app listens and follows every page from its first moment. */
export async function openEyes(stage: Stage, app: Pick<App, 'devtools' | 'log'>): Promise<Eyes> {
  const browser = await connect(await app.devtools());
  stage.later(() => browser.close());
  const pages: Page[] = [];
  await browser.followPages((page) => {
    pages.push(page);
    // A page may go again at once; then nobody needs the watch.
    page.send('Page.enable').catch(() => undefined);
    page.send('Page.addScriptToEvaluateOnNewDocument', { source: paintedWatch }).catch(() => undefined);
    page.evaluate(paintedWatch, z.unknown()).catch(() => undefined);
  });
  return {
    browser,
    painted: (count) => paintedWall(pages, count, app.log),
    consolePage: () => consoleOf(pages),
  };
}

/** The console follows when the wall has painted. */
async function consoleOf(pages: readonly Page[]): Promise<Page> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await wait(50)) {
    const hrefs = await Promise.all(
      pages.map((page) => page.evaluate('location.href', z.string()).catch(() => '')),
    );
    const found = pages.find((_page, index) => hrefs[index]?.includes('/windows/console/'));
    if (found !== undefined) return found;
  }
  throw new Error('the app has no console');
}

async function paintedWall(
  pages: readonly Page[],
  count: number,
  log: () => string,
): Promise<readonly WallPage[]> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const seen = await Promise.all(
      pages.map(async (page) => ({ page, ...(await page.evaluate(state, State).catch(() => blind)) })),
    );
    const done = seen.filter(isPainted).filter(({ href }) => !href.includes('/windows/console/'));
    if (done.length >= count) return done.sort((a, b) => a.displays.localeCompare(b.displays));
    if (Date.now() > until) {
      const found = seen
        .map(({ href, displays, paintedAt }) => `${href} ${displays} ${String(paintedAt)}`)
        .join('\n');
      throw new Error(
        `only ${done.length} of ${count} wall windows are painted:\n${found}\n${log().slice(-3_000)}`,
      );
    }
    await wait(50);
  }
}

const blind: z.infer<typeof State> = { href: 'gone', displays: '', paintedAt: null };

function isPainted<Seen extends { paintedAt: number | null }>(
  seen: Seen,
): seen is Seen & { paintedAt: number } {
  return seen.paintedAt !== null;
}
