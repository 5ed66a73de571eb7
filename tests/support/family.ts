// Which process of a running app stands behind a window.
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { rendererPids } from '../bench/room/family.ts';
import type { Room } from './room.ts';

/** Far longer than a page needs to answer on a busy machine, shorter than a watchdog's patience. */
const ANSWERS_WITHIN_MS = 1_200;

/** The one without which the page does not answer. */
export async function rendererBehind(room: Room, page: Page): Promise<number> {
  for (const pid of rendererPids(room.app.pid())) {
    process.kill(pid, 'SIGSTOP');
    const answer = page.evaluate(() => true);
    const answered = await Promise.race([answer, wait(ANSWERS_WITHIN_MS, false)]);
    process.kill(pid, 'SIGCONT');
    await answer;
    if (!answered) return pid;
  }
  throw new Error('no process of the app runs this page');
}

/** When each page's document began: unchanged as long as nobody loaded it anew. */
export function beginnings(pages: readonly Page[]): Promise<readonly number[]> {
  return Promise.all(pages.map((page) => page.evaluate(() => performance.timeOrigin)));
}
