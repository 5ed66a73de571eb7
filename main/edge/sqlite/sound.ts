import { z } from 'zod';

const FieldsSchema = z.record(z.string(), z.unknown());

/** The fields of what may be a record; none of what is not. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return FieldsSchema.safeParse(value).data ?? {};
}

/** The entries of a record that look right; one that does not takes no other with it. */
export function soundOf<Value>(record: unknown, schema: z.ZodType): Readonly<Record<string, Value>> {
  const sound = Object.entries(fieldsOf(record)).filter(([, value]) => schema.safeParse(value).success);
  return Object.fromEntries(sound) as Readonly<Record<string, Value>>;
}
