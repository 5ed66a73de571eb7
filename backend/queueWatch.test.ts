import { describe, expect, it } from 'vitest';
import { createQueueWatch } from './queueWatch.ts';

const MB = 1024 * 1024;

describe('the watch over a queue', () => {
  it('says nothing while nothing waits', () => {
    const watch = createQueueWatch(5_000, 0);
    expect(watch.stalled({ waiting: 0, delivered: 0 }, 60_000)).toBe(false);
  });

  it('says stalled when nothing goes out for longer than it may', () => {
    const watch = createQueueWatch(5_000, 0);
    watch.stalled({ waiting: 0, delivered: 100 }, 1_000);
    expect(watch.stalled({ waiting: MB, delivered: 100 }, 6_000)).toBe(false);
    expect(watch.stalled({ waiting: MB, delivered: 100 }, 6_001)).toBe(true);
  });

  it('says stalled for a reader of a kilobyte a second', () => {
    const watch = createQueueWatch(5_000, 0);
    const seconds = [1, 2, 3, 4, 5, 6];
    expect(
      seconds.map((second) => watch.stalled({ waiting: MB, delivered: second * 1_000 }, second * 1_000)),
    ).toEqual([false, false, false, false, false, true]);
  });

  it('lets a thin line take its time for a large frame', () => {
    const watch = createQueueWatch(5_000, 0);
    watch.allow(3 * MB, 0);
    expect(watch.stalled({ waiting: 3 * MB, delivered: 0 }, 90_000)).toBe(false);
    expect(watch.stalled({ waiting: 3 * MB, delivered: 0 }, 104_000)).toBe(true);
  });
});
