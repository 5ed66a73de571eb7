import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { descendants, exitOf, isAlive, tailOf } from '../../../config/children.ts';
import { repoDir } from '../../../config/places.ts';
import { demoSiteFile } from '../../../config/roomFiles.ts';
import { keptDir } from '../../../config/runtime.ts';
import type { Heads } from '../../support/heads.ts';
import { test as base } from '../../support/headsTest.ts';
import { expect } from '../../support/roomTest.ts';
import { windowTitles } from '../../support/screenWindows.ts';

/** A machine that is busy with a build of its own brings the room up all the same. */
const ROOM_WITHIN_MS = 90_000;
const CONSOLE = 'Toàn Cảnh – Bàn điều khiển';
const WALL = 'Toàn Cảnh';

/** What somebody typed into a terminal. */
type Command = ReturnType<typeof typed>;

function typed(env: Heads['env'], [program = '', ...args]: readonly string[]) {
  const child = spawn(program, args, {
    cwd: repoDir,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const pid = child.pid ?? 0;
  const words = [tailOf(child.stdout), tailOf(child.stderr)];
  const seen = new Set([pid]);
  const look = (): void => descendants(pid).forEach((each) => seen.add(each));
  const looking = setInterval(look, 250);
  return {
    /** What it said up to now. */
    said: () => words.map((tail) => tail()).join(''),
    /** What still runs of all that it started, itself or through others. */
    left: () => [...seen].filter(isAlive),
    /** Ctrl+C: a terminal gives the signal to everything that the command started. */
    interrupt(): void {
      look();
      process.kill(-pid, 'SIGINT');
    },
    /** The command alone is killed, as a desktop that runs out of memory does. */
    kill(): void {
      look();
      child.kill('SIGKILL');
    },
    clear: () => seen.forEach((each) => isAlive(each) && process.kill(each, 'SIGKILL')),
    ended: exitOf(child).finally(() => clearInterval(looking)),
  };
}

type OwnRoom = { readonly file: string; readonly profile: string };
type Own = { type: (...words: readonly string[]) => Command; ownRoom: OwnRoom };

const test = base.extend<Own>({
  ownRoom: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'own-room-'));
    const file = join(folder, 'phong.json');
    const id = `e2e-${process.pid}`;
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(demoSiteFile, 'utf8')), id }));
    const profile = keptDir(`site-${id}`);
    await use({ file, profile });
    for (const path of [folder, profile]) rmSync(path, { recursive: true, force: true });
  },
  type: async ({ heads }, use, info) => {
    const all: Command[] = [];
    await use((...words) => {
      const command = typed(heads.env, words);
      all.push(command);
      return command;
    });
    if (info.status !== info.expectedStatus) for (const command of all) process.stderr.write(command.said());
    for (const command of all) command.clear();
  },
});

test.setTimeout(180_000);

async function expectRoom(heads: Heads): Promise<void> {
  await expect
    .poll(() => [...windowTitles(heads.env)].sort(), { timeout: ROOM_WITHIN_MS })
    .toEqual([WALL, CONSOLE]);
}

async function expectNothingLeft(command: Command, heads: Heads): Promise<void> {
  await expect.poll(command.left).toEqual([]);
  await expect.poll(() => windowTitles(heads.env)).toEqual([]);
}

test('one command opens the console and the wall, and Ctrl+C closes all of it', async ({ heads, type }) => {
  const command = type('node', 'config/setup.mjs', 'start', '--windowed');
  await expectRoom(heads);
  expect(command.said()).toContain('Máy chủ mẫu: ws://127.0.0.1:');

  command.interrupt();

  expect(await command.ended).toEqual({ code: 0, signal: null });
  await expectNothingLeft(command, heads);
  expect(command.said()).not.toContain('Ứng dụng dừng bất ngờ');
});

test('a room of one’s own opens from its file; an npm that is killed leaves nothing running', async ({
  heads,
  type,
  ownRoom,
}) => {
  const command = type('npm', 'start', '--', '--windowed', '--site', ownRoom.file);
  await expectRoom(heads);
  expect(readdirSync(ownRoom.profile)).toContain('wall.db');

  command.kill();

  await expectNothingLeft(command, heads);
});

test('a flag that nobody knows is told with the flags that there are, and nothing is opened', async ({
  heads,
  type,
}) => {
  const command = type('node', 'config/setup.mjs', 'start', '--sitte', 'phong.json');

  expect(await command.ended).toEqual({ code: 1, signal: null });
  expect(command.said()).toContain(
    "Dòng lệnh không đúng / the command line is wrong: Unknown option '--sitte'",
  );
  expect(command.said()).toContain('--site TỆP');
  expect(windowTitles(heads.env)).toEqual([]);
});
