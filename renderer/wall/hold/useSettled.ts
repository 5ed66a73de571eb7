import { useCallback, useEffect, useRef, useState } from 'react';
import type { MountedTile } from '../tilePlacement.ts';

/** A page's first picture may be held still after this, whatever its tiles say, ms. */
const SETTLED_WITHIN_MS = 3_000;
/**
 * A page that waits unseen to take the place of another takes it after this, ms: a map without a graphics card needs ten
 * seconds, the shell waits for twenty.
 */
const WHOLE_WITHIN_MS = 15_000;

/**
 * True once every tile that is seen has shown what it has, for the first time since this page began, or has had its time; it
 * stays true. The core is told when all have, which takes the time it takes.
 */
export function useSettled(
  wallId: string | undefined,
  mounted: readonly MountedTile[],
  tileReady: (identity: string) => void,
): { readonly settled: boolean; readonly heard: (identity: string) => void } {
  const [settled, setSettled] = useState(false);
  const [whole, setWhole] = useState(false);
  const ready = useRef(new Set<string>());
  const seen = useRef<readonly MountedTile[]>([]);
  seen.current = mounted.filter((tile) => tile.seen);

  useEffect(() => {
    const late = setTimeout(() => setSettled(true), SETTLED_WITHIN_MS);
    const tooLate = setTimeout(() => setWhole(true), WHOLE_WITHIN_MS);
    return () => {
      clearTimeout(late);
      clearTimeout(tooLate);
    };
  }, []);

  useEffect(() => {
    if (whole && wallId !== undefined) void window.ioc.call('wall.settled', { wallId });
  }, [whole, wallId]);

  const heard = useCallback(
    (identity: string) => {
      tileReady(identity);
      ready.current.add(identity);
      if (!seen.current.every((tile) => ready.current.has(tile.identity))) return;
      setSettled(true);
      setWhole(true);
    },
    [tileReady],
  );
  return { settled, heard };
}
