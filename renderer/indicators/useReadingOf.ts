import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { onTick } from '../replica/clock.ts';
import { onReading } from '../replica/store.ts';

type Told = string | number | null;

/**
 * What `derive` makes of the latest readings of these keys (the same list every time) and the time. The component renders
 * again only when that changes, so a number that moves sixty times a second costs no render while its state stays the same.
 */
export function useReadingsOf<Result extends Told>(keys: readonly string[], derive: () => Result): Result {
  const listen = useCallback(
    (listener: () => void) => {
      const stops = [...keys.map((key) => onReading(key, listener)), onTick(listener)];
      return () => stops.forEach((stop) => stop());
    },
    [keys],
  );
  return useSyncExternalStore(listen, derive);
}

/** The same for one key. */
export function useReadingOf<Result extends Told>(key: string, derive: () => Result): Result {
  return useReadingsOf(
    useMemo(() => [key], [key]),
    derive,
  );
}

/** The same for words that time changes, not the value: looked at once a second and whenever the component renders. */
export function useTimed<Result extends Told>(derive: () => Result): Result {
  return useSyncExternalStore(onTick, derive);
}
