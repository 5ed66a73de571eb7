import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { unwrapVaultKey } from './vaultKey.ts';

const store = vi.hoisted(() => ({
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptString: (text: string) => Buffer.from(`wrapped ${text}`),
  decryptString: (wrapped: Buffer): string => wrapped.toString().slice('wrapped '.length),
}));
vi.mock('electron', () => ({ safeStorage: store }));

describe("the vault's key in the system's own store", () => {
  let profileDir = '';
  let logged: string[] = [];
  const say = (event: string): void => void logged.push(event);
  const log = { info: say, warn: say, error: say };
  const unwrap = () => unwrapVaultKey(profileDir, log);

  beforeEach(() => {
    profileDir = mkdtempSync(join(tmpdir(), 'vault-key-'));
    logged = [];
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(profileDir, { recursive: true, force: true });
  });

  it('is the same at every start', () => {
    const first = unwrap();

    expect(Buffer.from(first ?? '', 'base64')).toHaveLength(32);
    expect(unwrap()).toBe(first);
    expect(logged).toEqual([]);
  });

  it('is missing after the keyring was reset, which ends no shell; it is back when the keyring is', () => {
    const first = unwrap();
    const decrypt = vi.spyOn(store, 'decryptString').mockImplementation(() => {
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
    });

    expect(unwrap()).toBeUndefined();
    expect(logged).toEqual(['vault.keyless']);

    decrypt.mockRestore();
    expect(unwrap()).toBe(first);
  });

  it('is missing where the disk refuses it, and nothing half is left in its place', () => {
    // A folder where the file is to go refuses as a full disk does, also for root.
    mkdirSync(join(profileDir, 'vault.key.wrapped.part'));

    expect(unwrap()).toBeUndefined();

    expect(logged).toEqual(['vault.keyless']);
    expect(readdirSync(profileDir)).toEqual(['vault.key.wrapped.part']);
  });

  it('is not asked for where the key lies in a file', () => {
    writeFileSync(join(profileDir, 'vault.key'), 'key');

    expect(unwrap()).toBeUndefined();
    expect(logged).toEqual([]);
  });
});
