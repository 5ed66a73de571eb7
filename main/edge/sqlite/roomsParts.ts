import { z } from 'zod';
import { completed, emptyWorld, type World } from '../../../domain/contract/world.ts';
import { DocumentIdSchema, type Document } from '../../../domain/documents/model.ts';
import { emptyHold } from '../../../domain/wall/holding.ts';
import type { Canvas, Wall } from '../../../domain/wall/model.ts';
import {
  CanvasSchema,
  DraftSchema,
  HoldSchema,
  ProgramSchema,
  SceneSchema,
} from '../../../domain/wall/wire.ts';
import { scheduleOf } from './plansPart.ts';
import { fieldsOf, soundOf } from './sound.ts';

const DocumentSchema = z.looseObject({ id: DocumentIdSchema, name: z.string(), mime: z.string() });

/** The shell says at once which displays there are. */
const nowhere: Canvas = {
  area: { xMm: 0, yMm: 0, widthMm: 0, heightMm: 0 },
  displays: [],
  seatDistanceMm: 5_000,
};

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
    schedules: each(schedules, scheduleOf),
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
