// Blank windows of a bare Electron, for comparison.
import { openStage } from '../harness/stage.ts';
import { startRaw, type RawApp } from '../raw/startRaw.ts';
import { headsFor } from './heads.ts';
import { openEyes, type Eyes } from './wallOnHeads.ts';

/** Runs `measure` on this many blank windows of this size, painted. */
export async function onBlankWindows<Result>(
  { windows, ...size }: { readonly windows: number; readonly widthPx: number; readonly heightPx: number },
  measure: (app: RawApp, eyes: Eyes, paintedAt: number) => Promise<Result> | Result,
): Promise<Result> {
  const stage = openStage();
  try {
    const env = await headsFor({ walls: windows, ...size });
    const app = startRaw(stage, { windows, ...size, env });
    const eyes = await openEyes(stage, app);
    const pages = await eyes.painted(windows);
    return await measure(app, eyes, Math.max(...pages.map(({ paintedAt }) => paintedAt)));
  } finally {
    await stage.end();
  }
}
