import { z } from 'zod';

export const ReadInput = z.object({ from: z.number().int().min(0) });
