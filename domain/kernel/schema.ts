import { z } from 'zod';

/** Building blocks of every schema: bounded, so that no outside byte can grow without limit. */

/** Text that a person reads: NFC, at most `max` characters. */
export function readable(max: number) {
  return z
    .string()
    .max(max)
    .transform((text) => text.normalize('NFC'));
}

/** Text that a person gives a thing: not empty, without spaces around it. */
export function named(max: number) {
  return readable(max).pipe(z.string().trim().min(1));
}

/** What a call takes that needs to be told nothing. */
export const NothingInput = z.object({});

/** An identifier: letters, digits and `. _ : / -`, at most 120 characters. */
export const IdSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,119}$/);

/** An instant in epoch milliseconds between 2000 and 2100. */
export const InstantSchema = z.number().int().min(946_684_800_000).max(4_102_444_800_000);

export const BilingualSchema = z.object({ vi: readable(300), en: readable(300) });

export const LanguageSchema = BilingualSchema.keyof();

/** Longitude and latitude in degrees, WGS 84. */
export const PlaceSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
