import { z } from 'zod';
import { PersonRoleSchema } from '../../domain/access/model.ts';
import { IdSchema, InstantSchema, readable } from '../../domain/kernel/schema.ts';
import { editKinds } from '../../domain/wall/model.ts';
import { RoomPanelSchema } from '../../domain/wall/roomModel.ts';
import { MOST_PANELS } from '../../domain/wall/roomRules.ts';
import { PatchSchema } from '../../domain/wall/wire.ts';

/** Texts of one label; a label is small. */
const MOST_TAGS = 20;

export const OpenDraftInput = z.object({
  wallId: IdSchema,
  from: z.union([z.object({ sceneId: IdSchema }), z.enum(['program', 'empty'])]),
});

export const DraftInput = z.object({ wallId: IdSchema, draftId: IdSchema });

export const EditInput = DraftInput.extend({ kind: z.enum(editKinds), patch: PatchSchema });

const LabelSchema = z.object({
  name: readable(120).pipe(z.string().trim().min(1)).exactOptional(),
  tags: z
    .array(readable(40).pipe(z.string().trim().min(1)))
    .max(MOST_TAGS)
    .exactOptional(),
  pin: z.number().int().min(1).max(9).nullable().exactOptional(),
  locked: z.boolean().exactOptional(),
  takenBy: z.array(PersonRoleSchema).nullable().exactOptional(),
});

export const KeepSceneInput = DraftInput.extend({ sceneId: IdSchema.exactOptional(), label: LabelSchema });

export const SceneInput = z.object({ wallId: IdSchema, sceneId: IdSchema });

export const LabelSceneInput = SceneInput.extend({ label: LabelSchema });

const SourceSchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('scene'), sceneId: IdSchema }),
  z.object({ from: z.literal('draft'), draftId: IdSchema }),
  z.object({ from: z.literal('edit'), patch: PatchSchema }),
  z.object({ from: z.literal('previous') }),
]);

export const WarmInput = z.object({ wallId: IdSchema, source: SourceSchema.nullable() });
export type Warm = z.infer<typeof WarmInput>;

export const TakeInput = z.object({
  commandId: IdSchema,
  wallId: IdSchema,
  source: SourceSchema,
  programRevision: z.number().int().nonnegative(),
});
export type Take = z.infer<typeof TakeInput>;

export const ReadyInput = z.object({ wallId: IdSchema, takeId: IdSchema });

export const ShownInput = z.object({ wallId: IdSchema, commandId: IdSchema, paintedAt: InstantSchema });

export const OfWallInput = z.object({ wallId: IdSchema });

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
