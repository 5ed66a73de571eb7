import { z } from 'zod';
import { IdSchema } from '../kernel/schema.ts';
import { pageFailureKinds } from './pageFailure.ts';

export const FailedInput = z.object({
  kind: z.enum(pageFailureKinds),
  name: z.string().regex(/^[A-Za-z]{1,40}$/),
  place: z
    .string()
    .regex(/^[\w.-]{1,90}:\d{1,7}:\d{1,7}$/)
    .nullable(),
});

export const WatchInput = z.object({ keys: z.array(IdSchema).max(5_000) });
