// A whole room on virtual displays: X server, backend, cameras and the app, for demonstration, e2e tests and benches.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright';
import { startApp, type App } from '../../config/appProcess.ts';
import { newToken, startBackend, type Backend } from '../../config/referenceBackend.ts';
import { readProvince, writeSecrets, writeSite } from '../../config/roomFiles.ts';
import type { Grant } from '../../domain/access/model.ts';
import { profileDir } from '../../config/runtime.ts';
import { startFleet, type Fleet } from './cameras/fleet.ts';
import { startHeads, type Heads } from './heads.ts';

/** Cameras that are started for a room: entries of the site file, and how they end with the room. */
export type Sources = {
  readonly cameras: Readonly<Record<string, unknown>>;
  readonly stop: () => Promise<void>;
};

export type RoomRequest = {
  /** Wall displays; the console has one more. */
  readonly walls?: number;
  /** Size of every display; 1920×1080 unless told. */
  readonly size?: { readonly widthPx: number; readonly heightPx: number };
  /** Serials of the screens, the console's first; without them they say nothing of themselves. */
  readonly names?: readonly string[];
  readonly cameras?: number;
  /** Starts further cameras, which become the room's own by their ids. */
  readonly sources?: () => Promise<Sources>;
  /** Pictures a second of the test cameras. */
  readonly cameraFps?: number;
  /** Their pictures from one key picture to the next; one second unless told. */
  readonly cameraGop?: number;
  readonly pack?: string;
  /** Speed of the sample feed; 0 for none. */
  readonly pace?: number;
  /** Changes to the demonstration room's site file. */
  readonly site?: (site: Record<string, unknown>) => void;
  /** Without a backend the app starts as on a night with the network down. */
  readonly offline?: boolean;
  /** Ends what the test itself started for this room. */
  readonly end?: () => Promise<void>;
  readonly onStep?: (sentence: string) => void;
};

export type Room = {
  readonly heads: Heads;
  /** The one that runs now. */
  readonly app: App;
  readonly fleet: Fleet | undefined;
  readonly province: string;
  /** A token with which the province's own systems may bring data (`POST /ingest`). */
  readonly ingestToken: string;
  /** The token that the app itself came with. */
  readonly wallToken: string;
  /** A token for a console elsewhere. */
  readonly consoleToken: string;
  backend(): Backend;
  /** Ends the backend at once, as a power cut does. */
  killBackend(): Promise<void>;
  /** The same backend again: same folder and tokens; on the same port, or where the app cannot find it. */
  restoreBackend(where?: 'same-port' | 'elsewhere'): Promise<Backend>;
  /** Stops the app in order, lets `meanwhile` change what it finds, and starts it again on the same profile. */
  restartApp(meanwhile?: () => void): Promise<void>;
  console(): Promise<Page>;
  /** The wall windows in the order of their displays. */
  walls(): Promise<readonly Page[]>;
  wall(order: number): Promise<Page>;
  /** The wall windows that are there now, by the number of their display; nobody is waited for. */
  wallsNow(): Promise<ReadonlyMap<number, Page>>;
  /** Looks with new eyes: Playwright gives up a page for good when its process dies, the product does not. Old pages are closed. */
  lookAgain(): Promise<void>;
  stop(): Promise<void>;
};

const PROVINCE = 'thai-nguyen';
const WINDOWS_WITHIN_MS = 30_000;
/** A page whose process died or hangs never answers; a look that takes longer than this is given up, ms. */
const LOOK_MS = 5_000;

/** What was asked for, or undefined when it takes too long or fails. */
export function soonOrNot<Found>(asked: Promise<Found>, withinMs = LOOK_MS): Promise<Found | undefined> {
  return Promise.race([asked.catch(() => undefined), wait(withinMs, undefined, { ref: false })]);
}

/** Finds the app's windows over the debugging port; after a restart of the app it finds the new ones. */
function createViewer(appNow: () => App, walls: number) {
  let browser: Browser | undefined;
  let connectedTo = '';
  /** A page is of one display as long as it lives; one that hangs cannot say so again. */
  const orders = new WeakMap<Page, number>();

  async function pages(): Promise<readonly Page[]> {
    const url = await appNow().devtools();
    if (browser === undefined || !browser.isConnected() || connectedTo !== url) {
      browser = await chromium.connectOverCDP(url, { timeout: LOOK_MS });
      connectedTo = url;
      for (const context of browser.contexts()) context.setDefaultTimeout(WINDOWS_WITHIN_MS);
    }
    return browser.contexts().flatMap((context) => context.pages());
  }

  async function until<Found>(what: string, look: () => Promise<Found | undefined>): Promise<Found> {
    const deadline = Date.now() + WINDOWS_WITHIN_MS;
    for (;;) {
      const found = await soonOrNot(look(), 2 * LOOK_MS);
      if (found !== undefined) return found;
      if (Date.now() > deadline) throw new Error(`${what} did not come up\n${appNow().log().slice(-1_500)}`);
      await wait(50);
    }
  }

  async function orderOf(page: Page): Promise<number> {
    const known = orders.get(page);
    if (known !== undefined) return known;
    const id = await page
      .locator('[data-display]')
      .first()
      .getAttribute('data-display', { timeout: LOOK_MS });
    const order = Number(id?.slice(1));
    if (order > 0) orders.set(page, order);
    return order;
  }

  async function close(): Promise<void> {
    const old = browser;
    browser = undefined;
    if (old !== undefined) await soonOrNot(old.close());
  }

  return {
    console: () =>
      until('the console', async () =>
        (await pages()).find((page) => page.url().includes('/windows/console/')),
      ),
    walls: () =>
      until('the wall windows', async () => {
        const found = (await pages()).filter((page) => page.url().includes('/windows/wall/'));
        if (found.length < walls) return undefined;
        const ordered = await Promise.all(found.map(async (page) => ({ page, order: await orderOf(page) })));
        return ordered.sort((a, b) => a.order - b.order).map(({ page }) => page);
      }),
    async present() {
      const found = (await pages()).filter((page) => page.url().includes('/windows/wall/'));
      const numbers = await Promise.all(found.map((page) => orderOf(page).catch(() => undefined)));
      return new Map(
        found.flatMap((page, index) => (numbers[index] ? [[numbers[index], page] as const] : [])),
      );
    },
    close,
  };
}

/** Brings a room up; everything it started ends with `stop()`, also when bringing it up fails. */
export async function openRoom(request: RoomRequest = {}): Promise<Room> {
  const { walls = 4, cameras = 0, pace = 1, onStep = () => undefined } = request;
  const ends: (() => Promise<unknown> | undefined)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  if (request.end) ends.push(request.end);
  try {
    onStep(`máy chủ X với ${walls + 1} màn hình`);
    const heads = await startHeads({
      count: walls + 1,
      ...request.size,
      ...(request.names === undefined ? {} : { names: request.names }),
    });
    ends.push(() => heads.stop());

    const dataDir = mkdtempSync(join(tmpdir(), 'toan-canh-backend-'));
    ends.push(async () => rmSync(dataDir, { recursive: true, force: true }));
    const [wallToken, ingestToken, consoleToken] = [newToken(), newToken(), newToken()];
    const { unit, cameras: known } = readProvince(PROVINCE);
    const tokens: Record<string, Grant> = {
      [wallToken]: { role: 'wall', unit, wallIds: ['main'] },
      [ingestToken]: { role: 'ingest', unit, wallIds: [] },
      [consoleToken]: { role: 'console', unit, wallIds: ['main'] },
    };
    const startOne = (port: number): Promise<Backend> =>
      startBackend({ province: PROVINCE, dataDir, tokens, port, args: ['--pace', String(pace)] });
    onStep('máy chủ mẫu của tỉnh');
    let backend = await startOne(0);
    const { port } = backend;
    ends.push(() => backend.stop());
    if (request.offline === true) await backend.stop();

    const { cameraFps: fps, cameraGop: gop } = request;
    const rates = { ...(fps !== undefined && { fps }), ...(gop !== undefined && { gop }) };
    const fleet = cameras > 0 ? await startFleet({ count: cameras, ...rates }) : undefined;
    if (fleet) {
      onStep(`${cameras} camera RTSP`);
      ends.push(() => fleet.stop());
    }

    const sources = await request.sources?.();
    if (sources) ends.push(() => sources.stop());

    const profile = profileDir('room');
    ends.push(async () => rmSync(profile, { recursive: true, force: true }));
    writeSecrets(profile, { backendToken: wallToken });
    const urls = Object.fromEntries(
      (fleet?.urls ?? []).map((url, index) => [known[index]?.id ?? `cam-${index}`, url]),
    );
    const siteFile = writeSite({
      profile,
      backendUrl: backend.url,
      cameras: urls,
      change(site) {
        if (sources) site['cameras'] = sources.cameras;
        request.site?.(site);
      },
    });
    onStep('ứng dụng');
    const pack = request.pack === undefined ? {} : { pack: request.pack };
    const startIt = (): Promise<App> =>
      startApp({ profile, siteFile, env: heads.env, debugging: true, supervised: true, ...pack });
    let app = await startIt();
    ends.push(() => app.stop());
    const viewer = createViewer(() => app, walls);
    ends.push(() => viewer.close());

    return {
      heads,
      get app() {
        return app;
      },
      fleet,
      province: PROVINCE,
      ingestToken,
      wallToken,
      consoleToken,
      backend: () => backend,
      async killBackend() {
        backend.kill();
        await backend.ended;
      },
      async restoreBackend(where = 'same-port') {
        return (backend = await startOne(where === 'same-port' ? port : 0));
      },
      async restartApp(meanwhile = () => undefined) {
        await app.stop();
        meanwhile();
        app = await startIt();
      },
      console: viewer.console,
      walls: viewer.walls,
      async wall(order) {
        const page = (await viewer.walls())[order - 1];
        if (page === undefined) throw new Error(`no wall display ${order}`);
        return page;
      },
      wallsNow: viewer.present,
      lookAgain: viewer.close,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
