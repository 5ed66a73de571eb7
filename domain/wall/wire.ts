import { z } from 'zod';
import { PersonRoleSchema } from '../access/model.ts';
import { BilingualSchema, IdSchema, InstantSchema, readable } from '../kernel/schema.ts';
import { themes } from './holding.ts';
import { LooksSchema, PictureSchema } from './looksSchema.ts';
import { inkColours, inkWidths, MOST_POINTS, MOST_STROKES } from './ink.ts';
import { MOST_TILES } from './limits.ts';
import { MOST_PAST } from './pastCommands.ts';
import {
  commandKinds,
  editKinds,
  planKinds,
  PanelSpecSchema,
  type Draft,
  type Scene,
  type Wall,
  receiptReasons,
} from './model.ts';
import { AreaSchema, PrioritySchema, RoomPanelSchema } from './roomModel.ts';

export const TileSchema = z.object({
  id: IdSchema,
  layer: z.enum(['base', 'overlay']),
  area: AreaSchema,
  panel: PanelSpecSchema,
  priority: PrioritySchema,
  failover: PanelSpecSchema.optional(),
});

export const PatchSchema = z
  .record(IdSchema, TileSchema.nullable())
  .refine((patch) => Object.keys(patch).length <= 2 * MOST_TILES, 'fewer tiles');

export const SceneSchema = z.object({
  id: IdSchema,
  name: BilingualSchema,
  tiles: z
    .record(IdSchema, TileSchema)
    .refine((tiles) => Object.keys(tiles).length <= MOST_TILES, 'fewer tiles'),
  origin: z.enum(['province', 'room']),
  tags: z.array(readable(40)).max(20),
  pin: z.number().int().min(1).max(9).optional(),
  locked: z.boolean(),
  takenBy: z.array(PersonRoleSchema).optional(),
});

export const ProgramSchema = z.object({
  revision: z.number().int().nonnegative(),
  takeId: IdSchema,
  scene: SceneSchema,
  by: readable(120),
  plan: z.object({ kind: z.enum(planKinds), id: IdSchema }).optional(),
  showAt: InstantSchema,
  films: z.record(IdSchema, InstantSchema).optional(),
});

const EmptyAreaSchema = z.object({
  xMm: z.literal(0),
  yMm: z.literal(0),
  widthMm: z.literal(0),
  heightMm: z.literal(0),
});

export const CanvasSchema = z.object({
  /** A wall without displays has none of it. */
  area: AreaSchema.or(EmptyAreaSchema),
  displays: z
    .array(
      RoomPanelSchema.extend({
        turn: z.union([z.literal(90), z.literal(180), z.literal(270)]).optional(),
        dark: z.literal(true).optional(),
      }),
    )
    .max(64),
  seatDistanceMm: z.number().positive(),
});

/** The last command that changed what the wall shows. */
export const CommandSchema = z.object({
  id: IdSchema,
  kind: z.enum(commandKinds),
  by: readable(120),
  at: InstantSchema,
});

/** One display's word on it. */
export const ReceiptSchema = z.object({
  displayId: IdSchema,
  state: z.enum(['queued', 'shown', 'beneath', 'failed']),
  reason: z.enum(receiptReasons).exactOptional(),
  at: InstantSchema,
});
export const ReceiptsSchema = z.record(IdSchema, ReceiptSchema);

export const PastCommandsSchema = z
  .array(
    z.object({
      command: CommandSchema,
      program: ProgramSchema.pick({ revision: true, takeId: true, by: true, plan: true })
        .extend({ scene: SceneSchema.pick({ name: true }) })
        .nullable(),
      displays: z.number().int().min(0).max(64),
      unseen: z.array(ReceiptSchema).max(64),
    }),
  )
  .max(MOST_PAST);

const StepSchema = z.object({
  kind: z.enum(editKinds),
  patch: PatchSchema,
  back: PatchSchema,
  by: readable(120),
  at: InstantSchema,
});

export const DraftSchema = z.object({
  id: IdSchema,
  scene: SceneSchema,
  programRevision: z.number().int().nonnegative(),
  by: readable(120),
  done: z.array(StepSchema).max(200),
  undone: z.array(StepSchema).max(200),
});

export const ConsoleSchema = z.object({ device: IdSchema, console: IdSchema });
const ControlHolderSchema = ConsoleSchema.extend({ person: readable(120) });
export const ControlSchema = z.object({
  epoch: z.number().int().nonnegative(),
  holder: ControlHolderSchema.nullable(),
  since: InstantSchema.or(z.literal(0)),
  lostAt: InstantSchema.nullable(),
  asks: ControlHolderSchema.nullable(),
});

const authored = { by: readable(120), at: InstantSchema };

const StrokeSchema = z.object({
  id: IdSchema,
  colour: z.enum(inkColours),
  width: z.enum(inkWidths),
  points: z.array(z.number()).max(2 * MOST_POINTS),
  on: z.object({ tileId: IdSchema, picture: PictureSchema }).optional(),
  ...authored,
});

export const HoldSchema = z.object({
  freeze: z.object({ id: IdSchema, ...authored }).nullable(),
  coveredAll: z.object(authored).nullable(),
  covers: z.record(IdSchema, z.object(authored)),
  audible: z.object({ tileId: IdSchema, picture: PictureSchema, ...authored }).nullable(),
  theme: z.enum(themes),
  ink: z.array(StrokeSchema).max(MOST_STROKES),
  suspended: z
    .array(
      z.object({
        picture: PictureSchema,
        displayIds: z.array(IdSchema).max(64),
        guilty: z.boolean(),
        at: InstantSchema,
      }),
    )
    .max(MOST_TILES),
  /** A wall of an older product has none. */
  replays: z
    .array(
      z.object({
        tileId: IdSchema,
        cameraId: IdSchema,
        picture: PictureSchema.exactOptional(),
        mediaAt: InstantSchema,
        clockAt: InstantSchema,
        rate: z.number().min(0).max(8),
        ...authored,
      }),
    )
    .max(MOST_TILES)
    .default([]),
});

/** Fields that a wall keeps to its own machine: every other one has its schema below. */
type StaysHome = 'room' | 'heads' | 'identifying';
type Travels = Exclude<keyof Wall, 'id' | 'scenes' | 'drafts' | StaysHome>;

/** What travels of a wall as one piece each. Scenes and drafts travel one by one. */
export const wholeParts = {
  canvas: CanvasSchema,
  program: ProgramSchema.nullable(),
  previous: ProgramSchema.nullable(),
  command: CommandSchema.nullable(),
  receipts: ReceiptsSchema,
  past: PastCommandsSchema,
  control: ControlSchema,
  hold: HoldSchema,
  looks: LooksSchema,
} satisfies { readonly [Part in Travels]: z.ZodType<Wall[Part]> };
export type WholePart = keyof typeof wholeParts;

function whole<Part extends WholePart>(part: Part) {
  return z.object({ kind: z.literal(part), value: wholeParts[part] });
}

/** A part of a wall as it is now; a scene or a draft that is gone is null. */
export const WallPartSchema = z.discriminatedUnion('kind', [
  whole('canvas'),
  whole('program'),
  whole('previous'),
  whole('command'),
  whole('receipts'),
  whole('past'),
  whole('control'),
  whole('hold'),
  whole('looks'),
  z.object({ kind: z.literal('scene'), id: IdSchema, value: SceneSchema.nullable() }),
  z.object({ kind: z.literal('draft'), id: IdSchema, value: DraftSchema.nullable() }),
]);
export type WallPart =
  | { readonly [Part in WholePart]: { readonly kind: Part; readonly value: Wall[Part] } }[WholePart]
  | { readonly kind: 'scene'; readonly id: string; readonly value: Scene | null }
  | { readonly kind: 'draft'; readonly id: string; readonly value: Draft | null };

/** Said by the wall's own core alone: the only writer of its wall. */
export const WallPartSetSchema = z.object({
  type: z.literal('wall.partSet'),
  wallId: IdSchema,
  part: WallPartSchema,
});

/** The same as the backend takes it: what is in a part is the business of walls and consoles. */
export const AnyWallPartSetSchema = z.object({
  type: z.literal('wall.partSet'),
  wallId: IdSchema,
  part: z.object({
    kind: z.string().regex(/^[A-Za-z-]{1,40}$/),
    id: IdSchema.exactOptional(),
    value: z.unknown(),
  }),
});
export type AnyWallPartSet = z.infer<typeof AnyWallPartSetSchema>;

/** A call on a wall that is given elsewhere; the call's own input is checked where the wall is. */
export const WallCommandSchema = z.object({
  wallId: IdSchema,
  /** The same command sent again is carried out once. */
  commandId: IdSchema,
  call: z.string().regex(/^[a-z]{1,20}\.[A-Za-z]{1,40}$/),
  input: z.record(z.string().max(60), z.unknown()),
  /** The program that its author saw; 0 for a wall that shows nothing. */
  baseRevision: z.number().int().nonnegative(),
  /** Control as its author saw it. */
  controlEpoch: z.number().int().nonnegative().exactOptional(),
});
export type WallCommand = z.infer<typeof WallCommandSchema>;
/** Body of `POST /walls/<wallId>/commands`: the wall is in the address. */
export const CommandBodySchema = WallCommandSchema.omit({ wallId: true });

/** What a call came to on the wall's own core. */
export const WallAnswerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.looseObject({
    ok: z.literal(false),
    reason: z.string().regex(/^[a-z-]{1,40}$/),
  }),
]);
export type WallAnswer = z.infer<typeof WallAnswerSchema>;
