import { own } from '../../domain/kernel/own.ts';
import { same } from '../../domain/kernel/same.ts';
import type {
  Canvas,
  Command,
  Program,
  Receipt,
  Scene,
  SceneTemplate,
  Wall,
} from '../../domain/wall/model.ts';
import { layOut, relaid, relaidProgram, withKept } from '../../domain/wall/relay.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock, Log } from '../kernel/ports.ts';
import { BY_ITSELF } from './author.ts';

type Needs = {
  readonly hub: Hub;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
  readonly templates: readonly SceneTemplate[];
  readonly startScene: string;
};
type Next = Pick<Program, 'takeId' | 'showAt'>;

/** Keeps the wall's scenes and program laid out on the displays that there are. */
export function createCanvasKeeper({ hub, clock, log, newId, templates, startScene }: Needs) {
  function firstProgram(scenes: readonly Scene[], next: Next): Program | null {
    const scene = scenes.find(({ id }) => id === startScene) ?? scenes[0];
    return scene ? { revision: 1, by: BY_ITSELF, scene, ...next } : null;
  }

  /** A program that was laid out anew owes new receipts; one that stays keeps those it has. */
  function commandAfter(wall: Wall | undefined, program: Program | null): Command | null {
    if (program === null) return null;
    const { takeId: id, by, showAt: at } = program;
    return wall?.program?.takeId === id ? wall.command : { id, kind: 'relaid', by, at };
  }

  function receiptsAfter(
    wall: Wall | undefined,
    canvas: Canvas,
    command: Command | null,
  ): readonly Receipt[] {
    const moved = command?.id !== wall?.command?.id;
    return canvas.displays.map(({ id: displayId }) => {
      const known = moved ? undefined : wall && own(wall.receipts, displayId);
      return known ?? { displayId, state: 'queued', at: clock.now() };
    });
  }

  /** Does nothing when displays and scenes are what they were. */
  return function setCanvas(wallId: string, canvas: Canvas): void {
    const wall = own(hub.world().walls, wallId);
    const scenes = withKept(layOut(templates, canvas), wall?.scenes ?? {});
    const byId = Object.fromEntries(scenes.map((scene) => [scene.id, scene]));
    if (wall && same(wall.canvas, canvas) && same(wall.scenes, byId)) return;
    const next: Next = { takeId: newId(), showAt: clock.now() };
    const again = (program: Program): Program =>
      relaidProgram(program, relaid(program.scene, wall?.scenes ?? {}, templates, scenes), next);
    const program = wall?.program ? again(wall.program) : firstProgram(scenes, next);
    const previous = wall?.previous ? { ...again(wall.previous), revision: wall.previous.revision } : null;
    const command = commandAfter(wall, program);
    const receipts = receiptsAfter(wall, canvas, command);
    hub.commit({ type: 'wall.relaid', wallId, canvas, scenes, program, previous, command, receipts });
    log.info('wall.relaid', { wallId, displays: canvas.displays.length });
  };
}
