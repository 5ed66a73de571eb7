import { execFileSync } from 'node:child_process';
import { FuseV1Options, FuseState, getCurrentFuseWire } from '@electron/fuses';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { descendants, endChild, spawnWithParent } from '../../config/children.ts';
import { archive } from '../../config/pack.ts';
import { packedDir } from '../../config/places.ts';
import { asAppUser, lentToApp, profileDir } from '../../config/runtime.ts';
import { startHeads, type Heads } from '../support/heads.ts';

it('the archive holds one folder with the app in it, for whoever unpacks it as root or not', () => {
  const file = archive();
  const listed = execFileSync('tar', ['-tvzf', file], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  rmSync(file);

  const lines = listed.trimEnd().split('\n');
  const name = basename(file, '.tar.gz');
  expect(lines.filter((line) => !line.includes(` ${name}/`))).toEqual([]);
  expect(lines.filter((line) => !/^\S+ 0\/0 |^\S+ root\/root /.test(line))).toEqual([]);
  expect(lines.find((line) => line.endsWith(` ${name}/toan-canh`))).toMatch(/^-rwx/);
  expect(lines.some((line) => line.endsWith(` ${name}/resources/app.asar`))).toBe(true);
}, 120_000);

describe('the packed app', () => {
  let heads: Heads;
  const folder = lentToApp(packedDir);
  const profile = profileDir('packed');

  beforeAll(async () => {
    heads = await startHeads({ count: 2 });
  });

  afterAll(async () => {
    await heads.stop();
    rmSync(profile, { recursive: true, force: true });
    if (folder !== packedDir) rmSync(folder, { recursive: true, force: true });
  });

  it('opens the console and a wall window, in the sandbox', async () => {
    const { command, args } = asAppUser(join(folder, 'toan-canh'));
    const child = spawnWithParent({
      command,
      args: [...args, '--profile', profile, '--remote-debugging-port=0'],
      // A shipped build opens no debugging port unless its owner allows it.
      env: { ...heads.env, TOAN_CANH_ALLOW_DEBUGGING: '1' },
    });
    try {
      const browser = await chromium.connectOverCDP(await devtoolsOf(child.stderr));
      const titles = (): Promise<string[]> =>
        Promise.all(browser.contexts().flatMap((context) => context.pages().map((page) => page.title())));
      await expect.poll(titles, { timeout: 20_000 }).toHaveLength(2);
      await expect
        .poll(async () => (await titles()).every((title) => title.startsWith('Toàn Cảnh')), {
          timeout: 20_000,
        })
        .toBe(true);

      const family = [child.pid ?? 0, ...descendants(child.pid ?? 0)].map(processOf);
      expect(family.filter(({ line }) => line.includes('--no-sandbox'))).toEqual([]);
      const renderers = family.filter(({ line }) => line.includes('--type=renderer'));
      expect(renderers.length).toBeGreaterThanOrEqual(2);
      expect(renderers.every(({ seccomp }) => seccomp === '2')).toBe(true);
      await browser.close();
    } finally {
      await endChild(child);
    }
  });

  it('opens no debugging port for whoever starts it with one', async () => {
    const own = profileDir('packed-closed');
    const { command, args } = asAppUser(join(folder, 'toan-canh'));
    const flags = ['--profile', own, '--remote-debugging-port=0'];
    const child = spawnWithParent({ command, args: [...args, ...flags], env: heads.env });
    try {
      let said = '';
      child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
      const log = join(own, 'logs', 'core.log');
      const running = (): boolean => existsSync(log) && readFileSync(log, 'utf8').includes('core.started');
      await expect.poll(running, { timeout: 20_000 }).toBe(true);

      expect(said).not.toContain('DevTools listening');
      expect(existsSync(join(own, 'DevToolsActivePort'))).toBe(false);
    } finally {
      await endChild(child);
      rmSync(own, { recursive: true, force: true });
    }
  });

  it('has the fuses of a shipped build', async () => {
    const wire = await getCurrentFuseWire(join(folder, 'toan-canh'));

    expect(wire[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE);
    expect(wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(FuseState.DISABLE);
    expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.DISABLE);
    expect(wire[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(FuseState.DISABLE);
    expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE);
    expect(wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(FuseState.ENABLE);
    expect(wire[FuseV1Options.EnableCookieEncryption]).toBe(FuseState.ENABLE);
  });
});

function devtoolsOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  return new Promise((resolve, reject) => {
    let words = '';
    stream?.on('data', (chunk: Buffer) => {
      words += chunk.toString();
      const url = /DevTools listening on (ws:\/\/\S+)\s/.exec(words)?.[1];
      if (url !== undefined) resolve(url);
    });
    stream?.on('end', () => reject(new Error(`the app ended:\n${words}`)));
  });
}

function processOf(pid: number): { line: string; seccomp: string | undefined } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return {
    line: readFileSync(`/proc/${pid}/cmdline`, 'utf8'),
    seccomp: /^Seccomp:\s+(\d)/m.exec(status)?.[1],
  };
}
