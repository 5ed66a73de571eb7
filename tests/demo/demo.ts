// `npm run demo -- --displays N --out DIR`: the whole product unattended on N virtual wall displays and one for the
// console; pictures of all of them, and one JSON line that says what was really painted.
import { cpSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runtime } from '../../config/runtime.ts';
import { openRoom } from '../support/room.ts';
import { runShow, type ShowResult } from './show.ts';

const { values: flags } = parseArgs({
  options: {
    displays: { type: 'string', default: '4' },
    out: { type: 'string', default: 'anh-man-hinh' },
    pack: { type: 'string' },
  },
});
const displays = Number(flags.displays);
const tell = (sentence: string): void => void process.stderr.write(`• ${sentence}\n`);

async function main(): Promise<ShowResult> {
  if (!Number.isInteger(displays) || displays < 1 || displays > 15) {
    throw new Error(`--displays cần một số từ 1 đến 15, không phải «${flags.displays}»`);
  }
  const out = resolve(flags.out);
  mkdirSync(out, { recursive: true });
  const room = await openRoom({
    walls: displays,
    cameras: 10,
    cameraFps: 12,
    onStep: tell,
    ...(flags.pack === undefined ? {} : { pack: flags.pack }),
  });
  const stop = (): void => void room.stop().then(() => process.exit(1));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    return await runShow({ room, displays, picture: (name) => join(out, name), tell });
  } catch (error) {
    await room.heads.screenshot(join(out, 'desktop.png'));
    cpSync(join(room.app.profile, 'logs'), join(out, 'logs'), { recursive: true });
    throw error;
  } finally {
    await room.stop();
  }
}

let result: ShowResult | undefined;
const errors: string[] = [];
try {
  result = await main();
  errors.push(...result.errors);
} catch (error) {
  errors.push(error instanceof Error ? error.message : String(error));
}
const zero = {
  windows: 0,
  indicatorsLive: 0,
  indicatorsPublished: 0,
  incidentsShown: 0,
  camerasLive: 0,
  firstWallMs: null,
  allLiveMs: null,
  wireMessages: 0,
};
process.stdout.write(
  `${JSON.stringify({ runtime: runtime().label, displays, ...zero, ...result, errors })}\n`,
);
process.exit(errors.length === 0 ? 0 : 1);
