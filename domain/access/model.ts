import { z } from 'zod';
import { IdSchema, readable } from '../kernel/schema.ts';
import { UnitCodeSchema } from '../units/model.ts';

/** What a token is worth at the backend: said by the server, never by the client. */
export const GrantSchema = z.object({
  role: z.enum(['wall', 'console', 'ingest']),
  unit: UnitCodeSchema,
  wallIds: z.array(IdSchema).max(64),
});
export type Grant = z.infer<typeof GrantSchema>;

/** Person at a console: trực ban/người vận hành, lãnh đạo, kỹ thuật. */
export const PersonRoleSchema = z.enum(['operator', 'leader', 'technician']);
export type PersonRole = z.infer<typeof PersonRoleSchema>;

export const PersonSchema = z.object({ id: IdSchema, name: readable(120), role: PersonRoleSchema });
export type Person = z.infer<typeof PersonSchema>;

/** The kind of window behind a port: bound by the shell when it admits the window, never said by the window. */
export type WindowKind = 'wall' | 'console';
