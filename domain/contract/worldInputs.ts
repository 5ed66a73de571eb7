import { z } from 'zod';
import { IdSchema } from '../kernel/schema.ts';

export const WatchInput = z.object({ keys: z.array(IdSchema).max(5_000) });
