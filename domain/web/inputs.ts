import { z } from 'zod';
import { IdSchema } from '../kernel/schema.ts';
import { MOST_PAGES } from './limits.ts';

const px = z.number().min(-100_000).max(100_000);

const length = z.number().min(0).max(100_000);

const RectSchema = z.object({ xPx: px, yPx: px, widthPx: length, heightPx: length });

export const PlaceInput = z.object({
  views: z
    .array(
      z.object({
        viewId: IdSchema,
        url: z.url({ protocol: /^https?$/ }).max(2_000),
        zoom: z.number().min(0.01).max(16),
        reloadMinutes: z.number().int().min(0).max(1_440),
        area: RectSchema,
        clip: RectSchema,
        seen: z.boolean(),
      }),
    )
    .max(MOST_PAGES),
});
