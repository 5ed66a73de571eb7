import { z } from 'zod';
import { InstantSchema, readable } from '../kernel/schema.ts';
import { inBoth } from '../kernel/text.ts';
import { instantOf } from '../kernel/time.ts';

/** Type is never smaller than 16′ on the wall; past 200′ a word no longer fits a tile. */
const ArcMinutesSchema = z.number().min(16).max(200);

/** Words of the operator's own. `arcMinutes` is the height of capitals at the farthest seat; what does not fit shrinks, never below 16′. */
export const TextSpecSchema = z.object({
  kind: z.literal('text'),
  title: readable(120).default(''),
  text: readable(2_000),
  arcMinutes: ArcMinutesSchema.default(22),
});

/** One sentence for the whole room, as large as its tile allows. */
export const BannerSpecSchema = z.object({
  kind: z.literal('banner'),
  text: readable(300),
  tone: z.enum(['info', 'attention', 'serious', 'emergency']).default('info'),
});

/**
 * Time that is left: until a moment, or for some minutes from when somebody started it. Without `until` and `startedAt`
 * the minutes stand and wait.
 */
export const CountdownSpecSchema = z.object({
  kind: z.literal('countdown'),
  label: readable(120),
  /** `2026-11-23T17:00` in Viet Nam; empty: the minutes count. */
  until: z
    .string()
    .regex(/^(\d{4}-\d\d-\d\dT\d\d:\d\d)?$/)
    .refine(
      (local) => local === '' || instantOf(local) !== undefined,
      inBoth('thời điểm, ví dụ 2026-11-23T17:00', 'a moment such as 2026-11-23T17:00'),
    )
    .default(''),
  minutes: z.number().int().min(1).max(1_440).default(15),
  startedAt: InstantSchema.optional(),
});
export type CountdownSpec = z.infer<typeof CountdownSpecSchema>;
