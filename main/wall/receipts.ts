import type { WindowIdentity } from '../../domain/contract/port.ts';
import { accept, refuse, type Outcome } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import type { Command, Receipt, Wall } from '../../domain/wall/model.ts';
import { paintedReceipt, type Commanded } from '../../domain/wall/receipts.ts';
import type { WallChange } from '../../domain/wall/state.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock, Log } from '../kernel/ports.ts';
import type { Audience } from './preparation.ts';

/** A display that has not said `shown` by then has failed, ms. */
export const SHOWN_WITHIN_MS = 3_000;

/** A call that names its command: the same one again changes nothing. */
type Order = { readonly wallId: string; readonly commandId: string };
type Given = Pick<Command, 'kind' | 'by'> & { readonly commandId: string };

type Needs = {
  readonly hub: Pick<Hub, 'world' | 'commit'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly audience: Pick<Audience, 'windows'>;
};

/** What every display owes for a command: its window's word that it is painted, or the reason why it is not. */
export function createReceipts({ hub, clock, log, audience }: Needs) {
  /** A display without a window, or with one that stayed silent while a take was made ready, has failed at once. */
  function owedBy(wall: Wall, silent: ReadonlySet<string> = new Set()): readonly Receipt[] {
    const at = clock.now();
    const windows = audience.windows().filter(({ kind, wallId }) => kind === 'wall' && wallId === wall.id);
    return wall.canvas.displays.map(({ id: displayId }): Receipt => {
      const window = windows.find(({ displayIds }) => displayIds.includes(displayId));
      if (!window) return { displayId, state: 'failed', reason: 'window-missing', at };
      if (silent.has(window.windowId)) return { displayId, state: 'failed', reason: 'window-silent', at };
      return { displayId, state: 'queued', at };
    });
  }

  function give(wallId: string, commandId: string, receipts: readonly Receipt[]): void {
    if (receipts.length === 0) return;
    hub.commit(
      receipts.map((receipt): WallChange => ({ type: 'wall.receiptGiven', wallId, commandId, receipt })),
    );
  }

  function failQueued(wallId: string, commandId: string): void {
    const wall = own(hub.world().walls, wallId);
    if (wall?.command?.id !== commandId) return;
    const late = Object.values(wall.receipts).filter(({ state }) => state === 'queued');
    if (late.length > 0) log.warn('wall.receiptsMissing', { commandId, displays: late.length });
    give(
      wallId,
      commandId,
      late.map(({ displayId }) => ({ displayId, state: 'failed', reason: 'window-silent', at: clock.now() })),
    );
  }

  /** The command's outcome is due after `dueMs`; whoever has not shown it in time from then has failed. */
  function awaitFrom(wallId: string, commandId: string, dueMs = 0): void {
    clock.after(dueMs + SHOWN_WITHIN_MS, () => failQueued(wallId, commandId));
  }

  return {
    owedBy,
    awaitFrom,
    /** Runs an order once, on a wall that is there. */
    once<Reason extends string>(
      { wallId, commandId }: Order,
      run: (wall: Wall) => Outcome<null, Reason>,
    ): Outcome<null, Reason | 'wall-unknown'> {
      const wall = own(hub.world().walls, wallId);
      if (wall === undefined) return refuse('wall-unknown');
      return wall.command?.id === commandId ? accept(null) : run(wall);
    },
    /** Carries a command out: what it changes, and that every display owes its receipt, are one commit. */
    carryOut(
      wall: Wall,
      { commandId, kind, by }: Given,
      changes: (commanded: Commanded) => readonly WallChange[],
    ): void {
      const command: Command = { id: commandId, kind, by, at: clock.now() };
      hub.commit(changes({ wallId: wall.id, command, receipts: owedBy(wall) }));
      awaitFrom(wall.id, commandId);
    },
    /** Painted on this window's displays; a late word still counts, a word about an older command does not. */
    shown(window: WindowIdentity, commandId: string, paintedAt: number): void {
      const wall = own(hub.world().walls, window.wallId);
      if (wall?.command?.id !== commandId) return;
      const painted = window.displayIds.map((id) => paintedReceipt(wall, id, paintedAt));
      const fresh = painted.filter(({ displayId, state }) => {
        const receipt = own(wall.receipts, displayId);
        return receipt !== undefined && receipt.state !== 'shown' && receipt.state !== state;
      });
      give(wall.id, commandId, fresh);
    },
  };
}
export type Receipts = ReturnType<typeof createReceipts>;
