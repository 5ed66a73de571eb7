import { z } from 'zod';

export const ReadInput = z.object({
  days: z.union([z.literal(1), z.literal(7), z.literal(30), z.literal(90), z.literal(400)]),
});
