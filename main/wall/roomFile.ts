import { z } from 'zod';
import { PersonRoleSchema } from '../../domain/access/model.ts';
import { describeProblems, readablePath } from '../../domain/contract/fileProblem.ts';
import { own } from '../../domain/kernel/own.ts';
import { same } from '../../domain/kernel/same.ts';
import { BilingualSchema, IdSchema, readable } from '../../domain/kernel/schema.ts';
import { inBoth } from '../../domain/kernel/text.ts';
import { canvasOf } from '../../domain/wall/arrange.ts';
import { placed, type EditRefusal } from '../../domain/wall/edit.ts';
import { MOST_SCENES, MOST_TILES } from '../../domain/wall/limits.ts';
import type { Canvas, Scene, Wall } from '../../domain/wall/model.ts';
import type { RoomFileChanges, RoomFileProblem } from '../../domain/wall/roomCalls.ts';
import { RoomPanelSchema, type RoomPanel } from '../../domain/wall/roomModel.ts';
import { roomFault } from '../../domain/wall/roomRules.ts';
import { TileSchema } from '../../domain/wall/wire.ts';

/** What the product calls such a file, and the newest one that it reads. */
const FORMAT = 'toan-canh.room';
const VERSION = 1;
/** Further problems say nothing new. */
const MOST_PROBLEMS = 20;
/** More panels than any wall has: the rule says so in words. */
const MOST_READ = 1_000;

const SceneSchema = z.strictObject({
  id: IdSchema,
  name: BilingualSchema,
  tiles: z
    .record(IdSchema, TileSchema)
    .refine(
      (tiles) => Object.keys(tiles).length <= MOST_TILES,
      inBoth(`nhiều nhất ${MOST_TILES} ô`, `at most ${MOST_TILES} tiles`),
    ),
  tags: z.array(readable(40)).max(20),
  pin: z.number().int().min(1).max(9).optional(),
  locked: z.boolean(),
  takenBy: z.array(PersonRoleSchema).optional(),
});

/** Strict: a field that nobody reads is a mistake that nobody sees. */
const FileSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  room: z.strictObject({
    seatDistanceMm: z.number(),
    panels: z.array(RoomPanelSchema.strict()).max(MOST_READ),
  }),
  scenes: z.array(SceneSchema).max(MOST_SCENES),
});
const FaceSchema = z.looseObject({ format: z.string(), version: z.number() });

export type RoomFile = {
  readonly panels: readonly RoomPanel[];
  readonly seatDistanceMm: number;
  readonly scenes: readonly Scene[];
  /** Kept on panels that are gone, or for another farthest seat: they may not stand in this room. */
  readonly leftOut: readonly { readonly scene: Scene; readonly reason: EditRefusal }[];
};
export type RoomFileOutcome =
  | { readonly sound: true; readonly file: RoomFile }
  | { readonly sound: false; readonly problems: readonly RoomFileProblem[] };

function unsound(...problems: readonly RoomFileProblem[]): RoomFileOutcome {
  return { sound: false, problems: problems.slice(0, MOST_PROBLEMS) };
}

function json(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** Why a scene may not stand as it does: what is wrong with the first such tile. */
function sceneFault(scene: Scene, canvas: Canvas): EditRefusal | undefined {
  let so: Scene = { ...scene, tiles: {} };
  for (const [id, tile] of Object.entries(scene.tiles)) {
    const outcome = placed(canvas, so, { [id]: tile });
    if (!outcome.ok) return outcome.reason;
    so = outcome.value;
  }
  return undefined;
}

function roomProblem(room: Pick<RoomFile, 'panels' | 'seatDistanceMm'>): RoomFileProblem | undefined {
  const fault = roomFault(room);
  if (fault === undefined) return undefined;
  const at = fault.at === undefined ? [] : [fault.at, ...(fault.field?.split('.') ?? [])];
  const path = fault.reason === 'seat-distance-wrong' ? ['seatDistanceMm'] : ['panels', ...at];
  return { path: readablePath(['room', ...path]), reason: fault.reason };
}

/**
 * Reads a room's file: JSON, kind, version, fields, then the rules of rooms. What is wrong is named by its place. Scenes that
 * may not stand in that room are left out: one of them must not keep the panels and all the others from coming in.
 */
export function parseRoomFile(text: string): RoomFileOutcome {
  const read = json(text);
  if (read === undefined) return unsound({ path: '(file)', reason: 'no-json' });
  const face = FaceSchema.safeParse(read.value);
  if (!face.success || face.data.format !== FORMAT) return unsound({ path: 'format', reason: 'other-file' });
  if (face.data.version > VERSION) return unsound({ path: 'version', reason: 'newer-version' });
  const parsed = FileSchema.safeParse(read.value);
  if (!parsed.success) {
    const wrong = describeProblems(parsed.error);
    return unsound(...wrong.map((problem) => ({ ...problem, reason: 'wrong-field' as const })));
  }
  const { room, scenes: bare } = parsed.data;
  const wrong = roomProblem(room);
  if (wrong) return unsound(wrong);
  const canvas = canvasOf(room.panels, room.seatDistanceMm);
  const scenes = bare.map((scene): Scene => ({ ...scene, origin: 'room' }));
  const judged = scenes.map((scene) => ({ scene, reason: sceneFault(scene, canvas) }));
  const standing = judged.flatMap(({ scene, reason }) => (reason === undefined ? [scene] : []));
  const leftOut = judged.flatMap(({ scene, reason }) => (reason === undefined ? [] : [{ scene, reason }]));
  return { sound: true, file: { ...room, scenes: standing, leftOut } };
}

/** The text of a room's file: its panels, and every scene that stands on them. */
export function roomFileText({ room, scenes }: Pick<Wall, 'room' | 'scenes'>): string {
  const kept = Object.values(scenes).map(({ origin: _origin, ...scene }) => scene);
  const { panels, seatDistanceMm } = room;
  const file = { format: FORMAT, version: VERSION, room: { seatDistanceMm, panels }, scenes: kept };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The same text for the same data, whatever the order of its fields. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => a.localeCompare(b)))
      : part,
  );
}

function differs(scenes: Wall['scenes'], scene: Scene): boolean {
  const before = own(scenes, scene.id);
  return before === undefined || sorted({ ...before, origin: 'room' }) !== sorted(scene);
}

/** The file's scenes that this wall does not have, or has otherwise. */
export function differingScenes(scenes: Wall['scenes'], file: RoomFile): readonly Scene[] {
  return file.scenes.filter((scene) => differs(scenes, scene));
}

/** What importing this file would change on this wall. */
export function roomFileChanges(wall: Pick<Wall, 'room' | 'scenes'>, file: RoomFile): RoomFileChanges {
  const { panels, seatDistanceMm } = wall.room;
  const before = new Map(panels.map((panel) => [panel.id, panel]));
  const after = new Set(file.panels.map(({ id }) => id));
  const orders = (some: readonly RoomPanel[]): readonly number[] => some.map(({ order }) => order);
  const isSame = (panel: RoomPanel): boolean => same(sorted(before.get(panel.id)), sorted(panel));
  const scenes = differingScenes(wall.scenes, file);
  const names = (some: readonly Scene[]): readonly string[] => some.map(({ name }) => name.vi);
  return {
    added: orders(file.panels.filter(({ id }) => !before.has(id))),
    changed: orders(file.panels.filter((panel) => before.has(panel.id) && !isSame(panel))),
    removed: orders(panels.filter(({ id }) => !after.has(id))),
    seatDistanceMm:
      seatDistanceMm === file.seatDistanceMm ? null : { from: seatDistanceMm, to: file.seatDistanceMm },
    newScenes: names(scenes.filter(({ id }) => wall.scenes[id] === undefined)),
    replacedScenes: names(scenes.filter(({ id }) => wall.scenes[id] !== undefined)),
    leftOut: file.leftOut
      .filter(({ scene }) => differs(wall.scenes, scene))
      .map(({ scene, reason }) => ({ name: scene.name.vi, reason })),
  };
}
