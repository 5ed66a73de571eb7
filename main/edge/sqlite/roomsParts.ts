import { z } from 'zod';
import { completed, emptyWorld, type World } from '../../../domain/contract/world.ts';
import { DocumentIdSchema, type Document } from '../../../domain/documents/model.ts';
import { BilingualSchema, IdSchema } from '../../../domain/kernel/schema.ts';
import {
  EntryHoursSchema,
  ShowingSchema,
  StopSchema,
  type Schedule,
} from '../../../domain/schedule/model.ts';
import { emptyHold } from '../../../domain/wall/holding.ts';
import type { Canvas, Wall } from '../../../domain/wall/model.ts';
import {
  CanvasSchema,
  DraftSchema,
  HoldSchema,
  ProgramSchema,
  SceneSchema,
} from '../../../domain/wall/wire.ts';

const FieldsSchema = z.record(z.string(), z.unknown());
const PlannedSchema = z.looseObject({
  id: IdSchema,
  name: BilingualSchema,
  origin: z.literal('room'),
  planner: z.looseObject({ name: z.string() }),
});
const TourSchema = PlannedSchema.extend({ stops: z.array(StopSchema) });
const EntrySchema = PlannedSchema.extend({ ...EntryHoursSchema.shape, showing: ShowingSchema });
const DocumentSchema = z.looseObject({ id: DocumentIdSchema, name: z.string(), mime: z.string() });

/** The shell says at once which displays there are. */
const nowhere: Canvas = {
  area: { xMm: 0, yMm: 0, widthMm: 0, heightMm: 0 },
  displays: [],
  seatDistanceMm: 5_000,
};

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return FieldsSchema.safeParse(value).data ?? {};
}

/** The entries of a record that look right; one that does not takes no other with it. */
function soundOf<Value>(record: unknown, schema: z.ZodType): Readonly<Record<string, Value>> {
  const sound = Object.entries(fieldsOf(record)).filter(([, value]) => schema.safeParse(value).success);
  return Object.fromEntries(sound) as Readonly<Record<string, Value>>;
}

/** Scenes, drafts, what is on and what lies over it. The journal may name a scene of the province, too. */
function wallOf(id: string, value: unknown): Partial<Wall> & Pick<Wall, 'id' | 'canvas'> {
  const wall = fieldsOf(value);
  const hold = { ...emptyHold, ...fieldsOf(wall['hold']) };
  return {
    id,
    canvas: CanvasSchema.safeParse(wall['canvas']).data ?? nowhere,
    scenes: soundOf(wall['scenes'], SceneSchema),
    drafts: soundOf(wall['drafts'], DraftSchema),
    program: ProgramSchema.safeParse(wall['program']).data ?? null,
    previous: ProgramSchema.safeParse(wall['previous']).data ?? null,
    hold: HoldSchema.safeParse(hold).data ?? emptyHold,
  };
}

/** What the room planned; what was under way at that moment is not. */
function scheduleOf(wallId: string, value: unknown): Partial<Schedule> & Pick<Schedule, 'wallId'> {
  const { tours, entries } = fieldsOf(value);
  return { wallId, tours: soundOf(tours, TourSchema), entries: soundOf(entries, EntrySchema) };
}

function each<Value>(record: unknown, part: (id: string, value: unknown) => Value) {
  return Object.fromEntries(Object.entries(fieldsOf(record)).map(([id, value]) => [id, part(id, value)]));
}

/** Of a World that any version of the product wrote: what only the room knows, with a value for every later field. */
export function roomsParts(picture: unknown): World {
  const { walls, schedules, documents } = fieldsOf(picture);
  return completed({
    ...emptyWorld,
    documents: { byId: soundOf<Document>(fieldsOf(documents)['byId'], DocumentSchema) },
    walls: each(walls, wallOf) as World['walls'],
    schedules: each(schedules, scheduleOf) as World['schedules'],
  });
}

/** The World without the province's scenes: they are laid out anew. */
export function withoutProvinces(world: World): World {
  const walls = each(world.walls, (_id, value) => {
    const wall = value as Wall;
    const kept = Object.entries(wall.scenes).filter(([, { origin }]) => origin === 'room');
    return { ...wall, scenes: Object.fromEntries(kept) };
  });
  return { ...world, walls };
}

/** True when nothing in it is the room's. */
export function isNobodys({ walls, schedules, documents }: World): boolean {
  return [walls, schedules, documents.byId].every((part) => Object.keys(part).length === 0);
}
