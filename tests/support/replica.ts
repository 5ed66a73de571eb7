// What a window knows of the room: the snapshot that the core gives it.
import type { Page } from '@playwright/test';
import type { PortEvent } from '../../domain/contract/port.ts';
import './bridge.ts';

export type Snapshot = Extract<PortEvent, { type: 'snapshot' }>;

/** Asks the core for the window's whole snapshot again, as the window itself does when it lost the thread. */
export function snapshotOf(page: Page): Promise<Snapshot> {
  return page.evaluate(
    () =>
      new Promise<Snapshot>((found) => {
        const stop = window.ioc.onEvents((text) => {
          const event: PortEvent = JSON.parse(text);
          if (event.type !== 'snapshot') return;
          stop();
          found(event);
        });
        void window.ioc.call('world.reopen', {});
      }),
  );
}
