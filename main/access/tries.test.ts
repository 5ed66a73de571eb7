import { describe, expect, it } from 'vitest';
import { lockMs } from '../../domain/access/rules.ts';
import type { PersonRecord } from './ports.ts';
import { createTries } from './tries.ts';

const operator: PersonRecord = {
  id: 'p1',
  name: 'Trần Văn Sơn',
  role: 'operator',
  pinHash: 'clear:1357',
  failures: 0,
  lockedUntil: 0,
};

/** Somebody whose PIN is being looked at until the test says so. */
function beingLookedAt(tried: Partial<PersonRecord> = {}) {
  const records = new Map([[operator.id, { ...operator, ...tried }]]);
  let settle = (): void => undefined;
  const tries = createTries({
    people: {
      all: () => [...records.values()],
      put: (record) => void records.set(record.id, record),
      remove: (personId) => void records.delete(personId),
    },
    clock: { now: () => 1_000, after: () => () => undefined },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    pins: {
      hash: (pin) => Promise.resolve(`clear:${pin}`),
      matches: (pin, hash) =>
        new Promise((known) => {
          settle = () => known(hash === `clear:${pin}`);
        }),
    },
  });
  const looked = tries.look('p1', '1357');
  return { records, looked, settle: () => settle() };
}

describe('a PIN that is being looked at', () => {
  it('brings nobody back who was taken off the list meanwhile', async () => {
    const { records, looked, settle } = beingLookedAt();
    records.delete('p1');
    settle();

    expect(await looked).toEqual({ ok: false, reason: 'person-unknown' });
    expect([...records.values()]).toEqual([]);
  });

  it('is right no more when it was changed meanwhile, and the new one stays', async () => {
    const { records, looked, settle } = beingLookedAt();
    records.set('p1', { ...operator, pinHash: 'clear:8642' });
    settle();

    expect(await looked).toMatchObject({ ok: false, reason: 'pin-wrong' });
    expect([...records.values()]).toMatchObject([{ pinHash: 'clear:8642' }]);
  });

  it('waits out the lock that wrong tries brought, but none that only a clock that was set back can have made', async () => {
    const locked = beingLookedAt({ failures: 3, lockedUntil: 1_000 + lockMs(3) });
    expect(await locked.looked).toMatchObject({ reason: 'too-many-tries', mayTryAt: 1_000 + lockMs(3) });

    const { looked, settle } = beingLookedAt({ failures: 3, lockedUntil: 7_200_000 });
    settle();
    expect(await looked).toMatchObject({ ok: true });
  });

  it('is right when nothing happened meanwhile', async () => {
    const { records, looked, settle } = beingLookedAt();
    settle();

    expect(await looked).toMatchObject({ ok: true, value: { name: 'Trần Văn Sơn' } });
    expect([...records.values()]).toMatchObject([{ failures: 0, lockedUntil: 0 }]);
  });
});
