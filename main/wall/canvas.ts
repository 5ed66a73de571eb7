import type { WindowIdentity } from '../../domain/contract/port.ts';
import { own } from '../../domain/kernel/own.ts';
import { same } from '../../domain/kernel/same.ts';
import { darkIds, withDark } from '../../domain/wall/homecoming.ts';
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
import { emptyRoom } from '../../domain/wall/emptyRoom.ts';
import type { Standing } from '../../domain/wall/roomModel.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock, Log } from '../kernel/ports.ts';
import { BY_ITSELF } from '../kernel/author.ts';

/** A window on a display that came back gets this long to paint its picture; until then its tiles are seen elsewhere, ms. */
export const HOME_WITHIN_MS = 3_000;

type Needs = {
  readonly hub: Hub;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
  readonly templates: readonly SceneTemplate[];
  readonly startScene: string;
  /** What the wall shows was laid anew: receipts are owed. */
  readonly onLaid: (wallId: string) => void;
};
type Next = Pick<Program, 'takeId' | 'showAt'>;
/** What the shell told last. */
type Told = { readonly canvas: Canvas; readonly standing: Standing };

/** Keeps the wall's scenes and program laid out on the displays that there are, and their tiles on those that are lit. */
export function createCanvasKeeper({ hub, clock, log, newId, templates, startScene, onLaid }: Needs) {
  const told = new Map<string, Told>();
  /** Displays that are back, but whose windows have painted nothing yet; with the return that they wait since. */
  const coming = new Map<string, number>();
  let returns = 0;

  function firstProgram(scenes: readonly Scene[], next: Next): Program | null {
    const scene = scenes.find(({ id }) => id === startScene) ?? scenes[0];
    return scene ? { revision: 1, by: BY_ITSELF, scene, ...next } : null;
  }

  /** What is shown has changed: laid out anew, or seen on other displays. It owes new receipts; else those stay. */
  function commandAfter(wall: Wall | undefined, canvas: Canvas, program: Program | null): Command | null {
    if (program === null) return null;
    const { takeId: id, by, showAt: at } = program;
    if (wall?.program?.takeId !== id) return { id, kind: 'relaid', by, at };
    if (same(darkIds(wall.canvas), darkIds(canvas))) return wall.command;
    return { id: newId(), kind: 'rehomed', by: BY_ITSELF, at: clock.now() };
  }

  function receiptsAfter(
    wall: Wall | undefined,
    canvas: Canvas,
    command: Command | null,
  ): readonly Receipt[] {
    const moved = command?.id !== wall?.command?.id;
    const at = clock.now();
    return canvas.displays.map(({ id: displayId, dark }): Receipt => {
      const known = moved ? undefined : wall && own(wall.receipts, displayId);
      if (known) return known;
      return dark === true
        ? { displayId, state: 'failed', reason: 'window-missing', at }
        : { displayId, state: 'queued', at };
    });
  }

  function layAnew(wallId: string): void {
    const word = told.get(wallId);
    if (word === undefined) return;
    const wall = own(hub.world().walls, wallId);
    const canvas = withDark(word.canvas, new Set(coming.keys()));
    const { room, heads } = word.standing;
    const scenes = withKept(layOut(templates, canvas), wall?.scenes ?? {});
    const byId = Object.fromEntries(scenes.map((scene) => [scene.id, scene]));
    const known = wall && same([wall.canvas, wall.room, wall.heads], [canvas, room, heads]);
    if (known && same(wall.scenes, byId)) return;
    const next: Next = { takeId: newId(), showAt: clock.now() };
    const again = (program: Program): Program =>
      relaidProgram(program, relaid(program.scene, wall?.scenes ?? {}, templates, scenes), next);
    const program = wall?.program ? again(wall.program) : firstProgram(scenes, next);
    const previous = wall?.previous ? { ...again(wall.previous), revision: wall.previous.revision } : null;
    const command = commandAfter(wall, canvas, program);
    const receipts = receiptsAfter(wall, canvas, command);
    const laid = { wallId, canvas, scenes, program, previous, command, receipts, room, heads };
    hub.commit({ type: 'wall.relaid', ...laid });
    log.info('wall.relaid', { wallId, displays: canvas.displays.length, dark: darkIds(canvas).length });
    onLaid(wallId);
  }

  /** Displays that were dark and are there again wait for their windows. */
  function expectBack(wallId: string, canvas: Canvas): void {
    const before = own(hub.world().walls, wallId)?.canvas;
    const gone = new Set(darkIds(canvas));
    for (const id of gone) coming.delete(id);
    const back = before ? darkIds(before).filter((id) => !gone.has(id) && !coming.has(id)) : [];
    // A wall that is dark as a whole has nothing to wait with.
    if (before && darkIds(before).length === before.displays.length) return;
    if (back.length === 0) return;
    returns += 1;
    const turn = returns;
    for (const id of back) coming.set(id, turn);
    // One that went again meanwhile, and came again, has its own time.
    clock.after(HOME_WITHIN_MS, () =>
      arrive(
        wallId,
        back.filter((id) => coming.get(id) === turn),
      ),
    );
  }

  function arrive(wallId: string, ids: readonly string[]): void {
    const fresh = ids.filter((id) => coming.delete(id));
    if (fresh.length > 0) layAnew(wallId);
  }

  return {
    /** Does nothing when displays and scenes are what they were. */
    setCanvas(wallId: string, canvas: Canvas, standing: Standing = { room: emptyRoom, heads: [] }): void {
      told.set(wallId, { canvas, standing });
      expectBack(wallId, canvas);
      layAnew(wallId);
    },
    /** A window has painted: its displays are home. */
    painted: ({ wallId, displayIds }: WindowIdentity): void => arrive(wallId, displayIds),
  };
}
