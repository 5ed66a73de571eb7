import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Page } from '../harness/cdp.ts';

const ANSWER_MS = 250;

/** Which of these processes runs the page: the one without which it does not answer. */
export async function rendererOf(page: Page, candidates: readonly number[]): Promise<number> {
  for (const pid of candidates) {
    process.kill(pid, 'SIGSTOP');
    const answer = page.evaluate('1', z.number());
    answer.catch(() => undefined);
    const answered = await Promise.race([answer, wait(ANSWER_MS, null)]);
    process.kill(pid, 'SIGCONT');
    await answer;
    if (answered === null) return pid;
  }
  throw new Error('no process of the app runs this page');
}
