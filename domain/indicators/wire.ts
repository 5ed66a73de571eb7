import { z } from 'zod';
import { IdSchema } from '../kernel/schema.ts';
import { PublishedFigureSchema } from './model.ts';

/** A reading as the backend sends it: `asOf` is in the envelope. */
export const IndicatorReadingSchema = z.object({
  type: z.literal('indicators.reading'),
  key: IdSchema,
  value: z.number().nullable(),
  provenance: z.enum(['live', 'sample']),
});

export const IndicatorPublishedSchema = z.object({
  type: z.literal('indicators.published'),
  figure: PublishedFigureSchema,
});
