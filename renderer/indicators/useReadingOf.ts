import { useCallback, useSyncExternalStore } from 'react';
import type { Reading } from '../../domain/indicators/model.ts';
import { currentTime, onTick } from '../replica/clock.ts';
import { latestReading, onReading } from '../replica/store.ts';

/**
 * What `derive` makes of a key's latest reading and the time. The component renders again only when that changes, so a
 * number that moves sixty times a second costs no render while its state stays the same.
 */
export function useReadingOf<Result extends string | number | null>(
  key: string,
  derive: (reading: Reading | undefined, now: number) => Result,
): Result {
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
  return useSyncExternalStore(listen, () => derive(latestReading(key), currentTime()));
}
