import type { Log } from '../../kernel/ports.ts';
import { beginAnew, openVault, setVaultAside, type Vault } from './vault.ts';

const noVault: Vault = {
  secret: () => undefined,
  put: () => undefined,
  change: () => false,
  keyFor: () => undefined,
};

type Needs = {
  readonly profileDir: string;
  readonly vaultKey?: string | undefined;
  readonly log: Log;
  /** Epoch ms. */
  readonly now: () => number;
};

/** A vault that cannot be opened is no reason for a dark wall: it starts without secrets, and says so. */
export function openRoomVault({ profileDir, vaultKey, log, now }: Needs): {
  readonly vault: Vault;
  readonly closedBecause?: string;
  /** A technician's file that is not sound: nothing of it was taken in. */
  readonly unread?: string;
} {
  try {
    const found = openVault(profileDir, vaultKey);
    const anew = !found.ok && found.reason === 'key-missing' && beginAnew(profileDir, now());
    const opened = anew ? openVault(profileDir) : found;
    if (opened.ok) {
      if (opened.imported > 0) log.info('vault.imported', { secrets: opened.imported });
      const { vault, unread } = opened;
      if (unread === undefined) return { vault };
      log.error('vault.secretsUnread', { file: unread });
      return { vault, unread };
    }
    log.error('vault.closed', { reason: opened.reason });
    if (opened.reason === 'key-wrong') setVaultAside(profileDir, now());
    return { vault: noVault, closedBecause: opened.reason };
  } catch (error) {
    log.error('vault.closed', { reason: String(error) });
    return { vault: noVault, closedBecause: 'disk-refused' };
  }
}

/** Who a camera knows this machine as, from the secret `user:password`. */
export function cameraLogin(
  vault: Vault,
  cameraId: string,
): { readonly user: string; readonly password: string } | undefined {
  const secret = vault.secret(`camera.${cameraId}`);
  const colon = secret?.indexOf(':') ?? -1;
  return secret === undefined || colon < 0
    ? undefined
    : { user: secret.slice(0, colon), password: secret.slice(colon + 1) };
}
