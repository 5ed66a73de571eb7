import { describe, expect, it } from 'vitest';
import type { Notice } from '../../domain/contract/port.ts';
import { createNotices } from './notices.ts';

const NOON = Date.UTC(2026, 10, 22, 5);

function opened() {
  const told: (readonly string[])[] = [];
  let now = NOON;
  const clock = { now: () => now, after: () => () => undefined };
  const kinds = (notices: readonly Notice[]) => notices.map(({ kind }) => kind);
  const notices = createNotices(clock, (all) => told.push(kinds(all)));
  return { ...notices, told, kinds: () => kinds(notices.all()), later: (ms: number) => void (now += ms) };
}

describe('a fault that stands', () => {
  it('is not pushed out by whatever else happens', () => {
    const notices = opened();
    notices.holds('disk-full', 'cache', true);
    for (let turn = 0; turn < 50; turn += 1) notices.add('window-restarted');

    expect(notices.kinds()).toContain('disk-full');
    expect(notices.kinds()).toHaveLength(21);
  });

  it('is one notice, as old as the fault, however often it is told', () => {
    const notices = opened();
    notices.holds('disk-full', 'cache', true);
    notices.later(60_000);
    notices.holds('disk-full', 'cache', true);
    notices.holds('disk-full', 'audit', true);
    notices.add('disk-full');

    expect(notices.all()).toMatchObject([{ kind: 'disk-full', at: NOON }]);
    expect(notices.told).toEqual([['disk-full']]);
  });

  it('ends with the last of its causes, not with the first', () => {
    const notices = opened();
    notices.holds('disk-full', 'cache', true);
    notices.holds('disk-full', 'audit', true);
    notices.holds('disk-full', 'cache', false);
    expect(notices.kinds()).toEqual(['disk-full']);

    notices.holds('disk-full', 'audit', false);
    expect(notices.kinds()).toEqual([]);
    expect(notices.told).toEqual([['disk-full'], []]);
  });

  it('that nobody can mend from here stands to the end', () => {
    const notices = opened();
    notices.add('vault-closed', 'key-wrong');
    notices.add('disk-full');
    notices.holds('disk-full', 'cache', true);
    notices.holds('disk-full', 'cache', false);

    expect(notices.all()).toMatchObject([
      { kind: 'vault-closed', detail: 'key-wrong' },
      { kind: 'disk-full' },
    ]);
  });

  it('is a new one when it comes back: nobody has seen that', () => {
    const notices = opened();
    notices.holds('recording-stopped', 'ring', true);
    const [first] = notices.all();
    notices.holds('recording-stopped', 'ring', false);
    notices.holds('recording-stopped', 'ring', true);

    expect(notices.all()).toHaveLength(1);
    expect(notices.all()[0]?.id).not.toBe(first?.id);
  });
});
