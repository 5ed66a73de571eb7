import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { tell } from '../harness/figure.ts';
import type { WallPage } from './wallOnHeads.ts';

const PATIENCE_MS = 30_000;
const PaintedAt = z.number().nullable();

/** From a moment (epoch ms) to the window's next whole picture, ms. A page that is dead or hangs is asked again. */
export async function paintedAgain({ page, displays }: WallPage, since: number): Promise<number> {
  while (Date.now() < since + PATIENCE_MS) {
    const asked = page.evaluate('window.benchPainted?.at ?? null', PaintedAt).catch(() => null);
    const paintedAt = await Promise.race([asked, wait(100, null)]);
    if (paintedAt !== null && paintedAt > since) {
      tell(`    window ${displays}: ${paintedAt - since} ms`);
      return paintedAt - since;
    }
    await wait(20);
  }
  throw new Error(`window ${displays} did not come back`);
}
