import { accept, refuse, type Outcome } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import type { HoldCalls } from '../../domain/wall/holdCalls.ts';
import {
  CommandedInput,
  CoverInput,
  DrawInput,
  FreezeInput,
  HearInput,
  SketchInput,
  ThemeInput,
} from '../../domain/wall/holdInputs.ts';
import { audibleTile, covered, isHeld, strokeOf, type HoldRefusal } from '../../domain/wall/holdRules.ts';
import type { Hold } from '../../domain/wall/holding.ts';
import type { TileLook } from '../../domain/wall/looking.ts';
import type { Command, Wall } from '../../domain/wall/model.ts';
import { nameOf } from '../kernel/author.ts';
import type { Caller, Handlers } from '../kernel/handlers.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock } from '../kernel/ports.ts';
import type { Audience } from './preparation.ts';
import { createReplayCall, type Footage } from './replays.ts';
import type { Takes } from './takes.ts';

type Needs = {
  readonly hub: Hub;
  readonly clock: Clock;
  readonly audience: Audience;
  readonly takes: Pick<Takes, 'receiptsFor' | 'awaitReceipts'>;
  readonly footage: Footage;
};
type Order = { readonly wallId: string; readonly commandId: string };
type Author = { readonly by: string; readonly at: number };
type Done = Outcome<null, HoldRefusal>;

/** The keys of the moment: freeze, cover, return, sound and pen. Nobody's program is touched by them. */
export function createHolds({
  hub,
  clock,
  audience,
  takes,
  footage,
}: Needs): Handlers<Exclude<keyof HoldCalls, 'wall.tryAgain' | 'wall.settled'>> {
  const wallOf = (wallId: string): Wall | undefined => own(hub.world().walls, wallId);
  const authorOf = ({ person }: Caller): Author => ({ by: nameOf(person), at: clock.now() });

  function commanded(wall: Wall, id: string, kind: Command['kind'], author: Author) {
    const command: Command = { id, kind, ...author };
    return { wallId: wall.id, command, receipts: takes.receiptsFor(wall) };
  }

  /** Every display owes a receipt from the moment of the commit. */
  function hold(
    wall: Wall,
    { commandId }: Order,
    kind: Command['kind'],
    author: Author,
    next: Partial<Hold>,
    turned?: { readonly tileId: string; readonly look: TileLook },
  ): Done {
    const { ink: _ink, ...rest } = { ...wall.hold, ...next };
    const { by } = author;
    hub.commit([
      { type: 'wall.held', hold: rest, ...commanded(wall, commandId, kind, author) },
      ...(turned ? [{ type: 'wall.looked' as const, wallId: wall.id, ...turned, by }] : []),
    ]);
    takes.awaitReceipts(wall.id, commandId);
    return accept(null);
  }

  /** Runs an order once: the wall must be there, and the same command again changes nothing. */
  function once(order: Order, run: (wall: Wall) => Done): Done {
    const wall = wallOf(order.wallId);
    if (wall === undefined) return refuse('wall-unknown');
    return wall.command?.id === order.commandId ? accept(null) : run(wall);
  }

  return {
    'wall.replay': createReplayCall({
      now: () => clock.now(),
      wallOf,
      footage,
      register: () => hub.world().cameras.byId,
      hold: (wall, order, author, next, turned) => hold(wall, order, 'replay', author, next, turned),
    }),
    'wall.freeze': {
      allowed: ['console'],
      parse: (raw) => FreezeInput.parse(raw),
      run: (order, caller) =>
        once(order, (wall) => {
          const author = authorOf(caller);
          if (order.on === (wall.hold.freeze !== null))
            return order.on ? accept(null) : refuse('nothing-held');
          return hold(wall, order, order.on ? 'freeze' : 'return', author, {
            freeze: order.on ? { id: order.commandId, ...author } : null,
          });
        }),
    },
    'wall.cover': {
      allowed: ['console'],
      parse: (raw) => CoverInput.parse(raw),
      run: (order, caller) =>
        once(order, (wall) => {
          const author = authorOf(caller);
          const covers = covered(wall, order.displayIds, order.on ? author : null);
          if (!covers.ok) return covers;
          return hold(wall, order, order.on ? 'cover' : 'return', author, covers.value);
        }),
    },
    'wall.return': {
      allowed: ['console'],
      parse: (raw) => CommandedInput.parse(raw),
      run: (order, caller) =>
        once(order, (wall) => {
          if (!isHeld(wall.hold)) return refuse('nothing-held');
          const present = { freeze: null, coveredAll: null, covers: {} };
          return hold(wall, order, 'return', authorOf(caller), present);
        }),
    },
    'wall.hear': {
      allowed: ['console'],
      parse: (raw) => HearInput.parse(raw),
      run: (order, caller) =>
        once(order, (wall) => {
          const author = authorOf(caller);
          if (order.tileId === null) return hold(wall, order, 'hear', author, { audible: null });
          const audible = audibleTile(wall, order.tileId, author);
          return audible.ok ? hold(wall, order, 'hear', author, { audible: audible.value }) : audible;
        }),
    },
    'wall.setTheme': {
      allowed: ['console'],
      parse: (raw) => ThemeInput.parse(raw),
      run: (order, caller) =>
        once(order, (wall) => hold(wall, order, 'theme', authorOf(caller), { theme: order.theme })),
    },
    'wall.sketch': {
      allowed: ['console'],
      // The finished line is the one that is written down.
      quiet: true,
      parse: (raw) => SketchInput.parse(raw),
      run({ wallId, line, from }, { windowId: author }) {
        for (const { windowId, ...window } of audience.windows()) {
          if (window.wallId === wallId && windowId !== author)
            audience.tell(windowId, { type: 'sketch', wallId, line, from });
        }
        return accept(null);
      },
    },
    'wall.draw': {
      allowed: ['console'],
      parse: (raw) => DrawInput.parse(raw),
      run({ wallId, line }, caller) {
        const wall = wallOf(wallId);
        if (wall === undefined) return refuse('wall-unknown');
        if (wall.hold.ink.some(({ id }) => id === line.id)) return accept(null);
        const stroke = strokeOf(wall, line, authorOf(caller));
        if (stroke.ok) hub.commit({ type: 'wall.inkDrawn', wallId, stroke: stroke.value });
        return stroke.ok ? accept(null) : stroke;
      },
    },
    'wall.wipe': {
      allowed: ['console'],
      parse: (raw) => CommandedInput.parse(raw),
      run: (order, caller) =>
        once(order, (wall) => {
          if (wall.hold.ink.length === 0) return refuse('nothing-drawn');
          hub.commit({
            type: 'wall.inkWiped',
            ...commanded(wall, order.commandId, 'wipe', authorOf(caller)),
          });
          takes.awaitReceipts(wall.id, order.commandId);
          return accept(null);
        }),
    },
  };
}
