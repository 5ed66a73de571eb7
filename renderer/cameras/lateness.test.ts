import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchLateness } from './lateness.ts';

let frameMs = 16;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (paint: () => void) => setTimeout(paint, frameMs));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('a window is late by the share of frames that let a picture wait for the next one', () => {
  const lateness = watchLateness();
  vi.advanceTimersByTime(1_050);
  expect(lateness.take()).toBe(0);

  frameMs = 60;
  vi.advanceTimersByTime(1_000);
  expect(lateness.take()).toBe(1);
  lateness.stop();
});

it('a window that hangs is late all the time that it hangs', () => {
  const lateness = watchLateness();
  vi.advanceTimersByTime(550);
  frameMs = 500;
  vi.advanceTimersByTime(500);
  expect(lateness.take()).toBeGreaterThan(0.4);

  lateness.stop();
  vi.advanceTimersByTime(1_000);
  lateness.take();
  expect(vi.getTimerCount()).toBe(0);
});
