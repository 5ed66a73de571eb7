import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLogFile } from './logFile.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'log-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const now = () => Date.UTC(2026, 10, 22, 5);
const linesOf = (file: string): unknown[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

describe('the log', () => {
  it('is one event a line, with its time, in a folder that it makes', () => {
    const file = join(folder, 'logs', 'core.log');
    const { log, close } = openLogFile({ file, now });
    log.info('core.started', { startMs: 38 });
    log.warn('wire.rejected', { type: 'fact', reason: 'a\nb' });
    close();

    expect(linesOf(file)).toEqual([
      { at: '2026-11-22T05:00:00.000Z', level: 'info', event: 'core.started', startMs: 38 },
      { at: '2026-11-22T05:00:00.000Z', level: 'warn', event: 'wire.rejected', type: 'fact', reason: 'a\nb' },
    ]);
  });

  it('never grows beyond its size times the files it keeps', () => {
    const file = join(folder, 'core.log');
    const { log, close } = openLogFile({ file, now, maxBytes: 1_000, keep: 2 });
    for (let index = 0; index < 200; index += 1) log.info('line.said', { index });
    close();

    expect(existsSync(`${file}.2`)).toBe(true);
    expect(existsSync(`${file}.3`)).toBe(false);
    expect(statSync(`${file}.1`).size).toBeLessThan(1_100);
    expect(linesOf(`${file}.1`).at(-1)).toMatchObject({ event: 'line.said' });
  });

  it('that cannot be written stops nobody', () => {
    const file = join(folder, 'core.log');
    mkdirSync(file);
    const { log, close } = openLogFile({ file, now });

    expect(() => log.error('core.failed')).not.toThrow();
    close();
  });
});
