import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { emptyWorld } from '../../domain/contract/world.ts';
import { openCache } from '../../main/edge/sqlite/cacheTable.ts';
import { anIncident, NOON } from '../support/builders.ts';

const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
const ends: (() => void)[] = [];
afterEach(() =>
  ends
    .splice(0)
    .reverse()
    .forEach((end) => end()),
);

/** A disk of two megabytes. */
function smallDisk(): string {
  const folder = mkdtempSync(join(tmpdir(), 'disk-'));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder]);
  ends.push(() => execFileSync('umount', ['-l', folder]));
  return folder;
}

const retention = { journalDays: 30, historyDays: 30 };
const open = (profileDir: string, now = NOON) =>
  openCache({ profileDir, retention, now, onSetAside: () => undefined });
const raise = (seq: number) => ({
  seq,
  at: NOON,
  change: {
    type: 'incidents.raised',
    incident: anIncident({ id: `inc-${seq}`, detail: 'x'.repeat(2_000) }),
  } as const,
});

const order = (number: number) => ({
  number,
  body: { type: 'incidents.acknowledge', incidentId: 'inc-1', by: 'Nguyễn Thị Hạnh', at: NOON } as const,
});

/** Commits until the disk says no; returns how many it took. */
function fillUp({ cache }: ReturnType<typeof open>): number {
  for (let seq = 1; seq < 10_000; seq += 1) {
    try {
      cache.append([raise(seq)], {});
    } catch {
      return seq - 1;
    }
  }
  throw new Error('the disk is not full');
}

function aFullDisk(): void {
  it('keeps everything it took, undamaged', () => {
    const folder = smallDisk();
    const full = open(folder);
    const taken = fillUp(full);
    full.cache.close();

    const again = open(folder);
    ends.push(() => again.cache.close());

    expect(taken).toBeGreaterThan(100);
    expect(Object.keys(again.cache.load().world.incidents.byId)).toHaveLength(taken);
  });

  it('still lets the wall start, from what is on it', () => {
    const folder = smallDisk();
    const first = open(folder);
    first.cache.append([raise(1)], {});
    first.cache.close();
    try {
      writeFileSync(join(folder, 'ballast'), Buffer.alloc(3_000_000));
    } catch {
      // As full as it gets.
    }

    const again = open(folder);
    ends.push(() => again.cache.close());

    expect(Object.keys(again.cache.load().world.incidents.byId)).toEqual(['inc-1']);
  });

  it('numbers what is ordered meanwhile apart: the file goes on from where it was', () => {
    const folder = smallDisk();
    const first = open(folder);
    const { device } = first.cache.load();
    first.cache.append([raise(1)], { order: order(1) });
    first.cache.close();
    execFileSync('mount', ['-o', 'remount,bind,ro', folder]);

    const copies = [0, 1].map((copy) => {
      const { cache, elsewhere } = open(folder, NOON + copy);
      const { nextOrder, ...saved } = cache.load();
      cache.append([raise(2)], { order: order(nextOrder) });
      cache.close();
      expect([elsewhere, saved.device, saved.orders]).toEqual([true, device, [order(1)]]);
      return nextOrder;
    });
    execFileSync('mount', ['-o', 'remount,bind,rw', folder]);
    const again = open(folder);
    ends.push(() => again.cache.close());

    expect(again.cache.load()).toMatchObject({ device, nextOrder: 2, orders: [order(1)] });
    expect(copies).toEqual([NOON, NOON + 1]);
  });

  it('lets the wall start even if nothing was ever written to it', () => {
    const folder = smallDisk();
    try {
      writeFileSync(join(folder, 'ballast'), Buffer.alloc(3_000_000));
    } catch {
      // As full as it gets.
    }

    const opened = open(folder);
    ends.push(() => opened.cache.close());

    expect(opened.elsewhere).toBe(true);
    expect(opened.cache.load().world).toEqual(emptyWorld);
  });
}

if (isRoot) describe('a disk that fills up', aFullDisk);
else
  it(
    'a disk that fills up: the same stories, in a namespace where an ordinary user may mount',
    { timeout: 60_000 },
    () => {
      const stories = ['run', '--config', 'config/vitest.config.ts', 'tests/flow/disk-is-full.test.ts'];
      execFileSync('unshare', ['-Urm', process.execPath, 'node_modules/vitest/vitest.mjs', ...stories]);
    },
  );
