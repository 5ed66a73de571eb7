import { beforeEach, expect, it, vi } from 'vitest';
import { inTurn } from './inTurn.ts';

let frames: (() => void)[] = [];

function frame(): void {
  for (const work of frames.splice(0)) work();
}

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => frames.push(work));
  return () => vi.unstubAllGlobals();
});

it('a hundred small charts that are due at once are drawn over many frames, each once and in order', () => {
  const drawn: number[] = [];
  for (let chart = 0; chart < 100; chart += 1) inTurn(() => drawn.push(chart));

  frame();
  expect(drawn).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  for (let more = 0; more < 9; more += 1) frame();

  expect(drawn).toEqual(Array.from({ length: 100 }, (_, chart) => chart));
  expect(frames).toEqual([]);
});

it('what is asked for twice before its frame is done once, and what is called off never', () => {
  const draw = vi.fn();
  const gone = vi.fn();
  inTurn(draw);
  inTurn(draw);
  inTurn(gone)();

  frame();
  frame();

  expect(draw).toHaveBeenCalledTimes(1);
  expect(gone).not.toHaveBeenCalled();
});

it('a job that asks for itself again waits for another frame', () => {
  let turns = 0;
  const again = (): void => {
    turns += 1;
    inTurn(again);
  };
  inTurn(again);

  frame();
  expect(turns).toBe(1);
  frame();
  expect(turns).toBe(2);
});
