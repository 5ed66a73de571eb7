import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginAnew, openVault, setVaultAside } from './vault.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'vault-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = (name: string) => join(folder, name);
const bring = (text: string) => writeFileSync(path('secrets.json'), text);

function vault(key?: string) {
  const opened = openVault(folder, key);
  if (!opened.ok) throw new Error(opened.reason);
  return opened.vault;
}

describe('the vault', () => {
  it('takes in the secrets that a technician brought, once, and leaves no plain copy', () => {
    bring(JSON.stringify({ 'backend.token': 'mã-bí-mật', 'camera.cam-1': 'admin:p:w' }));

    expect(openVault(folder)).toMatchObject({ ok: true, imported: 2 });

    expect(existsSync(path('secrets.json'))).toBe(false);
    expect(vault().secret('camera.cam-1')).toBe('admin:p:w');
    for (const name of readdirSync(folder))
      expect(readFileSync(path(name)).includes('mã-bí-mật')).toBe(false);
  });

  it('adds what is brought later to what it has', () => {
    vault().put('backend.token', 'one');
    bring('{"mapbox.token":"two"}');

    expect([vault().secret('backend.token'), vault().secret('mapbox.token')]).toEqual(['one', 'two']);
  });

  it('is readable by its account alone', () => {
    vault().put('a', 'b');

    for (const name of ['vault', 'vault.key']) expect(statSync(path(name)).mode & 0o077).toBe(0);
  });

  it('leaves a file that makes no sense where it is', () => {
    bring('{"backend.token": 5}');

    expect(openVault(folder)).toMatchObject({ ok: true, imported: 0, unread: join(folder, 'secrets.json') });
    expect(existsSync(path('secrets.json'))).toBe(true);
  });

  it('knows no secret of the name of every object', () => {
    expect([vault().secret('constructor'), vault().secret('__proto__')]).toEqual([undefined, undefined]);
  });

  it('stays closed when a single byte of it was changed', () => {
    vault().put('backend.token', 'secret');
    const sealed = readFileSync(path('vault'));
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(path('vault'), changed);
      expect(openVault(folder)).toEqual({ ok: false, reason: 'key-wrong' });
    }
  });

  it.each([0, 5, 27, 28])('stays closed when only %d bytes of it are left', (bytes) => {
    vault().put('backend.token', 'secret');
    writeFileSync(path('vault'), readFileSync(path('vault')).subarray(0, bytes));

    expect(openVault(folder)).toEqual({ ok: false, reason: 'key-wrong' });
  });

  it('stays closed without its key, and makes no new one over it', () => {
    vault().put('backend.token', 'secret');
    rmSync(path('vault.key'));

    expect(openVault(folder)).toEqual({ ok: false, reason: 'key-missing' });
    expect(existsSync(path('vault.key'))).toBe(false);
  });

  it('stays closed while the system does not give its key out, also where nothing was put in yet', () => {
    writeFileSync(path('vault.key.wrapped'), 'wrapped');

    expect(openVault(folder)).toEqual({ ok: false, reason: 'key-missing' });
    expect(existsSync(path('vault.key'))).toBe(false);
  });

  it('whose key is gone begins anew with what a technician brings, and keeps the old beside', () => {
    vault(Buffer.alloc(32, 7).toString('base64')).put('backend.token', 'old');
    writeFileSync(path('vault.key.wrapped'), 'wrapped');
    expect(beginAnew(folder, 0)).toBe(false);
    bring('{"backend.token": "new"}');

    expect(beginAnew(folder, 0)).toBe(true);

    expect(vault().secret('backend.token')).toBe('new');
    expect(readdirSync(folder).filter((name) => name.includes('.closed-'))).toHaveLength(2);
  });

  it('opens with the key that the system keeps, and writes none beside it', () => {
    const key = Buffer.alloc(32, 7).toString('base64');
    vault(key).put('backend.token', 'secret');

    expect(vault(key).secret('backend.token')).toBe('secret');
    expect(existsSync(path('vault.key'))).toBe(false);
    expect(openVault(folder, Buffer.alloc(32, 8).toString('base64'))).toEqual({
      ok: false,
      reason: 'key-wrong',
    });
    expect(openVault(folder, 'short')).toEqual({ ok: false, reason: 'key-missing' });
  });

  it('that cannot be opened is set aside, not lost', () => {
    writeFileSync(path('vault'), 'damaged');

    const aside = setVaultAside(folder, Date.UTC(2026, 10, 22));

    expect(readFileSync(aside, 'utf8')).toBe('damaged');
    expect(openVault(folder).ok).toBe(true);
  });
});
