import { z } from 'zod';
import { BilingualSchema, IdSchema, InstantSchema, readable } from '../kernel/schema.ts';
import { UnitCodeSchema } from '../units/model.ts';

/**
 * Where a figure comes from. `live`: the province's own systems. `sample`: invented for demonstration, labelled so on
 * screen. `published`: printed in a named source on a date; it is shown with both and neither ages nor counts as live.
 */
export const ProvenanceSchema = z.enum(['live', 'sample', 'published']);
export type Provenance = z.infer<typeof ProvenanceSchema>;

/** A level worth marking on a figure: an official scale's step (báo động) or the province's own limit. */
export const LimitSchema = z.object({
  name: BilingualSchema,
  value: z.number(),
  severity: z.enum(['attention', 'serious', 'emergency']),
  /** Which side of the value is the bad one. */
  when: z.enum(['above', 'below']),
});
export type Limit = z.infer<typeof LimitSchema>;

/** What an indicator is; its values arrive as readings or as a published figure. */
export const IndicatorSchema = z.object({
  id: IdSchema,
  unit: UnitCodeSchema,
  name: BilingualSchema,
  /** At most 24 characters, for a tile that is read from the farthest seat. */
  shortName: BilingualSchema,
  measure: BilingualSchema,
  decimals: z.number().int().min(0).max(4),
  direction: z.enum(['higher-better', 'lower-better', 'neutral']),
  /** The office that owns the figure and answers for it. */
  office: BilingualSchema,
  /** How often a new value is due, ms. */
  cadenceMs: z.number().int().positive(),
  /** Past this age the value is shown as stale, ms. */
  freshForMs: z.number().int().positive(),
  comparison: z
    .object({ kind: z.enum(['plan', 'last-year', 'last-period', 'nation']), value: z.number() })
    .optional(),
  limits: z.array(LimitSchema).max(6).default([]),
});
export type Indicator = z.infer<typeof IndicatorSchema>;

/** One value of one indicator. */
export type Reading = {
  /** The indicator's id. */
  readonly key: string;
  /** `null` is a known gap: the office reported that it has no value. It is never shown as zero. */
  readonly value: number | null;
  readonly provenance: Exclude<Provenance, 'published'>;
  /** When the value was true, by the sender's clock (epoch ms). */
  readonly asOf: number;
  /** When this machine received it, by this machine's clock (epoch ms). */
  readonly arrivedAt: number;
  /** How old it was when the sender sent it, ms: age needs no common clock. */
  readonly ageOnArrivalMs: number;
};

/** A figure printed in a source, kept as printed: `86,3`, `32/32`, `trên 95`. */
export const PublishedFigureSchema = z.object({
  key: IdSchema,
  /** The figure as printed, Vietnamese format. */
  text: readable(40),
  value: z.number().optional(),
  /** Where it holds: the place the source speaks of. */
  place: BilingualSchema,
  /** The source, and the date printed in it; what stands in brackets is left out where there is no room. */
  source: BilingualSchema,
  publishedOn: BilingualSchema,
  /** A series printed with its times, oldest first. */
  series: z
    .array(z.tuple([InstantSchema, z.number()]))
    .max(500)
    .default([]),
});
export type PublishedFigure = z.infer<typeof PublishedFigureSchema>;
