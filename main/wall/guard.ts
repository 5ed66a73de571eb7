import type { Notice, WindowIdentity } from '../../domain/contract/port.ts';
import { accept, refuse } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import {
  picturesBrought,
  picturesOn,
  PROBATION_MS,
  recentCrashes,
  suspects,
  type Crash,
} from '../../domain/wall/guard.ts';
import { RetryInput } from '../../domain/wall/holdInputs.ts';
import type { Suspension } from '../../domain/wall/holding.ts';
import type { Scene, Wall } from '../../domain/wall/model.ts';
import { BY_ITSELF, nameOf } from '../kernel/author.ts';
import type { Handlers } from '../kernel/handlers.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock, Log } from '../kernel/ports.ts';
import type { Preparation } from './preparation.ts';
import type { Receipts } from './receipts.ts';

type Needs = {
  readonly hub: Hub;
  readonly clock: Clock;
  readonly log: Log;
  readonly receipts: Receipts;
  readonly preparation: Pick<Preparation, 'unseen' | 'cool'>;
  readonly notice: (kind: Notice['kind'], detail?: string) => void;
};
type Dead = Pick<WindowIdentity, 'windowId' | 'wallId' | 'displayIds'>;
/** What a window drew of the program as it died, and what it mounted beside it for a scene that nobody saw yet. */
type Drawn = {
  readonly on: readonly string[];
  readonly brought: readonly string[];
  readonly unseen: Scene | null;
};

/**
 * Ends the loop of a window that dies again and again: its suspects are taken away at once, so that the panel is calm, and
 * come back one by one. One with which the window dies again alone is guilty, and stays away until somebody says so.
 */
export function createGuard({ hub, clock, log, receipts, preparation, notice }: Needs) {
  const crashes = new Map<string, readonly Crash[]>();
  /** What was tried again last, and until when a death is its fault. */
  let trial: { readonly wallId: string; readonly picture: string; readonly until: number } | null = null;
  let callOff: (() => void) | undefined;

  const suspendedOn = (wallId: string): readonly Suspension[] =>
    own(hub.world().walls, wallId)?.hold.suspended ?? [];

  function suspend(wallId: string, suspended: readonly Suspension[]): void {
    hub.commit({ type: 'wall.suspended', wallId, suspended, by: BY_ITSELF });
  }

  /** Tries the next suspect when nothing died for a while. */
  function tryNext(wallId: string): void {
    callOff?.();
    callOff = clock.after(PROBATION_MS, () => {
      trial = null;
      const next = suspendedOn(wallId).find(({ guilty }) => !guilty);
      if (next === undefined) return;
      trial = { wallId, picture: next.picture, until: clock.now() + PROBATION_MS };
      suspend(
        wallId,
        suspendedOn(wallId).filter((one) => one !== next),
      );
      tryNext(wallId);
    });
  }

  function convict({ wallId, displayIds }: Dead, picture: string): void {
    const others = suspendedOn(wallId).filter((one) => one.picture !== picture);
    suspend(wallId, [...others, { picture, displayIds, guilty: true, at: clock.now() }]);
    log.error('wall.tileGuilty', { wallId });
    tryNext(wallId);
  }

  function endLoop(dead: Dead, recent: readonly Crash[]): void {
    const wall = own(hub.world().walls, dead.wallId);
    const found = wall ? suspects(wall, dead.displayIds, recent) : [];
    if (wall === undefined || found.length === 0) return;
    const at = clock.now();
    const fresh = found.map((picture) => ({ picture, displayIds: dead.displayIds, guilty: false, at }));
    suspend(dead.wallId, [...wall.hold.suspended, ...fresh]);
    log.error('wall.windowLoops', { windowId: dead.windowId, suspects: fresh.length });
    crashes.delete(dead.windowId);
    tryNext(dead.wallId);
  }

  function drawnBy({ displayIds }: Dead, wall: Wall): Drawn {
    const unseen = preparation.unseen(wall.id);
    const brought = unseen ? picturesBrought(wall, unseen, displayIds) : [];
    return { on: picturesOn(wall, displayIds), brought, unseen };
  }

  /** What is suspected of a death: what was being mounted unseen, else what is on. A preview that killed is not warmed again. */
  function suspectedOf({ on, brought, unseen }: Drawn, wallId: string): readonly string[] {
    if (unseen === null || brought.length === 0) return on;
    if (preparation.cool(wallId)) notice('preview-dropped', unseen.name.vi);
    return brought;
  }

  const calls: Handlers<'wall.tryAgain'> = {
    'wall.tryAgain': {
      allowed: ['console'],
      parse: (raw) => RetryInput.parse(raw),
      run: ({ wallId, commandId, picture }, { person }) =>
        receipts.once<'tile-not-suspended'>({ wallId, commandId }, (wall) => {
          const { suspended } = wall.hold;
          const left = suspended.filter((one) => one.picture !== picture);
          if (left.length === suspended.length) return refuse('tile-not-suspended');
          trial = { wallId, picture, until: clock.now() + PROBATION_MS };
          const by = nameOf(person);
          receipts.carryOut(wall, { commandId, kind: 'retry', by }, (commanded) => [
            { type: 'wall.suspended', wallId, suspended: left, by },
            { type: 'wall.commanded', ...commanded },
          ]);
          tryNext(wallId);
          return accept(null);
        }),
    },
  };

  return {
    calls,
    /** A wall window of this machine is there: what an earlier core took away is tried again. */
    resume(wallId: string): void {
      if (callOff === undefined && suspendedOn(wallId).some(({ guilty }) => !guilty)) tryNext(wallId);
    },
    /** A wall window died; it will be opened again. */
    crashed(dead: Dead): void {
      const wall = own(hub.world().walls, dead.wallId);
      const now = clock.now();
      if (wall === undefined || dead.displayIds.length === 0) return;
      const drawn = drawnBy(dead, wall);
      const tried = trial;
      trial = null;
      if (
        tried !== null &&
        tried.wallId === dead.wallId &&
        now < tried.until &&
        [...drawn.on, ...drawn.brought].includes(tried.picture)
      ) {
        return convict(dead, tried.picture);
      }
      const pictures = suspectedOf(drawn, dead.wallId);
      const recent = recentCrashes([...(crashes.get(dead.windowId) ?? []), { at: now, pictures }], now);
      crashes.set(dead.windowId, recent);
      endLoop(dead, recent);
    },
  };
}
