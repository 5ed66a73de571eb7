import { z } from 'zod';
import { IdSchema } from '../kernel/schema.ts';

export const HistoryInput = z.object({
  key: IdSchema,
  sinceMs: z
    .number()
    .int()
    .positive()
    .max(3_650 * 86_400_000),
  limit: z.number().int().min(1).max(10_000),
});
