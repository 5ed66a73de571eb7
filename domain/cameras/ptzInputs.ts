import { z } from 'zod';
import { IdSchema, named, readable } from '../kernel/schema.ts';
import { CameraInput } from './inputs.ts';
import { DWELL_MS, MOST_STOPS, PATROL_NAME, PRESET_NAME } from './ptzLimits.ts';

const speed = z.number().min(-1).max(1);

export const TurnInput = CameraInput.extend({ pan: speed, tilt: speed, zoom: speed });

const TokenSchema = z.string().min(1).max(64);

export const PresetInput = CameraInput.extend({ token: TokenSchema });

export const NamedInput = CameraInput.extend({
  name: named(PRESET_NAME),
});

export const PatrolInput = z.object({ patrolId: IdSchema });

const StopsSchema = z
  .array(
    z.object({
      token: TokenSchema,
      name: readable(120),
      dwellMs: z.number().int().min(DWELL_MS.least).max(DWELL_MS.most),
    }),
  )
  .min(1)
  .max(MOST_STOPS);

export const KeepInput = CameraInput.extend({
  patrolId: IdSchema.optional(),
  name: named(PATROL_NAME),
  stops: StopsSchema,
});

export const PatrolSchema = CameraInput.extend({
  id: IdSchema,
  name: readable(PATROL_NAME),
  stops: StopsSchema,
});
