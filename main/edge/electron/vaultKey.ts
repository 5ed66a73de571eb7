import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { safeStorage } from 'electron';

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
 * such store: then the core keeps the key in a file that only this account can read.
 */
export function unwrapVaultKey(profileDir: string): string | undefined {
  const file = join(profileDir, 'vault.key.wrapped');
  const unwrappedKeyInUse = existsSync(join(profileDir, 'vault.key'));
  if (unwrappedKeyInUse || !systemKeepsSecrets()) return undefined;
  if (!existsSync(file)) {
    writeFileSync(file, safeStorage.encryptString(randomBytes(32).toString('base64')), { mode: 0o600 });
  }
  return safeStorage.decryptString(readFileSync(file));
}
