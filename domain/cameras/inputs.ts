import { z } from 'zod';
import { IdSchema } from '../kernel/schema.ts';

export const CameraInput = z.object({ cameraId: IdSchema });

const ImportanceSchema = z.enum(['focus', 'alarm', 'normal']);

export const OpenInput = CameraInput.extend({
  widthPx: z.number().min(0).max(65_536),
  importance: ImportanceSchema.exactOptional(),
  playsH265: z.boolean().default(false),
});

const TicketSchema = z.string().max(100);

export const CloseInput = z.object({ ticket: TicketSchema, tooLarge: z.literal(true).exactOptional() });

const CountSchema = z.number().int().min(0).max(100_000);

export const ReportInput = z.object({
  late: z.number().min(0).max(1),
  tiles: z
    .array(
      z.object({
        ticket: TicketSchema,
        importance: ImportanceSchema,
        shown: CountSchema,
        spared: CountSchema,
        due: CountSchema.exactOptional(),
        pixels: z.number().int().min(0).max(100_000_000),
        unseen: z.literal(true).exactOptional(),
        suspectSince: z.number().int().min(0).exactOptional(),
      }),
    )
    .max(1_000),
});
