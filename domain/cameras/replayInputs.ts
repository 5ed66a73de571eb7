import { z } from 'zod';
import { InstantSchema } from '../kernel/schema.ts';
import { CameraInput } from './inputs.ts';

const AnchorSchema = z.object({
  mediaAt: InstantSchema,
  clockAt: InstantSchema,
  rate: z.number().min(0).max(8),
});

export const OpenInput = CameraInput.extend({ anchor: AnchorSchema });

export const CloseInput = z.object({ ticket: z.string().max(100) });
