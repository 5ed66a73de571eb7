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
  const disk = { refuses: false, history };
  const cache: Pick<Cache, 'saveReadings'> = {
    saveReadings({ history: points }) {
      if (disk.refuses) throw new Error('SQLITE_FULL');
      history.push(...points.map(([, value]) => value));
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
  const reads = (value: number): void => {
    const reading: PortReading = ['water', value, clock.now(), clock.now(), 0, 'live'];
    keeper.put(reading);
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
