import { z } from 'zod';
import { MOST_CELLS, MOST_LISTED, MOST_ZOOM } from '../cameras/rules.ts';
import { IdSchema, InstantSchema, readable } from '../kernel/schema.ts';
import { MOST_TILES } from './limits.ts';

/** What a tile showed, as text: as long as its panel's description may be. */
export const PictureSchema = z.string().max(70_000);

const authored = { by: readable(120), at: InstantSchema };

export const ZoomSchema = z.object({
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  scale: z.number().min(1).max(MOST_ZOOM),
});

const TileLookSchema = z.object({
  picture: PictureSchema,
  turn: z.object({ page: z.number().int(), paused: z.boolean(), ...authored }).nullable(),
  large: z.object({ cameraId: IdSchema, ...authored }).nullable(),
  zooms: z.record(IdSchema, ZoomSchema.extend(authored)),
  frozen: z.record(IdSchema, z.object(authored)),
  pins: z.record(IdSchema, z.object(authored)),
  cells: z
    .array(z.object({ cameraId: IdSchema, since: InstantSchema, quietSince: InstantSchema.nullable() }))
    .max(MOST_CELLS),
  hot: z.object({ cameraId: IdSchema, why: z.enum(['chosen', 'alarm']), since: InstantSchema }).nullable(),
});

/** How a wall's camera tiles are turned, as it travels. */
export const LooksSchema = z.object({
  chosen: z.object({ cameraId: IdSchema, ...authored }).nullable(),
  active: z.array(IdSchema).max(MOST_LISTED),
  tiles: z
    .record(IdSchema, TileLookSchema)
    .refine((tiles) => Object.keys(tiles).length <= MOST_TILES, 'fewer tiles'),
});
