import { execFile } from 'node:child_process';
import { powerSaveBlocker } from 'electron';
import type { Log } from '../../kernel/ports.ts';

/** An X server blanks its screens by itself, whatever a desktop is told: it must be told too. */
const X_STAYS_AWAKE = ['s', 'off', 's', 'noblank', '-dpms'];

/** Screens never sleep and never show a screen saver while the wall runs. False: the X server could not be told. */
export function keepAwake(log: Log): Promise<boolean> {
  powerSaveBlocker.start('prevent-display-sleep');
  if (process.platform !== 'linux' || process.env['DISPLAY'] === undefined) return Promise.resolve(true);
  return new Promise((told) => {
    execFile('xset', X_STAYS_AWAKE, { timeout: 5_000 }, (error) => {
      if (error) log.warn('screens.maySleep', { reason: String(error.message).slice(0, 200) });
      told(error === null);
    });
  });
}
