import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../domain/access/model.ts';
import { createTokens, readTokens } from './tokens.ts';

const folder = mkdtempSync(join(tmpdir(), 'tokens-'));
afterAll(() => rmSync(folder, { recursive: true }));

const grant: Grant = { role: 'console', unit: '19', wallIds: ['main'] };
const token = 'a-token-of-24-characters';
const tokens = createTokens({ [token]: grant });

function written(content: unknown, mode: number): string {
  const file = join(folder, 'tokens.json');
  writeFileSync(file, JSON.stringify(content));
  chmodSync(file, mode);
  return file;
}

describe('a token', () => {
  it('is worth what its file says', () => {
    expect(tokens.passFor(`Bearer ${token}`)).toMatchObject({ grant });
  });

  it('is known by a word of its own that tells nothing of it, whatever other tokens come and go', () => {
    const other = 'another-token-of-characters';
    const keyAmong = (...all: readonly string[]): string | undefined =>
      createTokens(Object.fromEntries(all.map((each) => [each, grant]))).passFor(`Bearer ${token}`)?.key;
    expect(keyAmong(other, token)).toBe(keyAmong(token));
    expect(keyAmong(token)).toMatch(/^t[0-9a-f]{12}$/);
    expect(createTokens({ [other]: grant }).passFor(`Bearer ${other}`)?.key).not.toBe(keyAmong(token));
  });

  it.each([
    undefined,
    '',
    token,
    `bearer ${token}`,
    `Bearer ${token} `,
    `Bearer ${token}x`,
    'Bearer ',
    `Basic ${token}`,
  ])('is worth nothing as %j', (header) => expect(tokens.passFor(header)).toBeNull());
});

describe('a token file', () => {
  it('is read when its owner alone may read it', () => {
    expect(readTokens(written({ [token]: grant }, 0o600)).passFor(`Bearer ${token}`)?.grant).toEqual(grant);
  });

  it.runIf(process.platform !== 'win32')('is refused when others may read it', () => {
    expect(() => readTokens(written({ [token]: grant }, 0o644))).toThrow('0600');
  });

  it('is refused without a word of its content when it is wrong', () => {
    const file = written({ [token]: { ...grant, role: 'chairman' } }, 0o600);
    expect(() => readTokens(file)).toThrow(/expected wall \| console \| ingest \| api$/);
    expect(() => readTokens(file)).not.toThrow(token);
  });
});
