// Windows of a bare Electron, for comparison: blank ones, or with a page of their own.
import { openStage } from '../harness/stage.ts';
import { startRaw, type RawApp, type RawRequest } from '../raw/startRaw.ts';
import { headsFor } from './heads.ts';
import { openEyes, type Eyes } from './wallOnHeads.ts';

/** Runs `measure` on such windows, painted. */
export async function onRawWindows<Result>(
  request: Omit<RawRequest, 'env'>,
  measure: (app: RawApp, eyes: Eyes, paintedAt: number) => Promise<Result> | Result,
): Promise<Result> {
  const stage = openStage();
  try {
    const { windows, ...size } = request;
    const env = await headsFor({ walls: windows, ...size });
    const app = startRaw(stage, { ...request, env });
    const eyes = await openEyes(stage, app);
    const pages = await eyes.painted(windows);
    return await measure(app, eyes, Math.max(...pages.map(({ paintedAt }) => paintedAt)));
  } finally {
    await stage.end();
  }
}
