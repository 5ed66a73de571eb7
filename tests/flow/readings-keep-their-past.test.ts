import { describe, expect, it } from 'vitest';
import type { PortReading } from '../../domain/contract/port.ts';
import { fakeClock, fakeLog } from '../support/fakes.ts';
import { createKeeper, SAVE_MS } from '../../main/kernel/keeper.ts';
import type { Cache } from '../../main/kernel/ports.ts';

const MINUTE_MS = 60_000;

/** A keeper of readings that are due every minute, over a disk that can refuse. */
function aKeeper() {
  const clock = fakeClock();
  const history: (number | null)[] = [];
  const latest: (number | null)[] = [];
  const disk = { refuses: false, history, latest };
  const cache: Pick<Cache, 'saveReadings'> = {
    saveReadings({ history: points, latest: shown }) {
      if (disk.refuses) throw new Error('SQLITE_FULL');
      history.push(...points.map(([, value]) => value));
      latest.push(...shown.map(([, value]) => value));
    },
  };
  const keeper = createKeeper({
    saved: [],
    cache,
    clock,
    log: fakeLog(),
    movedCursors: () => [],
    lastHeardAt: () => null,
    cadenceMs: () => MINUTE_MS,
  });
  const reads = (value: number, minutesAgo = 0): void => {
    const ageMs = minutesAgo * MINUTE_MS;
    const reading: PortReading = ['water', value, clock.now() - ageMs, clock.now(), ageMs, 'live'];
    keeper.put(reading, clock.now());
  };
  return { clock, disk, reads };
}

describe('the past of a reading', () => {
  it('has a point as often as the value is due, not as often as it comes', async () => {
    const { clock, disk, reads } = aKeeper();
    for (const value of [1, 2, 3]) {
      reads(value);
      await clock.advance(SAVE_MS);
    }
    await clock.advance(MINUTE_MS);
    reads(4);
    await clock.advance(SAVE_MS);

    expect(disk.history).toEqual([1, 4]);
  });

  it('has what came late, as often as it was due, while what is of now stands', async () => {
    const { clock, disk, reads } = aKeeper();
    reads(60);
    for (const minutesAgo of [50, 49.9, 49.8, 49, 48]) reads(60 - minutesAgo, minutesAgo);
    await clock.advance(SAVE_MS);

    expect(disk.latest).toEqual([60]);
    expect(disk.history).toEqual([60, 10, 11, 12]);
  });

  it('has what came late also when the disk refused at first, and all of a long backlog', async () => {
    const { clock, disk, reads } = aKeeper();
    disk.refuses = true;
    reads(0);
    for (let minutesAgo = 1_000; minutesAgo > 0; minutesAgo -= 1) reads(minutesAgo, minutesAgo);
    await clock.advance(2 * SAVE_MS);

    disk.refuses = false;
    await clock.advance(3 * SAVE_MS);

    expect(disk.history).toHaveLength(1_001);
    expect(new Set(disk.history).size).toBe(1_001);
  });

  it('has the point that the disk refused at first', async () => {
    const { clock, disk, reads } = aKeeper();
    disk.refuses = true;
    reads(1);
    await clock.advance(3 * SAVE_MS);

    disk.refuses = false;
    await clock.advance(2 * SAVE_MS);

    expect(disk.history).toEqual([1]);
  });
});
