import { z } from 'zod';
import { PersonRoleSchema, type Person } from '../../domain/access/model.ts';
import { mayPerson } from '../../domain/access/rights.ts';
import { ArmSourceSchema, ShowingSchema } from '../../domain/schedule/model.ts';
import { mayTakeScene } from '../../domain/wall/rules.ts';
import type { WallCommand } from '../../domain/wall/wire.ts';
import type { WallReplica } from './replica.ts';

type Parts = Pick<WallReplica, 'part'>;
type Asked = Pick<WallCommand, 'call' | 'input'>;

const StopsSchema = z.object({ stops: z.array(z.object({ sceneId: z.string() })) });
const SceneIdSchema = z.object({ sceneId: z.string() });
const SourceSchema = z.object({ source: ArmSourceSchema });
const ShowsSchema = z.object({ showing: ShowingSchema });
const LabelledSchema = z.object({
  takenBy: z.array(PersonRoleSchema).optional(),
  locked: z.boolean().optional(),
});
type Labelled = z.infer<typeof LabelledSchema>;
const DraftSchema = z.object({ scene: LabelledSchema });

const stopsIn = (of: unknown): readonly string[] =>
  StopsSchema.safeParse(of).data?.stops.map(({ sceneId }) => sceneId) ?? [];

/** Parts of the wall that a command would put on, now or later. */
const puts: Readonly<Record<string, (input: unknown, parts: Parts) => readonly string[]>> = {
  'wall.take': sourceOf,
  'schedule.arm': sourceOf,
  'schedule.keepTour': (input) => stopsIn(input).map((id) => `scene/${id}`),
  'schedule.keepEntry': (input, { part }) => {
    const showing = ShowsSchema.safeParse(input).data?.showing;
    if (showing === undefined) return [];
    const ids = showing.kind === 'scene' ? [showing.sceneId] : stopsIn(part(`tour/${showing.tourId}`));
    return ids.map((id) => `scene/${id}`);
  },
  'schedule.setIdle': sceneOf,
};
/** Calls that change a scene for good. */
const changing: ReadonlySet<string> = new Set([
  'wall.keepScene',
  'wall.labelScene',
  'wall.deleteScene',
  'wall.revertScene',
]);

function sourceOf(input: unknown): readonly string[] {
  const asked = SourceSchema.safeParse(input).data?.source;
  if (asked === undefined) return [];
  return [asked.from === 'scene' ? `scene/${asked.sceneId}` : `draft/${asked.draftId}`];
}

function sceneOf(input: unknown): readonly string[] {
  const asked = SceneIdSchema.safeParse(input).data;
  return asked === undefined ? [] : [`scene/${asked.sceneId}`];
}

function labelOf(value: unknown): Labelled | undefined {
  return DraftSchema.safeParse(value).data?.scene ?? LabelledSchema.safeParse(value).data;
}

/** Why a command on scenes is not its author's to give, as far as the wall was heard; the wall's own core decides again. */
export function sceneRefusal(
  parts: Parts,
  { call, input }: Asked,
  by: Pick<Person, 'role' | 'bounds'>,
): 'scene-reserved' | 'scene-locked' | undefined {
  const labels = (keys: readonly string[]) => keys.flatMap((key) => labelOf(parts.part(key)) ?? []);
  const put = Object.hasOwn(puts, call) ? (puts[call]?.(input, parts) ?? []) : [];
  if (labels(put).some((scene) => !mayTakeScene(scene, by.role))) return 'scene-reserved';
  const changed = changing.has(call) ? labels(sceneOf(input)) : [];
  return changed.some(({ locked }) => locked === true) && !mayPerson(by, 'scene.lock')
    ? 'scene-locked'
    : undefined;
}
