import { describe, expect, it } from 'vitest';
import { createAccount, unhandledIn } from './account.ts';

function anAccount() {
  const told: string[] = [];
  return { account: createAccount((sentence) => told.push(sentence)), told };
}
const throws = (): Promise<never> => Promise.reject(new Error('no such process\n  at kill'));
const accepted = (): Promise<unknown> => Promise.resolve({ ok: true, value: { takeId: 't' } });
const refused = (): Promise<unknown> => Promise.resolve({ ok: false, reason: 'program-moved-on' });

describe('a fault that cannot be done', () => {
  it('fails the soak by its name, and is not counted as done', async () => {
    const { account, told } = anAccount();
    await account.strike('kill -9 lõi', throws);
    await account.strike('camera mất điện', () => Promise.resolve());

    expect(account.sum().struck).toBe(1);
    expect(account.wrong()).toEqual(['không gây được sự cố “kill -9 lõi”: Error: no such process']);
    expect(told).toEqual(account.wrong());
  });
});

describe('a take', () => {
  it('that is refused, or cannot be asked for, is told and counted', async () => {
    const { account, told } = anAccount();
    const answers = [];
    for (const ask of [accepted, refused, accepted, throws, () => Promise.resolve(undefined), accepted])
      answers.push(await account.take('map', ask));

    expect(answers).toEqual([true, false, true, false, false, true]);
    expect(account.sum().takes).toEqual({ taken: 3, refused: 1, failed: 2 });
    expect(told[0]).toBe('tường không nhận “map”: program-moved-on');
    expect(told).toHaveLength(3);
    expect(account.wrong()).toEqual([]);
  });

  it('that is seldom accepted fails the soak: nobody used the wall', async () => {
    const { account } = anAccount();
    for (const ask of [accepted, refused, refused]) await account.take('map', ask);

    expect(account.wrong()).toEqual(['tường chỉ nhận 1 trong 3 lượt đưa lên']);
  });
});

describe('the product’s logs', () => {
  it('tell of failures in processes and pages, and of nothing else by those words', () => {
    const line = (event: string, more = {}): string => JSON.stringify({ level: 'error', event, ...more });
    const failures = ['core.failed', 'shell.failed', 'call.failed', 'page.failed'].map((event) =>
      line(event),
    );
    const others = [line('wall.relaid'), line('scene.kept', { name: 'page.failed' }), ''];

    expect(unhandledIn([...failures, ...others].join('\n'))).toEqual(failures);
  });
});
