import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    now = Date.now();
    timer = setInterval(tick, 1000);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** This machine's time (epoch ms), renewed once a second for the whole window by one timer. */
export function useNow(): number {
  return useSyncExternalStore(listen, () => now);
}

/** Calls `listener` once a second, after the time moved on; returns the function that stops. */
export const onTick = listen;

/** The time (epoch ms) that `useNow` shows, without listening. */
export function currentTime(): number {
  return timer === undefined ? Date.now() : now;
}
