// A second machine: the same app as a console alone, on a screen of its own, with a line to the room's backend.
import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Page } from 'playwright';
import { startApp } from '../../config/appProcess.ts';
import { demoSiteFile, readSite, remoteSiteFile, writeSecrets, writeSite } from '../../config/roomFiles.ts';
import { profileDir } from '../../config/runtime.ts';
import { startHeads } from './heads.ts';
import type { Room } from './room.ts';

export type RemoteConsole = { readonly page: Page; readonly stop: () => Promise<void> };

const UP_WITHIN_MS = 30_000;

async function consolePage(url: string): Promise<{ page: Page; close: () => Promise<void> }> {
  const browser = await chromium.connectOverCDP(url);
  const deadline = Date.now() + UP_WITHIN_MS;
  for (;;) {
    const pages = browser.contexts().flatMap((context) => context.pages());
    const page = pages.find((one) => one.url().includes('/windows/console/'));
    if (page) return { page, close: () => browser.close() };
    if (Date.now() > deadline) throw new Error('the remote console did not come up');
    await wait(50);
  }
}

/** Opens it; everything it started ends with `stop()`, also when it does not come up. */
export async function openRemoteConsole(room: Room): Promise<RemoteConsole> {
  const ends: (() => unknown)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const heads = await startHeads({ count: 1 });
    ends.push(() => heads.stop());
    const profile = profileDir('remote');
    ends.push(() => rmSync(profile, { recursive: true, force: true }));
    writeSecrets(profile, { backendToken: room.consoleToken });
    const siteFile = writeSite({
      profile,
      backendUrl: room.backend().url,
      cameras: {},
      siteFile: remoteSiteFile,
      change: (site) => void (site['demonstrationPeople'] = readSite(demoSiteFile).demonstrationPeople),
    });
    const app = await startApp({ profile, siteFile, env: heads.env, debugging: true, supervised: true });
    ends.push(() => app.stop());
    const { page, close } = await consolePage(await app.devtools());
    ends.push(close);
    return { page, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
