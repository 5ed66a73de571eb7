import { z } from 'zod';
import { PersonRoleSchema } from '../access/model.ts';
import { IdSchema, InstantSchema, named, readable } from '../kernel/schema.ts';
import { editKinds } from './model.ts';
import { RoomPanelSchema } from './roomModel.ts';
import { MOST_PANELS } from './roomRules.ts';
import { PatchSchema } from './wire.ts';

export const OfWallInput = z.object({ wallId: IdSchema });

export const TakeControlInput = OfWallInput.extend({ epoch: z.number().int().nonnegative() });

export const GiveControlInput = OfWallInput.extend({ to: z.enum(['asking', 'nobody']) });

/** Texts of one label; a label is small. */
const MOST_TAGS = 20;

export const OpenDraftInput = z.object({
  wallId: IdSchema,
  from: z.union([z.object({ sceneId: IdSchema }), z.enum(['program', 'empty'])]),
});

export const DraftInput = OfWallInput.extend({ draftId: IdSchema });

export const EditInput = DraftInput.extend({ kind: z.enum(editKinds), patch: PatchSchema });

const LabelSchema = z.object({
  name: named(120).exactOptional(),
  tags: z.array(named(40)).max(MOST_TAGS).exactOptional(),
  pin: z.number().int().min(1).max(9).nullable().exactOptional(),
  locked: z.boolean().exactOptional(),
  takenBy: z.array(PersonRoleSchema).nullable().exactOptional(),
});

export const KeepSceneInput = DraftInput.extend({ sceneId: IdSchema.exactOptional(), label: LabelSchema });

export const SceneInput = OfWallInput.extend({ sceneId: IdSchema });

export const LabelSceneInput = SceneInput.extend({ label: LabelSchema });

const SourceSchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('scene'), sceneId: IdSchema }),
  z.object({ from: z.literal('draft'), draftId: IdSchema }),
  z.object({ from: z.literal('edit'), patch: PatchSchema }),
  z.object({ from: z.literal('previous') }),
]);

export const WarmInput = OfWallInput.extend({ source: SourceSchema.nullable() });
export type Warm = z.infer<typeof WarmInput>;

export const TakeInput = z.object({
  commandId: IdSchema,
  wallId: IdSchema,
  source: SourceSchema,
  programRevision: z.number().int().nonnegative(),
});
export type Take = z.infer<typeof TakeInput>;

export const ReadyInput = OfWallInput.extend({ takeId: IdSchema });

export const ShownInput = OfWallInput.extend({ commandId: IdSchema, paintedAt: InstantSchema });

export const IdentifyInput = OfWallInput.extend({ commandId: IdSchema });

export const SeatInput = OfWallInput.extend({ headId: readable(120), place: readable(120) });

export const DesignInput = OfWallInput.extend({
  panels: z.array(RoomPanelSchema).max(MOST_PANELS + 1),
  seatDistanceMm: z.number(),
  virtual: z.boolean(),
});

/** A file of 64 panels and 200 full scenes stays below this. */
const MOST_FILE_CHARACTERS = 8_000_000;
export const RoomTextInput = OfWallInput.extend({ text: z.string().max(MOST_FILE_CHARACTERS) });
