// `npm run demo` as a newcomer runs it: what it says, what it leaves in its folder, and that it leaves nothing running.
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { descendants, isAlive } from './children.ts';
import { runTool } from './tools.ts';

const DISPLAYS = 4;
const LIMIT_MS = 180_000;
/** The kernel ends the children of a process that ended, in a moment, ms. */
const LEAVING_MS = 2_000;

const DemoLine = z.object({
  runtime: z.string().min(1),
  displays: z.literal(DISPLAYS),
  windows: z.literal(DISPLAYS + 1),
  indicatorsLive: z.number().min(1),
  indicatorsPublished: z.number().min(1),
  incidentsShown: z.number().min(1),
  camerasLive: z.number().min(2),
  firstWallMs: z.number(),
  allLiveMs: z.number(),
  wireMessages: z.number().min(1),
  errors: z.array(z.string()).max(0),
});

/** Watches what this process starts, itself or through others; returns who of them still runs. */
function watchFamily(): () => readonly string[] {
  const seen = new Set<number>();
  const look = setInterval(() => descendants(process.pid).forEach((pid) => seen.add(pid)), 500);
  return () => {
    clearInterval(look);
    return [...seen].filter(isAlive).flatMap(commandOf);
  };
}

/** Empty for a process that ended while it was looked at. */
function commandOf(pid: number): readonly string[] {
  try {
    return [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').slice(0, 200)];
  } catch {
    return [];
  }
}

function missingIn(folder: string): readonly string[] {
  const pictures = Array.from({ length: DISPLAYS }, (_, index) => `display-${index + 1}.png`);
  return [...pictures, 'console.png', 'desktop.png'].filter(
    (name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size === undefined,
  );
}

/** Runs the demonstration into `folder`; what is wrong with it, in sentences. */
export async function demoProblems(folder: string): Promise<readonly string[]> {
  rmSync(folder, { recursive: true, force: true });
  const stillRunning = watchFamily();
  const args = ['--displays', String(DISPLAYS), '--out', folder];
  const ran = await runTool({
    script: 'tests/demo/demo.ts',
    args,
    limitMs: LIMIT_MS,
    show: true,
  });
  await wait(LEAVING_MS);
  const line = ran.output.split('\n').findLast((each) => each.startsWith('{')) ?? '{}';
  const told = DemoLine.safeParse(JSON.parse(line));
  return [
    ...(ran.ok ? [] : [`demo: ${ran.reason}`]),
    ...(told.success ? [] : [`demo: ${z.prettifyError(told.error)}`]),
    ...missingIn(folder).map((picture) => `demo: không có ảnh ${picture} / no picture`),
    ...stillRunning().map((command) => `demo: còn chạy / left running: ${command}`),
  ];
}
