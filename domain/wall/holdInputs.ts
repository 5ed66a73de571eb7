import { z } from 'zod';
import { IdSchema, InstantSchema } from '../kernel/schema.ts';
import { DAY_MS } from '../kernel/time.ts';
import { themes } from './holding.ts';
import { inkColours, inkWidths, MOST_POINTS } from './ink.ts';
import { OfWallInput } from './inputs.ts';

export const CommandedInput = OfWallInput.extend({ commandId: IdSchema });

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

export const DrawInput = CommandedInput.extend({ line: LineSchema });

export const SketchInput = OfWallInput.extend({
  line: LineSchema,
  from: z
    .number()
    .int()
    .min(0)
    .max(2 * MOST_POINTS),
});

export const RetryInput = CommandedInput.extend({ picture: z.string().max(20_000) });

export const ReplayInput = CommandedInput.extend({
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
