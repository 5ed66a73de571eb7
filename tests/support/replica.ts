// What a window knows of the room: the snapshot that the core gives it.
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { PortEvent } from '../../domain/contract/port.ts';
import './bridge.ts';

export type Snapshot = Extract<PortEvent, { type: 'snapshot' }>;

const WITHIN_MS = 10_000;

declare global {
  interface Window {
    /** The text of the snapshot that a test asked for; a page holds it, since a promise may be collected before it settles. */
    toldSnapshot?: string | undefined;
  }
}

/** Asks the core for the window's whole snapshot again, as the window itself does when it lost the thread. */
export async function snapshotOf(page: Page): Promise<Snapshot> {
  await page.evaluate(() => {
    window.toldSnapshot = undefined;
    const stop = window.ioc.onEvents((text) => {
      const event: PortEvent = JSON.parse(text);
      if (event.type !== 'snapshot') return;
      window.toldSnapshot = text;
      stop();
    });
    void window.ioc.call('world.reopen', {});
  });
  const deadline = Date.now() + WITHIN_MS;
  for (;;) {
    const text = await page.evaluate(() => window.toldSnapshot);
    if (text !== undefined) {
      const snapshot: Snapshot = JSON.parse(text);
      return snapshot;
    }
    if (Date.now() > deadline) throw new Error('the core gave no snapshot');
    await wait(50);
  }
}
