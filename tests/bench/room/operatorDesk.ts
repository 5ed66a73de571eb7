// The operator's side of a bench: somebody signed in at the console, who commands the wall as its pages do.
import { z } from 'zod';
import { demoSiteFile, readSite } from '../../../config/product.ts';
import type { Page } from '../harness/cdp.ts';

const Answer = z.looseObject({ ok: z.boolean(), reason: z.string().optional() });
const Demonstration = z.object({ demonstrationPerson: z.object({ pin: z.string() }) });
const People = z.object({ value: z.object({ people: z.array(z.object({ id: z.string() })) }) });

/** Asks the core in the name of the console; throws when it refuses. */
export async function ask(desk: Page, name: string, input: object): Promise<unknown> {
  const code = `window.ioc.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`;
  const answer = await desk.evaluate(code, Answer);
  if (!answer.ok) throw new Error(`${name}: ${answer.reason}`);
  return answer;
}

/** Signs the demonstration's person in. */
export async function signIn(desk: Page): Promise<void> {
  const { people } = People.parse(await ask(desk, 'access.people', {})).value;
  const { demonstrationPerson } = Demonstration.parse(readSite(demoSiteFile));
  await ask(desk, 'access.enter', { personId: people[0]?.id, pin: demonstrationPerson.pin });
}
