import { expect, it } from 'vitest';
import type { Wall } from '../../domain/wall/model.ts';
import { createRenewals, MOST_WAITS, QUIET_MS } from './renewals.ts';

const NOW = 1_000_000;

function room() {
  const renewed: string[] = [];
  let now = NOW;
  const command: Wall['command'] = { id: 'c', kind: 'take', by: 'Hạnh', at: NOW };
  const wall = { id: 'main', command };
  const renewals = createRenewals({
    // Of a wall only its last command matters here.
    walls: () => JSON.parse(JSON.stringify({ main: wall })),
    clock: { now: () => now, after: () => () => undefined },
    onRenew: (windowId) => void renewed.push(windowId),
    onSettled: () => undefined,
  });
  return { renewed, renewals, pass: (ms: number) => void (now += ms) };
}

it('a heavy window waits until nobody is at work on the wall', () => {
  const { renewed, renewals, pass } = room();
  renewals.heavy('wall-d1');
  expect(renewed).toEqual([]);
  pass(QUIET_MS);
  renewals.heavy('wall-d1');
  expect(renewed).toEqual(['wall-d1']);
});

it('but not for ever', () => {
  const { renewed, renewals } = room();
  for (let look = 0; look <= MOST_WAITS; look += 1) renewals.heavy('wall-d1');
  expect(renewed).toEqual(['wall-d1']);
});
