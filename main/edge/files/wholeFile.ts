import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';

/** The whole file or the old one, never a part, also over a power cut; readable by this account alone. Throws when the disk refuses. */
export function writeWhole(file: string, content: Uint8Array): void {
  const part = `${file}.part`;
  const handle = openSync(part, 'w', 0o600);
  try {
    writeSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(part, file);
}

/** Where a file goes that cannot be read (`room.json.damaged-2026-11-30T19-31-09-120Z`); `now` in epoch ms. */
export function damagedName(file: string, now: number): string {
  return `${file}.damaged-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}`;
}
