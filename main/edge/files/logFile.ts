import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Log, LogFields } from '../../kernel/ports.ts';

export type LogFileConfig = {
  readonly file: string;
  /** The file is turned over at this size. */
  readonly maxBytes?: number;
  /** So many older files are kept: `core.log.1` is the newest of them. */
  readonly keep?: number;
  readonly now?: () => number;
};

/**
 * JSON lines, one event each, turned over by size. Lines are few and written at once, so that a kill keeps them; a disk
 * that refuses loses lines, never the core.
 */
export function openLogFile({ file, maxBytes = 5 * 1024 * 1024, keep = 3, now = Date.now }: LogFileConfig) {
  let handle: number | undefined;
  let bytes = 0;

  function open(): number {
    mkdirSync(dirname(file), { recursive: true });
    const opened = openSync(file, 'a', 0o600);
    bytes = fstatSync(opened).size;
    return opened;
  }

  function close(): void {
    if (handle !== undefined) closeSync(handle);
    handle = undefined;
  }

  function turnOver(): void {
    close();
    rmSync(`${file}.${keep}`, { force: true });
    for (let age = keep - 1; age >= 1; age -= 1) {
      if (existsSync(`${file}.${age}`)) renameSync(`${file}.${age}`, `${file}.${age + 1}`);
    }
    renameSync(file, `${file}.1`);
  }

  function write(level: string, event: string, fields: LogFields = {}): void {
    const line = `${JSON.stringify({ at: new Date(now()).toISOString(), level, event, ...fields })}\n`;
    try {
      handle ??= open();
      bytes += writeSync(handle, line);
      if (bytes >= maxBytes) turnOver();
    } catch {
      // The next line tries again.
    }
  }

  const log: Log = {
    info: (event, fields) => write('info', event, fields),
    warn: (event, fields) => write('warn', event, fields),
    error: (event, fields) => write('error', event, fields),
  };
  return { log, close };
}
