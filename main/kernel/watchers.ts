import type { Seat } from './seat.ts';

/** Which seats want which readings. */
export function createWatchers() {
  const byKey = new Map<string, Set<Seat>>();

  function leave(seat: Seat): void {
    for (const key of seat.watched) {
      const set = byKey.get(key);
      set?.delete(seat);
      if (set?.size === 0) byKey.delete(key);
    }
    seat.watched = new Set();
  }

  return {
    leave,
    /** From now on the seat gets these and no others. */
    watch(seat: Seat, keys: readonly string[]): void {
      leave(seat);
      seat.watched = new Set(keys);
      for (const key of seat.watched) {
        const set = byKey.get(key);
        if (set) set.add(seat);
        else byKey.set(key, new Set([seat]));
      }
    },
    of: (key: string): ReadonlySet<Seat> | undefined => byKey.get(key),
  };
}
