import { spawnSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const moduleOf = (name: string): string =>
  JSON.stringify(new URL(`./setup/${name}.mjs`, import.meta.url).href);

/**
 * A machine with no package but those that are installed here, which none can be where the tests run: dpkg-query, apt-get
 * and apt-cache are scripts that stand for the real ones, and write down what they were asked.
 */
function aMachine(folder: string) {
  const tool = (name: string, script: string): void =>
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const [installed, asked] = [join(folder, 'installed'), join(folder, 'asked')];
  writeFileSync(installed, '');
  writeFileSync(asked, '');
  tool(
    'dpkg-query',
    `case "$1" in --version) ;; *) while read -r name; do echo "$name installed"; done < ${installed};; esac`,
  );
  tool('apt-cache', `case "$2" in *t64) echo "Candidate: (none)";; *) echo "Candidate: 1.0";; esac`);
  tool(
    'apt-get',
    `echo "$*" >> ${asked}; [ "$1" = install ] || exit 0; shift 3; for name; do echo "$name" >> ${installed}; done`,
  );
  return {
    /** What was asked of apt-get, a line each. */
    asked: () => readFileSync(asked, 'utf8').trim().split('\n'),
    /** Runs the set-up of a step as who has this number; what it says on its way, and how it ends. */
    setUp(step: string, uid: number) {
      const script = `process.getuid = () => ${uid};
        const { ensureSystemPackages } = await import(${moduleOf('system')});
        await ensureSystemPackages(${JSON.stringify(step)}).catch((stop) => {
          process.stdout.write(stop.message);
          process.exitCode = 3;
        });`;
      const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        encoding: 'utf8',
        env: { ...process.env, PATH: `${folder}:/usr/bin:/bin` },
      });
      return { status, message: stdout, words: stderr };
    },
    /** Types `npm run step -- args` as who has this number; what it says and how it ends. */
    begin(uid: number, step: string, ...args: readonly string[]) {
      const script = `process.getuid = () => ${uid};
        process.argv.push(...${JSON.stringify([step, ...args])});
        await import(${moduleOf('../setup')});`;
      const { status, stderr } = spawnSync(
        process.execPath,
        ['--input-type=module', '-e', script, 'setup.mjs'],
        { encoding: 'utf8', env: { ...process.env, PATH: `${folder}:/usr/bin:/bin` } },
      );
      return { status, words: stderr };
    },
  };
}

describe.runIf(process.platform === 'linux')('a machine without the packages that a step needs', () => {
  let folder = '';
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'setup-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('gets them from apt when root asks, says so, and is not asked again', () => {
    const machine = aMachine(folder);
    const first = machine.setUp('start', 0);

    expect(first).toMatchObject({ status: 0, message: '' });
    expect(first.words).toContain('Đang cài gói hệ thống');
    const [update, install = ''] = machine.asked();
    expect(update).toBe('update');
    expect(install).toMatch(/^install -y --no-install-recommends .*libnss3.*x11-xserver-utils/);
    expect(machine.setUp('start', 0)).toEqual({ status: 0, message: '', words: '' });
    expect(machine.asked()).toHaveLength(2);
  });

  it('is asked for the name that its release has', () => {
    const machine = aMachine(folder);
    machine.setUp('start', 0);

    expect(machine.asked().at(-1)).toMatch(/ libasound2 /);
    expect(machine.asked().at(-1)).not.toContain('t64');
  });

  it('tells an ordinary user the one command, and touches nothing', () => {
    const machine = aMachine(folder);
    const { status, message } = machine.setUp('demo', 1_000);

    expect(status).toBe(3);
    expect(message.match(/sudo apt-get install -y [^\n]+/g)).toHaveLength(1);
    expect(message).toContain('sudo apt-get update && sudo apt-get install -y');
    expect(message).toContain('gstreamer1.0-tools');
    expect(machine.asked()).toEqual(['']);
  });

  it('needs nothing for a step that opens no window', () => {
    const machine = aMachine(folder);

    expect(machine.setUp('check', 1_000)).toEqual({ status: 0, message: '', words: '' });
  });
});

describe.runIf(process.platform === 'linux')('a step that makes screens of its own', () => {
  let folder = '';
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'setup-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    [['test'], 'test'],
    [['bench', '--only', 'memory'], 'bench -- --only memory'],
    [['soak'], 'soak'],
    [['demo', '--displays', '4', '--out', "ảnh phòng's"], "demo -- --displays 4 --out 'ảnh phòng'\\''s'"],
  ])('stops an ordinary user first, with the one command: %j', ([step = '', ...args], command) => {
    const machine = aMachine(folder);
    const { status, words } = machine.begin(1_000, step, ...args);

    expect(status).toBe(1);
    expect(words.trim().split('\n')).toEqual([
      expect.stringMatching(/^Bước này tự dựng màn hình ảo, .* \/ this step makes screens of its own, /),
      '',
      `  sudo env "PATH=$PATH" npm run ${command}`,
    ]);
    expect(machine.asked()).toEqual(['']);
  });

  it.each([
    [1_000, 'start'],
    [1_000, 'check'],
    [0, 'test'],
  ])('stops nobody else: user %d, %s', (uid, step) => {
    const script = `process.getuid = () => ${uid};
      const { requireRoot } = await import(${moduleOf('user')});
      requireRoot(${JSON.stringify(step)}, []);`;

    expect(spawnSync(process.execPath, ['--input-type=module', '-e', script]).status).toBe(0);
  });
});

describe.runIf(process.platform === 'linux' && process.getuid?.() === 0)('what root makes in a clone', () => {
  it.each([1_000, 0])('belongs afterwards to whoever the clone belongs to: %d', (owner) => {
    const clone = mkdtempSync(join(tmpdir(), 'clone-'));
    cpSync(new URL('setup', import.meta.url), join(clone, 'config', 'setup'), { recursive: true });
    mkdirSync(join(clone, 'out'));
    writeFileSync(join(clone, 'out', 'theirs'), '');
    chownSync(join(clone, 'out', 'theirs'), 2_000, 2_000);
    chownSync(clone, owner, owner);
    const script = `(await import(${JSON.stringify(join(clone, 'config', 'setup', 'user.mjs'))})).giveBack()`;
    spawnSync(process.execPath, ['--input-type=module', '-e', script]);

    const owners = ['', 'out', 'out/theirs'].map((path) => statSync(join(clone, path)).uid);
    rmSync(clone, { recursive: true });
    expect(owners).toEqual([owner, owner, 2_000]);
  });
});
