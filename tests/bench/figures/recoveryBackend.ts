import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Grant } from '../../../domain/access/model.ts';
import type { Ingest } from '../../../domain/contract/wire.ts';
import { newToken, startBackend, type Backend } from '../../../config/referenceBackend.ts';
import { profileDir } from '../../../config/runtime.ts';
import { tell, type Measurement } from '../harness/figure.ts';
import type { Stage } from '../harness/stage.ts';
import { median } from '../harness/statistics.ts';
import { probeValue } from '../load/probe.ts';
import { createRoom, PROBE, UNIT } from '../room/benchRoom.ts';
import { FULL } from '../room/heads.ts';
import { firstNews, probeKeys, probeScreens, watchedPages } from '../room/probeWall.ts';
import { startWall, type WallPage } from '../room/wallOnHeads.ts';

const REPEATS = 5;
/** How long the province is away, ms. */
const AWAY_MS = 3_000;
/** The province has something new to say this often, ms: no older is what a window is told when the line is back. */
const NEWS_EVERY_MS = 20;

type Province = {
  readonly url: string;
  readonly token: string;
  again(): Promise<void>;
  kill(): Promise<void>;
};

function news(): Ingest['items'][number] {
  const asOf = Date.now();
  const body = {
    type: 'indicators.reading' as const,
    key: PROBE,
    value: probeValue(asOf),
    provenance: 'live' as const,
  };
  return { kind: 'reading', topic: `indicators/${UNIT}`, asOf, body };
}

/** The reference backend, which tells something new all the time while it lives. */
async function openProvince(stage: Stage): Promise<Province> {
  const [wall, ingest] = [newToken(), newToken()];
  const dataDir = profileDir('bench-backend');
  const tokens: Record<string, Grant> = {
    [wall]: { role: 'wall', unit: UNIT, wallIds: ['main'] },
    [ingest]: { role: 'ingest', unit: UNIT, wallIds: [] },
  };
  let port = 0;
  let backend: Backend | undefined;
  stage.later(async () => {
    await backend?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function tellNews(to: Backend): Promise<void> {
    const headers = { authorization: `Bearer ${ingest}`, 'content-type': 'application/json' };
    while (backend === to) {
      const body = JSON.stringify({ items: [news()] });
      await fetch(`http://127.0.0.1:${to.port}/ingest`, { method: 'POST', headers, body }).catch(
        () => undefined,
      );
      await wait(NEWS_EVERY_MS, undefined, { ref: false });
    }
  }

  async function again(): Promise<void> {
    const started = await startBackend({
      province: 'thai-nguyen',
      dataDir,
      tokens,
      port,
      args: ['--pace', '0'],
    });
    backend = started;
    port = started.port;
    void tellNews(started);
  }

  await again();
  return {
    url: `ws://127.0.0.1:${port}/`,
    token: wall,
    again,
    async kill() {
      const dying = backend;
      backend = undefined;
      dying?.kill('SIGKILL');
      await dying?.ended;
    },
  };
}

async function killOnce(province: Province, pages: readonly WallPage[]): Promise<number> {
  await Promise.all(pages.map((page) => firstNews(page, Date.now())));
  await province.kill();
  const killedAt = Date.now();
  await wait(AWAY_MS);
  await province.again();
  const first = await Promise.all(pages.map((page) => firstNews(page, killedAt)));
  const connectedAt = Math.min(...first.map(({ sentAt }) => sentAt));
  const times = first.map(({ paintedAt }) => paintedAt - connectedAt);
  tell(`    ${times.join(', ')} ms`);
  return Math.max(...times);
}

/**
 * kill -9 of the backend, which comes back: from the reconnection until the last window has painted what the province says
 * now, ms. The line is back no sooner than the oldest value was sent that a window painted first.
 */
export const recoveryBackend: Measurement = {
  figures: { 'recovery.backend_ms': { of: 'value', atMost: 1_000 } },
  async run(stage) {
    const province = await openProvince(stage);
    const room = await createRoom(stage, {
      screens: probeScreens,
      size: FULL,
      keys: probeKeys,
      backendUrl: province.url,
      token: province.token,
    });
    const pages = await watchedPages(await startWall(stage, room));
    const times: number[] = [];
    for (let repeat = 0; repeat < REPEATS; repeat += 1) times.push(await killOnce(province, pages));
    return [{ figure: 'recovery.backend_ms', value: median(times), unit: 'ms', baseline: null }];
  },
};
