import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from './wholeFile.ts';

/** Names of secrets: `backend.token`, `mapbox.token`, `camera.<id>` (`user:password`), `camera-before.<change>.<id>` while that change can be undone. */
export type Vault = {
  secret(name: string): string | undefined;
  put(name: string, secret: string): void;
  /** Many at once, in one write; null forgets one. False: the vault is closed. */
  change(secrets: Readonly<Record<string, string | null>>): boolean;
  /** A key of its own for one purpose; none while the vault is closed. */
  keyFor(purpose: 'documents' | 'recordings' | 'plates' | 'evidence'): Buffer | undefined;
};

export type VaultOpened =
  /** `unread`: the `secrets.json` that lies there and is not sound. */
  | { readonly ok: true; readonly vault: Vault; readonly imported: number; readonly unread?: string }
  /** `key-wrong`: the vault was written with another key, or somebody changed it. */
  | { readonly ok: false; readonly reason: 'key-wrong' | 'key-missing' };

const SecretsSchema = z.record(z.string().min(1).max(200), z.string().max(8_000));
type Secrets = z.infer<typeof SecretsSchema>;

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** The key as the system's own store wrapped it; the shell alone can open it. */
const WRAPPED_KEY = 'vault.key.wrapped';
/** Bound to the cipher text, so that no other file of the product passes as a vault. */
const PURPOSE = Buffer.from('toan-canh vault 1');

/**
 * Opens the machine's secrets in `profileDir`. The key is the shell's (unwrapped by the system's own store) or lies in a
 * file of mode 0600. A `secrets.json` that somebody put there is taken in and removed.
 */
export function openVault(profileDir: string, unwrappedKey?: string): VaultOpened {
  const file = join(profileDir, 'vault');
  const begun = [file, join(profileDir, WRAPPED_KEY)].some((each) => existsSync(each));
  const key = unwrappedKey === undefined ? keyOf(profileDir, begun) : Buffer.from(unwrappedKey, 'base64');
  if (key?.length !== KEY_BYTES) return { ok: false, reason: 'key-missing' };
  const found = existsSync(file) ? unseal(readFileSync(file), key) : {};
  if (!found) return { ok: false, reason: 'key-wrong' };
  let secrets: Secrets = found;
  const save = (next: Secrets): void => {
    writeWhole(file, seal(next, key));
    secrets = next;
  };
  const put = join(profileDir, 'secrets.json');
  const brought = importSecrets(put, (more) => save({ ...secrets, ...more }));
  return {
    ok: true,
    imported: brought,
    // What went in was removed.
    ...(existsSync(put) && { unread: put }),
    vault: {
      secret: (name) => (Object.hasOwn(secrets, name) ? secrets[name] : undefined),
      put: (name, secret) => save({ ...secrets, [name]: secret }),
      change(changes) {
        const next = Object.entries({ ...secrets, ...changes }).filter(([, secret]) => secret !== null);
        save(SecretsSchema.parse(Object.fromEntries(next)));
        return true;
      },
      keyFor: (purpose) => Buffer.from(hkdfSync('sha256', key, '', `toan-canh ${purpose} 1`, KEY_BYTES)),
    },
  };
}

/** Sets a vault that cannot be opened aside, so that the technician can put the secrets in anew. */
export function setVaultAside(profileDir: string, now: number): string {
  return setAside(join(profileDir, 'vault'), now);
}

/**
 * A vault whose key is gone begins anew once a technician has put sound secrets there: it and its wrapped key are kept
 * beside, for the day on which the system's store remembers. False: nothing was put there.
 */
export function beginAnew(profileDir: string, now: number): boolean {
  if (!readSecrets(join(profileDir, 'secrets.json'))) return false;
  for (const name of ['vault', WRAPPED_KEY])
    if (existsSync(join(profileDir, name))) setAside(join(profileDir, name), now);
  return true;
}

function setAside(file: string, now: number): string {
  const aside = `${file}.closed-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}`;
  renameSync(file, aside);
  return aside;
}

/** The key file, made at the first start; a vault whose key is gone stays closed: a new one would open nothing of the old. */
function keyOf(profileDir: string, vaultExists: boolean): Buffer | undefined {
  const file = join(profileDir, 'vault.key');
  if (existsSync(file)) return Buffer.from(readFileSync(file, 'utf8'), 'base64');
  if (vaultExists) return undefined;
  const key = randomBytes(KEY_BYTES);
  writeWhole(file, Buffer.from(key.toString('base64')));
  return key;
}

function seal(secrets: Secrets, key: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(PURPOSE);
  const text = Buffer.concat([cipher.update(JSON.stringify(secrets), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

function unseal(sealed: Buffer, key: Buffer): Secrets | undefined {
  try {
    const nonce = sealed.subarray(0, NONCE_BYTES);
    const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
      .setAAD(PURPOSE)
      .setAuthTag(tag);
    const text = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    return SecretsSchema.parse(JSON.parse(text.toString('utf8')));
  } catch {
    return undefined;
  }
}

/** Only a file that is sound goes in, and only one that went in is removed. */
function importSecrets(file: string, save: (secrets: Secrets) => void): number {
  if (!existsSync(file)) return 0;
  const secrets = readSecrets(file);
  if (!secrets) return 0;
  save(secrets);
  rmSync(file);
  return Object.keys(secrets).length;
}

function readSecrets(file: string): Secrets | undefined {
  try {
    return SecretsSchema.parse(JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')));
  } catch {
    return undefined;
  }
}
