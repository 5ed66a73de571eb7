import { z } from 'zod';
import { readable } from '../kernel/schema.ts';
import { UnitCodeSchema } from '../units/model.ts';
import { MOST_FOUND } from './limits.ts';

export const StartInput = z.object({ addresses: z.string().max(8_000) });

export const TakeInput = z.object({
  urls: z.array(z.string().max(2_000)).min(1).max(MOST_FOUND),
  user: z
    .string()
    .max(200)
    .regex(/^[^:]*$/),
  password: z.string().max(500),
  unit: UnitCodeSchema,
  group: readable(80),
});
