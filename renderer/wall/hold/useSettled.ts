import { useCallback, useEffect, useRef, useState } from 'react';
import type { MountedTile } from '../tilePlacement.ts';

/** A page's first picture is called whole after this, whatever its tiles say, ms. */
const SETTLED_WITHIN_MS = 3_000;

/** True once every tile that is seen has shown what it has, for the first time since this page began; it stays true. */
export function useSettled(
  wallId: string | undefined,
  mounted: readonly MountedTile[],
  tileReady: (identity: string) => void,
): { readonly settled: boolean; readonly heard: (identity: string) => void } {
  const [settled, setSettled] = useState(false);
  const ready = useRef(new Set<string>());
  const seen = useRef<readonly MountedTile[]>([]);
  seen.current = mounted.filter((tile) => tile.seen);

  useEffect(() => {
    const late = setTimeout(() => setSettled(true), SETTLED_WITHIN_MS);
    return () => clearTimeout(late);
  }, []);

  useEffect(() => {
    if (settled && wallId !== undefined) void window.ioc.call('wall.settled', { wallId });
  }, [settled, wallId]);

  const heard = useCallback(
    (identity: string) => {
      tileReady(identity);
      ready.current.add(identity);
      if (seen.current.every((tile) => ready.current.has(tile.identity))) setSettled(true);
    },
    [tileReady],
  );
  return { settled, heard };
}
