import { z } from 'zod';
import { readable } from '../kernel/schema.ts';

export const QueryInput = z.object({
  text: readable(200),
  from: z.number().int().nonnegative(),
  to: z.number().int().nonnegative(),
  beforeId: z.number().int().positive().exactOptional(),
});

export const ExportInput = QueryInput.extend({ heads: z.array(readable(60)).max(20) });
