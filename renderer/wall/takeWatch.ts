import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Program, Scene } from '../../domain/wall/model.ts';
import { useReplica, useWorld, type Preparation } from '../replica/store.ts';
import { useFrozenId } from './hold/useFrozenId.ts';
import { createReadiness } from './readiness.ts';
import { tileIdentity, type MountedTile } from './tilePlacement.ts';

/** A take waits this long at most for tiles that have nothing to show yet. */
const READY_WITHIN_MS = 1_000;
/** A preparation that no take followed is taken down again. */
const FORGET_AFTER_MS = 15_000;
/** What was on before stays mounted so long, unseen: the way back is a cut while anybody might still want it. */
const KEEP_BEFORE_MS = 30_000;
/** T is never farther off than this: a clock that was set back must not hold a take. */
const MOST_WAIT_MS = 1_000;

type ShownProgram = {
  readonly shown: Program | null;
  /** What this window showed before, for a while. */
  readonly before: Scene | null;
};

/** The program on this window's wall, shown at its time T; a program that is already due is shown at once. */
function useShownProgram(wallId: string | undefined): ShownProgram & {
  /** Taken, and not yet due. */
  readonly due: Scene | null;
} {
  const committed = useWorld((world) =>
    wallId === undefined ? null : (world.walls[wallId]?.program ?? null),
  );
  const [state, setState] = useState<ShownProgram>({ shown: null, before: null });
  const { shown, before } = state;
  const isCut = committed !== null && shown !== null && committed.takeId !== shown.takeId;
  useEffect(() => {
    const show = (): void =>
      setState((now) => ({ shown: committed, before: isCut ? (now.shown?.scene ?? null) : now.before }));
    const wait = isCut ? Math.min(MOST_WAIT_MS, committed.showAt - Date.now()) : 0;
    if (wait <= 0) return show();
    const timer = setTimeout(show, wait);
    return () => clearTimeout(timer);
  }, [committed, isCut]);
  useEffect(() => {
    if (before === null) return;
    const drop = setTimeout(() => setState((now) => ({ ...now, before: null })), KEEP_BEFORE_MS);
    return () => clearTimeout(drop);
  }, [before]);
  return { ...state, due: isCut ? committed.scene : null };
}

/** Epoch ms by a clock that is never set: windows of one machine can be compared by it. */
function steadyNow(): number {
  return Math.round(performance.timeOrigin + performance.now());
}

/**
 * Puts what lies above this page where it belongs now; resolves when it is on its way there, null when there is nothing of
 * the kind.
 */
export type PlaceOutside = () => Promise<void> | null;

/** Says `wall.shown` once the frame that shows a command's outcome has been painted. */
function useShownReport(
  wallId: string | undefined,
  program: Program | null,
  {
    openings,
    frozenId,
    placeOutside,
  }: { readonly openings: number; readonly frozenId: string | null; readonly placeOutside: PlaceOutside },
): void {
  const commandId = useWorld((world) => {
    const wall = wallId === undefined ? undefined : world.walls[wallId];
    const command = wall?.command;
    if (command?.kind === 'freeze' && wall?.hold.freeze?.id !== frozenId) return undefined;
    // What was taken is shown at its time T: until then no picture is the whole outcome of anything.
    return wall?.program === program ? command?.id : undefined;
  });
  // Pages of the outside lie above this page: they come and go with the cut, not at the next look.
  useLayoutEffect(() => void placeOutside(), [commandId, program, placeOutside]);
  useEffect(() => {
    if (wallId === undefined || commandId === undefined) return;
    const say = (): void => void window.ioc.call('wall.shown', { wallId, commandId, paintedAt: steadyNow() });
    let frame = requestAnimationFrame(() => {
      // The second callback runs after the first frame with the new picture was handed over for painting.
      frame = requestAnimationFrame(() => {
        const placed = placeOutside();
        if (placed === null) say();
        else void placed.then(say);
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [wallId, commandId, openings, placeOutside]);
}

/** The preparation that still waits for its take, or null. */
function usePending(program: Program | null): Preparation | null {
  const preparation = useReplica((state) => state.preparation);
  const [dropped, setDropped] = useState<string | null>(null);
  const gone =
    preparation === null || preparation.takeId === program?.takeId || preparation.takeId === dropped;
  const pending = gone ? null : preparation;
  useEffect(() => {
    if (pending === null || pending.warm) return;
    const forget = setTimeout(() => setDropped(pending.takeId), FORGET_AFTER_MS);
    return () => clearTimeout(forget);
  }, [pending]);
  return pending;
}

/** What this window's wall shows, and what warms up unseen for the next take. */
export function useProgram(
  wallId: string | undefined,
  placeOutside: PlaceOutside,
): {
  readonly on: Scene | null;
  readonly pending: Preparation | null;
  /** What is mounted unseen: what was taken and is not yet due, what warms up, what was on a moment ago. */
  readonly next: readonly Scene[];
} {
  const openings = useReplica((state) => state.openings);
  const { shown, before, due } = useShownProgram(wallId);
  const frozenId = useFrozenId(wallId);
  useShownReport(wallId, shown, { openings, frozenId, placeOutside });
  const pending = usePending(shown);
  const next = useMemo(
    () => [due, pending?.scene ?? null, before].filter((scene) => scene !== null),
    [due, pending, before],
  );
  return { on: shown?.scene ?? null, pending, next };
}

/** Says `wall.ready` once all tiles that warm up show what they have, or have had their time. Returns who tells it. */
export function useReadiness(
  pending: Preparation | null,
  mounted: readonly MountedTile[],
): (identity: string) => void {
  const [readiness] = useState(createReadiness);
  const said = useRef<string | null>(null);
  const latest = useRef(pending);
  latest.current = pending;
  const say = useCallback(() => {
    if (pending === null || said.current === pending.takeId) return;
    said.current = pending.takeId;
    void window.ioc.call('wall.ready', { wallId: pending.wallId, takeId: pending.takeId });
  }, [pending]);

  useEffect(() => {
    const wanted = new Set(Object.values(pending?.scene.tiles ?? {}).map(tileIdentity));
    const unseen = mounted.filter(({ seen }) => !seen).map(({ identity }) => identity);
    const warming = unseen.filter((identity) => wanted.has(identity));
    readiness.expect(
      pending?.takeId ?? null,
      warming,
      mounted.map(({ identity }) => identity),
    );
    if (pending === null) return;
    if (readiness.allReady(pending.takeId)) say();
  }, [readiness, pending, mounted, say]);

  useEffect(() => {
    if (pending === null) return;
    const late = setTimeout(say, READY_WITHIN_MS);
    return () => clearTimeout(late);
  }, [pending, say]);

  const sayLatest = useRef(say);
  sayLatest.current = say;
  // One and the same for the life of the window: tiles that have it are not drawn anew with every take.
  return useCallback(
    (identity: string) => {
      readiness.tileReady(identity);
      if (latest.current && readiness.allReady(latest.current.takeId)) sayLatest.current();
    },
    [readiness],
  );
}
