import { z } from 'zod';
import { readable } from '../kernel/schema.ts';

const names = z.array(z.string().max(80)).max(1_000);

const WordSchema = z.object({ text: readable(200), actions: names, outcomes: names, roles: names });

export const QueryInput = z.object({
  words: z.array(WordSchema).max(20),
  from: z.number().int().nonnegative(),
  to: z.number().int().nonnegative(),
  beforeId: z.number().int().positive().exactOptional(),
});
