import { accept } from '../../domain/kernel/outcome.ts';
import type { Wall } from '../../domain/wall/model.ts';
import { OfWallInput } from '../../domain/wall/inputs.ts';
import type { Handlers } from '../kernel/handlers.ts';
import type { Clock } from '../kernel/ports.ts';

/** Nobody commanded anything for so long: the moment is quiet, ms. */
export const QUIET_MS = 15_000;
/** A window that is over its budget waits for a quiet moment this often, then no longer. */
export const MOST_WAITS = 10;

/** What the shell is told about windows that hold too much memory. */
export type RenewalPorts = {
  /** Open this window anew, unseen, and put it in the place of the old one. */
  readonly onRenew: (windowId: string) => void;
  /** The new page of this window is whole. */
  readonly onSettled: (windowId: string) => void;
};

type Needs = RenewalPorts & { readonly walls: () => Readonly<Record<string, Wall>>; readonly clock: Clock };

/** Chooses the moment at which a window that holds too much memory is opened anew: when nobody is at work on the wall. */
export function createRenewals({ walls, clock, onRenew, onSettled }: Needs) {
  const waits = new Map<string, number>();

  const isQuiet = (): boolean =>
    Object.values(walls()).every(({ command }) => command === null || clock.now() - command.at >= QUIET_MS);

  const calls: Handlers<'wall.settled'> = {
    'wall.settled': {
      allowed: ['wall'],
      parse: (raw) => OfWallInput.parse(raw),
      run(_input, { windowId }) {
        onSettled(windowId);
        return accept(null);
      },
    },
  };

  return {
    calls,
    /** A window is over its budget; said again and again as long as it is. */
    heavy(windowId: string): void {
      const waited = waits.get(windowId) ?? 0;
      if (!isQuiet() && waited < MOST_WAITS) return void waits.set(windowId, waited + 1);
      waits.delete(windowId);
      onRenew(windowId);
    },
  };
}
