import { z } from 'zod';
import { replayMoment } from '../../domain/cameras/rules.ts';
import { IdSchema, InstantSchema } from '../../domain/kernel/schema.ts';
import type { Hold } from '../../domain/wall/holding.ts';
import type { Wall } from '../../domain/wall/model.ts';
import { replayed, replayOf } from '../../domain/wall/replays.ts';
import type { Handler } from '../kernel/handlers.ts';
import { refuse } from '../../domain/kernel/outcome.ts';
import { CommandedInput } from './holdInputs.ts';

const DAY_MS = 86_400_000;

const ReplayInput = CommandedInput.extend({
  tileId: IdSchema,
  cameraId: IdSchema,
  act: z.discriminatedUnion('do', [
    z.object({ do: z.literal('back'), byMs: z.number().min(-DAY_MS).max(DAY_MS) }),
    z.object({ do: z.literal('to'), at: InstantSchema }),
    z.object({ do: z.literal('pace'), rate: z.number().min(0).max(8) }),
    z.object({ do: z.literal('step'), by: z.union([z.literal(1), z.literal(-1)]) }),
    z.object({ do: z.literal('live') }),
  ]),
});

/** What the wall asks of a camera's recording; moments in epoch ms. */
export type Footage = {
  /** The first that is kept; null: nothing is. */
  oldest(cameraId: string): number | null;
  /** Of the picture beside the one that a moment shows; null: there is none. */
  neighbour(cameraId: string, moment: number, by: 1 | -1): Promise<number | null>;
};

type Needs = {
  readonly now: () => number;
  readonly wallOf: (wallId: string) => Wall | undefined;
  readonly footage: Footage;
  /** Holds the wall so, in somebody's name. */
  readonly hold: (
    wall: Wall,
    order: { readonly wallId: string; readonly commandId: string },
    author: { readonly by: string; readonly at: number },
    next: Partial<Hold>,
  ) => ReturnType<Handler<'wall.replay'>['run']>;
};

/** Leads one camera of one tile through what was recorded of it, and back to the present. */
export function createReplayCall({ now, wallOf, footage, hold }: Needs): Handler<'wall.replay'> {
  return {
    allowed: ['console'],
    right: 'camera.lookBack',
    parse: (raw) => ReplayInput.parse(raw),
    async run(order, { person }, stillAllowed) {
      const { wallId, tileId, cameraId, act } = order;
      const seen = wallOf(wallId);
      if (seen === undefined) return refuse('wall-unknown');
      const before = replayOf(seen.hold, tileId, cameraId);
      const moment = before === undefined ? now() : replayMoment(before, now());
      const neighbour = act.do === 'step' ? await footage.neighbour(cameraId, moment, act.by) : null;
      // Reading took time: the wall may have gone on, and control may have gone elsewhere.
      const allowed = stillAllowed();
      const wall = wallOf(wallId);
      if (!allowed.ok) return allowed;
      if (wall === undefined) return refuse('wall-unknown');
      const author = { by: person?.name ?? '', at: now() };
      const oldest = footage.oldest(cameraId);
      const replays = replayed(wall, order, { now: author.at, oldest, neighbour, by: author.by });
      return replays.ok ? hold(wall, order, author, { replays: replays.value }) : replays;
    },
  };
}
