import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = new URL('./setup/wrapper.mjs', import.meta.url).href;
const getId = (kind: 'getuid' | 'getgid'): number => process[kind]?.() ?? 0;

/** The set-up is plain Node without types: it is asked in a process of its own. */
function wrapperText(binary: string, user: object | null): string {
  const ask = `import { wrapperText } from ${JSON.stringify(script)};
    process.stdout.write(wrapperText(${JSON.stringify(binary)}, ${JSON.stringify(user)}));`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', ask], { encoding: 'utf8' });
}

describe.runIf(process.platform === 'linux' && getId('getuid') === 0)('the wrapper around Electron', () => {
  let folder = '';
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'wrapper-')), "Phòng họp's $HOME");
    mkdirSync(folder);
  });
  afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

  it.each([
    ['for this account', null],
    ['for another account', { uid: 0, gid: 0 }],
  ])('starts it from a folder with spaces in its name, %s', (_name, user) => {
    const binary = join(folder, 'electron');
    writeFileSync(binary, '#!/bin/sh\nprintf "%s|%s|%s" "$0" "$HOME" "$1"\n', { mode: 0o755 });
    const wrapper = join(folder, 'wrapper');
    writeFileSync(wrapper, wrapperText(binary, user && { ...user, home: folder }), { mode: 0o755 });

    const said = execFileSync(wrapper, ['a word'], { encoding: 'utf8' });

    expect(said).toBe([binary, user === null ? process.env['HOME'] : folder, 'a word'].join('|'));
  });
});
