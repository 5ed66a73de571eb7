import { z } from 'zod';
import { IdSchema, InstantSchema } from '../../domain/kernel/schema.ts';

const mm = z.number().min(-1_000_000).max(1_000_000);
const AreaSchema = z.object({ xMm: mm, yMm: mm, widthMm: mm.positive(), heightMm: mm.positive() });

export const OpenDraftInput = z.object({ wallId: IdSchema, sceneId: IdSchema });

export const PlaceTileInput = z.object({
  wallId: IdSchema,
  draftId: IdSchema,
  tileId: IdSchema,
  area: AreaSchema,
});

export const TakeInput = z.object({
  commandId: IdSchema,
  wallId: IdSchema,
  source: z.discriminatedUnion('from', [
    z.object({ from: z.literal('scene'), sceneId: IdSchema }),
    z.object({ from: z.literal('draft'), draftId: IdSchema }),
    z.object({ from: z.literal('previous') }),
  ]),
  programRevision: z.number().int().nonnegative(),
});
export type Take = z.infer<typeof TakeInput>;

export const ReadyInput = z.object({ wallId: IdSchema, takeId: IdSchema });

export const ShownInput = ReadyInput.extend({ paintedAt: InstantSchema });
