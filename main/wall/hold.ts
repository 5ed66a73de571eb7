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
import type { Receipts } from './receipts.ts';

type Needs = {
  readonly hub: Hub;
  readonly clock: Clock;
  readonly audience: Audience;
  readonly receipts: Receipts;
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
  receipts,
  footage,
}: Needs): Handlers<Exclude<keyof HoldCalls, 'wall.tryAgain' | 'wall.settled'>> {
  const wallOf = (wallId: string): Wall | undefined => own(hub.world().walls, wallId);
  const { once } = receipts;
  const authorOf = ({ person }: Caller): Author => ({ by: nameOf(person), at: clock.now() });

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
    receipts.carryOut(wall, { commandId, kind, by }, (commanded) => [
      { type: 'wall.held', hold: rest, ...commanded },
      ...(turned ? [{ type: 'wall.looked' as const, wallId: wall.id, ...turned, by }] : []),
    ]);
    return accept(null);
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
          const { freeze } = wall.hold;
          if (!order.on && freeze === null) return refuse('nothing-held');
          // A wall that stands still keeps its still: every display says again that it does.
          const next = order.on ? (freeze ?? { id: order.commandId, ...author }) : null;
          return hold(wall, order, order.on ? 'freeze' : 'return', author, { freeze: next });
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
          const audible = audibleTile(
            wall,
            { tileId: order.tileId, cameras: hub.world().cameras.byId },
            author,
          );
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
      run: (order, caller) =>
        once(order, (wall): Done => {
          const { commandId, line } = order;
          if (wall.hold.ink.some(({ id }) => id === line.id)) return accept(null);
          const author = authorOf(caller);
          const stroke = strokeOf(wall, line, author);
          if (!stroke.ok) return stroke;
          receipts.carryOut(wall, { commandId, kind: 'draw', by: author.by }, (commanded) => [
            { type: 'wall.inkDrawn', wallId: wall.id, stroke: stroke.value },
            { type: 'wall.commanded', ...commanded },
          ]);
          return accept(null);
        }),
    },
    'wall.wipe': {
      allowed: ['console'],
      parse: (raw) => CommandedInput.parse(raw),
      run: ({ wallId, commandId }, caller) =>
        once({ wallId, commandId }, (wall): Done => {
          if (wall.hold.ink.length === 0) return refuse('nothing-drawn');
          const { by } = authorOf(caller);
          receipts.carryOut(wall, { commandId, kind: 'wipe', by }, (commanded) => [
            { type: 'wall.inkWiped', ...commanded },
          ]);
          return accept(null);
        }),
    },
  };
}
