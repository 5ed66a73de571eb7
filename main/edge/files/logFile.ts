import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync, statSync, type WriteStream } from 'node:fs';
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

/** JSON lines, one event each, turned over by size. A disk that refuses loses lines, never the core. */
export function openLogFile({ file, maxBytes = 5 * 1024 * 1024, keep = 3, now = Date.now }: LogFileConfig) {
  let stream: WriteStream | undefined;
  let bytes = 0;

  function open(): WriteStream {
    mkdirSync(dirname(file), { recursive: true });
    bytes = existsSync(file) ? statSync(file).size : 0;
    const opened = createWriteStream(file, { flags: 'a', mode: 0o600 });
    opened.on('error', () => {
      if (stream === opened) stream = undefined;
    });
    return opened;
  }

  function turnOver(): void {
    stream?.end();
    stream = undefined;
    rmSync(`${file}.${keep}`, { force: true });
    for (let age = keep - 1; age >= 1; age -= 1) {
      if (existsSync(`${file}.${age}`)) renameSync(`${file}.${age}`, `${file}.${age + 1}`);
    }
    renameSync(file, `${file}.1`);
  }

  function write(level: string, event: string, fields: LogFields = {}): void {
    const line = `${JSON.stringify({ at: new Date(now()).toISOString(), level, event, ...fields })}\n`;
    try {
      stream ??= open();
      stream.write(line);
      bytes += Buffer.byteLength(line);
      if (bytes >= maxBytes) turnOver();
    } catch {
      stream = undefined;
    }
  }

  const log: Log = {
    info: (event, fields) => write('info', event, fields),
    warn: (event, fields) => write('warn', event, fields),
    error: (event, fields) => write('error', event, fields),
  };
  /** Resolves when everything said is written. */
  const close = (): Promise<void> =>
    new Promise((closed) => (stream ? stream.end(() => closed()) : closed()));
  return { log, close };
}
