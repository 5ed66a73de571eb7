import { z } from 'zod';
import { IdSchema, InstantSchema, readable } from '../kernel/schema.ts';
import { WATCH_REASON } from './eventCalls.ts';
import { platePattern } from './plates.ts';

const Plate = z
  .string()
  .max(20)
  .transform((plate) => plate.trim().toUpperCase())
  .pipe(z.string().regex(platePattern));

const Span = { from: z.number().int().nonnegative(), to: z.number().int().nonnegative() };

const Page = { ...Span, before: z.number().int().positive().exactOptional() };

export const SearchInput = z.object({ text: z.string().max(20), ...Page });

export const FindInput = z.object({ plate: Plate, ...Page });

export const WatchInput = z.object({
  plate: Plate,
  reason: readable(WATCH_REASON).pipe(z.string().trim().min(3)),
  until: InstantSchema,
});

export const EventInput = z.object({ eventId: IdSchema });

export const EntryInput = z.object({ entryId: IdSchema });
