import type { PortEvent, WindowIdentity } from '../../domain/contract/port.ts';
import { same } from '../../domain/kernel/same.ts';
import { isAt, type ConsolePlace } from '../../domain/wall/control.ts';
import type { Scene } from '../../domain/wall/model.ts';
import type { Clock } from '../kernel/ports.ts';

/** Windows get this long to mount a take's tiles unseen, ms; the others do not wait longer for a silent one. */
export const READY_WITHIN_MS = 1_500;

type Prepare = Extract<PortEvent, { type: 'prepare' }>;
/** What warms up, at which console somebody chose it, and which windows have it live. */
type Warm = { readonly event: Prepare; readonly by: ConsolePlace; readonly ready: Set<string> };
type Pending = { readonly event: Prepare; readonly waiting: Set<string>; readonly settle: () => void };

export type Audience = {
  readonly windows: () => readonly WindowIdentity[];
  readonly tell: (windowId: string, event: PortEvent) => boolean;
};

/** Asks every window of a wall to make a take ready, and waits for all of them, but not for ever. */
export function createPreparation(audience: Audience, clock: Clock) {
  let pending: Pending | undefined;
  let warm: Warm | undefined;

  function askedBy(event: Prepare): readonly WindowIdentity[] {
    return audience.windows().filter(({ kind, wallId }) => kind === 'wall' && wallId === event.wallId);
  }

  function done(windowId: string): void {
    if (pending?.waiting.delete(windowId) && pending.waiting.size === 0) pending.settle();
  }

  /** Windows in which this very scene is live already: they are told of the take, and nobody waits for them. */
  function readyFor({ wallId, scene }: Prepare): ReadonlySet<string> {
    const before = warm;
    warm = undefined;
    const isWarm = before?.event.wallId === wallId && same(before.event.scene, scene);
    return isWarm ? before.ready : new Set();
  }

  /** Takes down what warms up on a wall; false: nothing did. */
  function cool(wallId: string): boolean {
    if (warm?.event.wallId !== wallId) return false;
    const event: Prepare = { ...warm.event, scene: null };
    warm = undefined;
    for (const { windowId } of askedBy(event)) audience.tell(windowId, event);
    return true;
  }

  /** Takes down what warms up unless the console at which it was chosen still stands for it. */
  function keepWarm(wallId: string, stands: (chosenAt: ConsolePlace) => boolean): void {
    if (warm !== undefined && !stands(warm.by)) cool(wallId);
  }

  return {
    /** Resolves with the windows that stayed silent. */
    async prepare(event: Prepare): Promise<ReadonlySet<string>> {
      const ready = readyFor(event);
      const silent = new Set<string>();
      const waiting = new Set<string>();
      for (const { windowId } of askedBy(event)) {
        if (!audience.tell(windowId, event)) silent.add(windowId);
        else if (!ready.has(windowId)) waiting.add(windowId);
      }
      if (waiting.size === 0) return silent;
      await new Promise<void>((resolve) => {
        const callOff = clock.after(READY_WITHIN_MS, resolve);
        const settle = (): void => {
          callOff();
          resolve();
        };
        pending = { event, waiting, settle };
      });
      pending = undefined;
      return new Set([...silent, ...waiting]);
    },
    /** Mounts what will probably be taken next, unseen; nobody waits for it. A take that comes puts its own scene in its place. */
    warm(event: Prepare, by: ConsolePlace): void {
      // A take has put its own scene in the place of what was warm: there is nothing left to take down.
      if (pending) return;
      if (event.scene === null) return keepWarm(event.wallId, (place) => !isAt(place, by));
      warm = { event, by, ready: new Set() };
      for (const { windowId } of askedBy(event)) audience.tell(windowId, event);
    },
    /** What the wall's windows mount or keep mounted unseen for the next take, or null. */
    unseen(wallId: string): Scene | null {
      const event = pending?.event ?? warm?.event;
      return event?.wallId === wallId ? event.scene : null;
    },
    cool,
    keepWarm,
    /** Its screen is gone: nobody waits for it. */
    dismissed(windowId: string): void {
      warm?.ready.delete(windowId);
      done(windowId);
    },
    ready(windowId: string, takeId: string): void {
      if (warm?.event.takeId === takeId) warm.ready.add(windowId);
      if (pending?.event.takeId === takeId) done(windowId);
    },
    /** A window that comes while the others make ready, or warm up, is asked too. */
    admitted({ windowId, kind, wallId }: WindowIdentity): void {
      warm?.ready.delete(windowId);
      const event = pending?.event ?? warm?.event;
      if (event && kind === 'wall' && wallId === event.wallId) audience.tell(windowId, event);
    },
  };
}
export type Preparation = ReturnType<typeof createPreparation>;
