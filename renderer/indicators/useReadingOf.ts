import { useCallback, useSyncExternalStore } from 'react';
import { onTick } from '../replica/clock.ts';
import { onReading } from '../replica/store.ts';

type Told = string | number | null;

/**
 * What `derive` makes of a key's latest reading and the time. The component renders again only when that changes, so a
 * number that moves sixty times a second costs no render while its state stays the same.
 */
export function useReadingOf<Result extends Told>(key: string, derive: () => Result): Result {
  const listen = useCallback(
    (listener: () => void) => {
      const stopReading = onReading(key, listener);
      const stopTick = onTick(listener);
      return () => {
        stopReading();
        stopTick();
      };
    },
    [key],
  );
  return useSyncExternalStore(listen, derive);
}

/** The same for words that time changes, not the value: looked at once a second and whenever the component renders. */
export function useTimed<Result extends Told>(derive: () => Result): Result {
  return useSyncExternalStore(onTick, derive);
}
