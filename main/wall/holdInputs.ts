import { z } from 'zod';
import { IdSchema } from '../../domain/kernel/schema.ts';
import { themes } from '../../domain/wall/holding.ts';
import { inkColours, inkWidths, MOST_POINTS } from '../../domain/wall/ink.ts';

const OfWall = z.object({ wallId: IdSchema });
export const CommandedInput = OfWall.extend({ commandId: IdSchema });

export const FreezeInput = CommandedInput.extend({ on: z.boolean() });

export const CoverInput = CommandedInput.extend({
  displayIds: z.union([z.literal('all'), z.array(IdSchema).min(1).max(64)]),
  on: z.boolean(),
});

export const ThemeInput = CommandedInput.extend({ theme: z.enum(themes) });

export const HearInput = CommandedInput.extend({ tileId: IdSchema.nullable() });

const mm = z.number().min(-1_000_000).max(1_000_000);
const LineSchema = z.object({
  id: IdSchema,
  colour: z.enum(inkColours),
  width: z.enum(inkWidths),
  points: z
    .array(mm)
    .max(2 * MOST_POINTS)
    .refine(({ length }) => length % 2 === 0, 'x and y by turns'),
});

export const DrawInput = OfWall.extend({ line: LineSchema });

export const SketchInput = DrawInput.extend({
  from: z
    .number()
    .int()
    .min(0)
    .max(2 * MOST_POINTS),
});
