// The operator's side of a bench: somebody signed in at the console, who commands the wall as its pages do.
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { demoSiteFile, readSite } from '../../../config/roomFiles.ts';
import type { Page } from '../harness/cdp.ts';

const Answer = z.looseObject({ ok: z.boolean(), reason: z.string().optional() });
/** Something that is to stand on the console comes within this, ms. */
const PATIENCE_MS = 10_000;
const Demonstration = z.object({
  demonstrationPeople: z.tuple([z.object({ pin: z.string() })], z.unknown()),
});

/** Asks the core in the name of the console; throws when it refuses. */
export async function ask(desk: Page, name: string, input: object): Promise<unknown> {
  const code = `window.ioc.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`;
  const answer = await desk.evaluate(code, Answer);
  if (!answer.ok) throw new Error(`${name}: ${answer.reason}`);
  return answer;
}

/** Resolves once something stands on the console. */
export async function seen(desk: Page, selector: string): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  const there = `document.querySelector(${JSON.stringify(selector)}) !== null`;
  while (!(await desk.evaluate(there, z.boolean()))) {
    if (Date.now() > until) throw new Error(`the console shows no ${selector}`);
    await wait(100);
  }
}

/** Signs the demonstration's person in at the form, so that the page knows who is on duty, too. */
export async function signIn(desk: Page): Promise<void> {
  const [onDuty] = Demonstration.parse(readSite(demoSiteFile)).demonstrationPeople;
  await seen(desk, '.sign-in .pin input');
  await desk.evaluate(`document.querySelector('.sign-in .pin input').focus()`, z.unknown());
  await desk.send('Input.insertText', { text: onDuty.pin });
  await desk.evaluate(`document.querySelector('.sign-in').requestSubmit()`, z.unknown());
  await seen(desk, 'body:not(:has(.sign-in))');
}
