import type { PersonRole } from '../../domain/access/model.ts';
import type { Answer } from '../../domain/contract/calls.ts';
import { accept, refuse } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import type { ConsolePlace } from '../../domain/wall/control.ts';
import type { Take, Warm } from '../../domain/wall/inputs.ts';
import type { Command, PlanRef, Wall } from '../../domain/wall/model.ts';
import { mayTakeFrom, nextProgram, sceneToTake } from '../../domain/wall/rules.ts';
import type { WallChange } from '../../domain/wall/state.ts';
import { shownAt, taken } from '../../domain/wall/taken.ts';
import type { StillWanted } from '../kernel/handlers.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock } from '../kernel/ports.ts';
import type { Preparation } from './preparation.ts';
import type { Receipts } from './receipts.ts';

/** From the commit to the moment at which all displays show it together, ms. */
const SHOW_AFTER_MS = 80;
/** So many commands are remembered: the same command again gets the same answer. */
const REMEMBERED = 100;

/** Who takes, or planned it; `role: null`: the province, in its own plans. */
export type TakeAuthor = {
  readonly by: string;
  readonly role: PersonRole | null;
  readonly plan?: PlanRef;
  /** Asked right before the commit, because a take waits in line and for windows. */
  readonly stillAllowed?: StillWanted;
};

type Needs = {
  readonly hub: Hub;
  readonly clock: Clock;
  readonly preparation: Preparation;
  readonly receipts: Pick<Receipts, 'owedBy' | 'awaitFrom'>;
};

/** Prepare, all ready, show together. One take after the other. */
export function createTakes({ hub, clock, preparation, receipts }: Needs) {
  const answers = new Map<string, Promise<Answer<'wall.take'>>>();
  let warmed = 0;
  let line: Promise<unknown> = Promise.resolve();

  /** A draft stays under the hands that took it, with its steps. */
  function drawnAnew(wall: Wall, source: Take['source'], programRevision: number): readonly WallChange[] {
    if (source.from !== 'draft') return [];
    return [{ type: 'wall.draftTaken', wallId: wall.id, draftId: source.draftId, programRevision }];
  }

  async function takeNow(
    { commandId, wallId, source, programRevision }: Take,
    { by, role, plan, stillAllowed }: TakeAuthor,
  ): Promise<Answer<'wall.take'>> {
    const sought = sceneToTake(own(hub.world().walls, wallId), source, programRevision);
    if (!sought.ok) return sought;
    if (!mayTakeFrom(source, sought.value, role)) return refuse('scene-reserved');
    const silent = await preparation.prepare({
      type: 'prepare',
      wallId,
      takeId: commandId,
      scene: sought.value,
      warm: false,
    });
    // While the windows made ready, displays may have come or gone.
    const wall = own(hub.world().walls, wallId);
    const showAt = clock.now() + SHOW_AFTER_MS;
    const shown = shownAt(showAt, source, wall?.program ?? null);
    const found = sceneToTake(wall, shown, programRevision);
    if (!found.ok) return found;
    if (wall === undefined) return refuse('wall-unknown');
    const allowed = stillAllowed?.();
    if (allowed?.ok === false) return allowed;
    const program = nextProgram(wall, {
      takeId: commandId,
      // A draft is taken as it was when the key was pressed: what is undone meanwhile waits for the next take.
      scene: source.from === 'draft' ? sought.value : found.value,
      by,
      showAt,
      ...(plan && { plan }),
    });
    const command: Command = { id: commandId, kind: 'take', by, at: clock.now() };
    const owed = receipts.owedBy(wall, silent);
    const named = taken(wall, program, shown);
    const change: WallChange = { type: 'wall.taken', wallId, program: named, command, receipts: owed };
    hub.commit([change, ...drawnAnew(wall, source, program.revision)]);
    receipts.awaitFrom(wallId, commandId, SHOW_AFTER_MS);
    return accept({ takeId: commandId, showAt });
  }

  function remember(commandId: string, answer: Promise<Answer<'wall.take'>>): void {
    answers.set(commandId, answer);
    const oldest = answers.keys().next().value;
    if (answers.size > REMEMBERED && oldest !== undefined) answers.delete(oldest);
  }

  return {
    take(take: Take, author: TakeAuthor): Promise<Answer<'wall.take'>> {
      const known = answers.get(take.commandId);
      if (known) return known;
      const answer = line.then(() => takeNow(take, author));
      line = answer.catch(() => undefined);
      remember(take.commandId, answer);
      return answer;
    },
    /** Warms up what this source would show; nothing on the wall changes. */
    warm({ wallId, source }: Warm, by: ConsolePlace): Answer<'wall.warm'> {
      const wall = own(hub.world().walls, wallId);
      const found = source === null ? accept(null) : sceneToTake(wall, source, wall?.program?.revision ?? 0);
      if (!found.ok) return found;
      warmed += 1;
      const takeId = `warm-${warmed}`;
      preparation.warm({ type: 'prepare', wallId, takeId, scene: found.value, warm: true }, by);
      return accept(null);
    },
  };
}
