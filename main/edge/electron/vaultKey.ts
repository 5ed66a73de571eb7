import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { safeStorage } from 'electron';
import type { Log } from '../../kernel/ports.ts';

/** True where the system keeps secrets for us; Linux without a keyring only pretends to. */
function systemKeepsSecrets(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  return (
    process.platform !== 'linux' ||
    !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())
  );
}

/**
 * The vault's key (base64) wrapped by the system's own store, made at the first start. `undefined` where there is no
 * such store: then the core keeps the key in a file that only this account can read. `undefined`, too, where the store or
 * the disk refuses: a wall without its secrets is better than none, and the core says that its vault is closed.
 */
export function unwrapVaultKey(profileDir: string, log: Log): string | undefined {
  try {
    return unwrapped(profileDir);
  } catch (error) {
    log.error('vault.keyless', { reason: String(error) });
    return undefined;
  }
}

function unwrapped(profileDir: string): string | undefined {
  const file = join(profileDir, 'vault.key.wrapped');
  const unwrappedKeyInUse = existsSync(join(profileDir, 'vault.key'));
  if (unwrappedKeyInUse || !systemKeepsSecrets()) return undefined;
  if (!existsSync(file)) {
    // Whole or not at all: half a key would keep the vault closed for good.
    const part = `${file}.part`;
    writeFileSync(part, safeStorage.encryptString(randomBytes(32).toString('base64')), { mode: 0o600 });
    renameSync(part, file);
  }
  return safeStorage.decryptString(readFileSync(file));
}
