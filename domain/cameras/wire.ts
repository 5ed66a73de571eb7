import { z } from 'zod';
import { PersonRoleSchema } from '../access/model.ts';
import { IdSchema, InstantSchema, readable } from '../kernel/schema.ts';
import { UnitCodeSchema } from '../units/model.ts';
import { WATCH_REASON } from './eventCalls.ts';
import type { CameraEvent, KeptDays } from './events.ts';
import type { CameraInHand } from './ptz.ts';
import { PatrolSchema } from './ptzInputs.ts';
import { MOST_PATROLS } from './ptzLimits.ts';
import { CameraSightingSchema, LightPhaseSchema } from './sightings.ts';

/** A camera's analysis saw something, or says more of what it saw: the whole event as it now stands. */
export const CameraEventSeenSchema = z.object({
  type: z.literal('cameras.eventSeen'),
  event: CameraSightingSchema,
});

/** What a set of traffic lights shows now; `key` is `light:<id>`. */
export const LightReadingSchema = z.object({
  type: z.literal('cameras.lightReading'),
  key: IdSchema.regex(/^light:/),
  phase: LightPhaseSchema,
  provenance: z.enum(['live', 'sample']),
});
export type LightReading = z.infer<typeof LightReadingSchema>;

const InHandSchema = z.object({
  hold: z
    .object({
      // Somebody at another machine is known by that machine and its own name for them.
      personId: z.string().max(250),
      name: readable(120),
      role: PersonRoleSchema,
      since: InstantSchema,
    })
    .nullable(),
  patrols: z.array(PatrolSchema).max(MOST_PATROLS),
  run: z
    .object({
      patrolId: IdSchema,
      startedAt: InstantSchema,
      by: readable(120),
      paused: z.object({ by: readable(120), elapsedMs: z.number().min(0) }).exactOptional(),
    })
    .nullable(),
});

/** An event as every window knows it: a plate masked. Complete by type: a field that is not here would not travel. */
const CameraEventSchema = z.object({
  id: IdSchema,
  cameraId: IdSchema,
  unit: UnitCodeSchema,
  kind: z.enum(['plate', 'jam', 'crowd', 'smoke']),
  at: InstantSchema,
  until: InstantSchema.exactOptional(),
  knownAt: InstantSchema.exactOptional(),
  restricted: z.literal(true).exactOptional(),
  confidence: z.number().min(0).max(1),
  provenance: z.enum(['live', 'sample']),
  plate: readable(20).exactOptional(),
  watch: z.object({ entryId: IdSchema, reason: readable(WATCH_REASON) }).exactOptional(),
} satisfies Record<keyof CameraEvent, z.ZodType>);

const DaysSchema = z.number().int().min(1).max(3_650);
const ToldEventsSchema = z.object({
  events: z.array(CameraEventSchema).max(500),
  days: z
    .object({ plate: DaysSchema, jam: DaysSchema, crowd: DaysSchema, smoke: DaysSchema })
    .exactOptional(),
});
/** The newest cards of events, and how long all of them are kept. */
export type ToldEvents = { readonly events: readonly CameraEvent[]; readonly days?: KeptDays };

/** What the cameras of a wall's room do, said by its own core to consoles elsewhere. A camera that is in no hand and has no rounds is null. */
export const CameraPartSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ptz'), id: IdSchema, value: InHandSchema.nullable() }),
  z.object({ kind: z.literal('camera-events'), value: ToldEventsSchema }),
]);
export type CameraPart =
  | { readonly kind: 'ptz'; readonly id: string; readonly value: CameraInHand | null }
  | { readonly kind: 'camera-events'; readonly value: ToldEvents };
