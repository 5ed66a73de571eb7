// The same number of tiles in a bare Electron, each with a plain player of its own: what the product is compared with.
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { openStage } from '../harness/stage.ts';
import { startVideoServer } from '../load/videoServer.ts';
import { cameraWatch, Pictures, takePictures, type Shown } from '../page/watchCameras.ts';
import { startRaw } from '../raw/startRaw.ts';
import { FULL, headsFor } from './heads.ts';
import { openEyes } from './wallOnHeads.ts';

export type PlainPlayer = 'mp4' | 'hls' | 'videojs';

export const plainNames: Readonly<Record<PlainPlayer, string>> = {
  mp4: 'plain MP4',
  hls: 'hls.js',
  videojs: 'video.js',
};

/** What plain players have shown in `windowMs`, by tile; of the clip, or of a live camera. */
export async function shownByPlain(request: {
  readonly player: PlainPlayer;
  readonly tiles: number;
  readonly settleMs: number;
  readonly windowMs: number;
  readonly live?: string;
}): Promise<readonly Shown[]> {
  const { player, tiles, settleMs, windowMs, live } = request;
  const stage = openStage();
  try {
    const { base, liveUrl } = await startVideoServer(stage, live);
    const query = { player, base, tiles: String(tiles), ...(live === undefined ? {} : { live: liveUrl }) };
    const app = startRaw(stage, {
      windows: 1,
      ...FULL,
      page: 'videos.html',
      url: String(new URLSearchParams(query)),
      env: await headsFor({ walls: 1, ...FULL }),
    });
    const [wall] = await (await openEyes(stage, app)).painted(1);
    if (wall === undefined) throw new Error('no window');
    await wall.page.evaluate(cameraWatch, z.unknown());
    await wait(settleMs);
    await wall.page.evaluate(takePictures, Pictures);
    await wait(windowMs);
    return await wall.page.evaluate(takePictures, Pictures);
  } finally {
    await stage.end();
  }
}
