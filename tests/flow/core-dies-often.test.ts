import { expect, it } from 'vitest';
import { fakeCache } from '../support/fakes.ts';
import { createHub, WORLD_EVERY } from '../../main/kernel/hub.ts';

it('takes a picture of the World however often the core dies: a start never goes through more than so many commits', () => {
  const cache = fakeCache();
  const openHub = () =>
    createHub({
      saved: cache.load(),
      cache,
      clock: { now: () => Date.UTC(2026, 10, 22, 5), after: () => () => undefined },
      windows: { publish: () => undefined, reading: () => undefined, cameras: () => undefined },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      saveReadings: () => true,
      onKept: () => undefined,
    });
  const die = (hub: ReturnType<typeof openHub>): void => {
    for (let commit = 0; commit < WORLD_EVERY - 1; commit += 1)
      hub.commit({ type: 'incidents.reset', incidents: [] });
  };

  die(openHub());
  die(openHub());
  die(openHub());

  const { seq, pictured } = cache.load();
  expect(seq - pictured).toBeLessThan(WORLD_EVERY);
});
