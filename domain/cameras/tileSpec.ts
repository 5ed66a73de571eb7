import { z } from 'zod';
import { IdSchema, readable } from '../kernel/schema.ts';
import { inBoth } from '../kernel/text.ts';
import { UnitCodeSchema } from '../units/model.ts';
import { LEAST_DWELL_S, MOST_CELLS, MOST_DWELL_S, MOST_LISTED } from './gridLimits.ts';

/** Which cameras a tile draws from: named one by one, or asked for of the register each time. */
export const CameraChoiceSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('list'), cameraIds: z.array(IdSchema).min(1).max(MOST_LISTED) }),
  z.object({ by: z.literal('group'), group: readable(80) }),
  z.object({ by: z.literal('tag'), tag: readable(40) }),
  z.object({ by: z.literal('unit'), unit: UnitCodeSchema }),
  z.object({ by: z.literal('all') }),
]);
export type CameraChoice = z.infer<typeof CameraChoiceSchema>;

const side = z.number().int().min(1).max(MOST_CELLS);

/** Many cameras in one tile; of one cell it is a tour. */
export const CameraGridSpecSchema = z.object({
  kind: z.literal('camera-grid'),
  /** Absent: it is called by what it draws from. */
  title: readable(120).optional(),
  from: CameraChoiceSchema,
  /** Columns and rows; absent: as many as the tile's shape and the farthest seat allow. */
  cells: z
    .tuple([side, side])
    .refine(
      ([columns, rows]) => columns * rows <= MOST_CELLS,
      inBoth(`nhiều nhất ${MOST_CELLS} ô`, `${MOST_CELLS} cells at most`),
    )
    .optional(),
  /** `activity`: cameras with something going on come forward; `given`: as they stand. */
  order: z.enum(['given', 'activity']),
  /** More cameras than cells: all cells turn together, or each goes round its own share. */
  turn: z.enum(['page', 'cell']),
  /** How long a page, or a camera of a cell, stays. */
  dwellS: z.number().int().min(LEAST_DWELL_S).max(MOST_DWELL_S),
});
export type CameraGridSpec = z.infer<typeof CameraGridSpecSchema>;

/** One large picture that follows: the camera chosen last at a console, the one with the newest alarm, or the newer of both. */
export const CameraHotspotSpecSchema = z.object({
  kind: z.literal('camera-hotspot'),
  follows: z.enum(['chosen', 'alarm', 'both']),
});
export type CameraHotspotSpec = z.infer<typeof CameraHotspotSpecSchema>;
