import { useCallback, useEffect, useRef, useState } from 'react';
import type { Program, Scene } from '../../domain/wall/model.ts';
import { useReplica, useWorld } from '../replica/store.ts';

/** A take waits this long at most for tiles that have nothing to show yet. */
const READY_WITHIN_MS = 1_000;
/** A preparation that no take followed is taken down again. */
const FORGET_AFTER_MS = 15_000;

/** The program on this window's wall, shown at its time T; a program that is already due is shown at once. */
function useShownProgram(wallId: string | undefined): Program | null {
  const committed = useWorld((world) => (wallId === undefined ? null : (world.walls[wallId]?.program ?? null)));
  const [shown, setShown] = useState<Program | null>(null);
  useEffect(() => {
    const wait = committed === null || shown === null ? 0 : committed.showAt - Date.now();
    if (wait <= 0) return setShown(committed);
    const timer = setTimeout(() => setShown(committed), wait);
    return () => clearTimeout(timer);
  }, [committed, shown]);
  return shown;
}

/** Says `wall.shown` once the frame that shows a take has been painted. */
function useShownReport(wallId: string | undefined, program: Program | null, openings: number): void {
  const takeId = program?.takeId;
  useEffect(() => {
    if (wallId === undefined || takeId === undefined) return;
    let frame = requestAnimationFrame(() => {
      // The second callback runs after the first frame with the new picture was handed over for painting.
      frame = requestAnimationFrame(() => void window.ioc.call('wall.shown', { wallId, takeId, paintedAt: Date.now() }));
    });
    return () => cancelAnimationFrame(frame);
  }, [wallId, takeId, openings]);
}

export type TakeWatch = {
  /** What the wall shows, or null while it shows nothing. */
  readonly on: Scene | null;
  /** What warms up unseen for the next take. */
  readonly next: Scene | null;
  /** Tells that a tile (by identity) shows what it has. */
  readonly tileReady: (identity: string) => void;
  /** Tells which tiles the next scene needs on this window. */
  readonly expect: (identities: readonly string[]) => void;
};

/** Follows the takes of this window's wall: prepare, say ready, show at time T, say shown. */
export function useTakeWatch(wallId: string | undefined): TakeWatch {
  const openings = useReplica((state) => state.openings);
  const preparation = useReplica((state) => state.preparation);
  const program = useShownProgram(wallId);
  useShownReport(wallId, program, openings);

  const [dropped, setDropped] = useState<string | null>(null);
  const ready = useRef(new Set<string>());
  const expected = useRef<readonly string[]>([]);
  const said = useRef<string | null>(null);
  const pending = preparation && preparation.takeId !== program?.takeId && preparation.takeId !== dropped ? preparation : null;

  const say = useCallback(() => {
    if (pending === null || said.current === pending.takeId) return;
    said.current = pending.takeId;
    void window.ioc.call('wall.ready', { wallId: pending.wallId, takeId: pending.takeId });
  }, [pending]);

  const sayWhenAllReady = useCallback(() => {
    if (expected.current.every((identity) => ready.current.has(identity))) say();
  }, [say]);

  useEffect(() => {
    if (pending === null) return;
    const late = setTimeout(say, READY_WITHIN_MS);
    const forget = setTimeout(() => setDropped(pending.takeId), FORGET_AFTER_MS);
    return () => {
      clearTimeout(late);
      clearTimeout(forget);
    };
  }, [pending, say]);

  const tileReady = useCallback(
    (identity: string) => {
      ready.current.add(identity);
      sayWhenAllReady();
    },
    [sayWhenAllReady],
  );
  const expect = useCallback(
    (identities: readonly string[]) => {
      expected.current = identities;
      sayWhenAllReady();
    },
    [sayWhenAllReady],
  );
  return { on: program?.scene ?? null, next: pending?.scene ?? null, tileReady, expect };
}
