import type { PersonRole } from '../../domain/access/model.ts';
import type { Answer } from '../../domain/contract/calls.ts';
import type { WindowIdentity } from '../../domain/contract/port.ts';
import { accept, refuse } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import type { Take, Warm } from '../../domain/wall/inputs.ts';
import type { Command, PlanRef, Receipt, Wall } from '../../domain/wall/model.ts';
import { paintedReceipt } from '../../domain/wall/receipts.ts';
import { mayTakeScene, nextProgram, sceneToTake } from '../../domain/wall/rules.ts';
import type { WallChange } from '../../domain/wall/state.ts';
import { taken } from '../../domain/wall/taken.ts';
import type { StillAllowed } from '../kernel/handlers.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock, Log } from '../kernel/ports.ts';
import { createPreparation, type Audience } from './preparation.ts';

/** From the commit to the moment at which all displays show it together, ms. */
export const SHOW_AFTER_MS = 80;
/** A display that has not said `shown` by then has failed, ms. */
export const SHOWN_WITHIN_MS = 3_000;
/** So many commands are remembered: the same command again gets the same answer. */
const REMEMBERED = 100;

/** Who takes; `role: null`: the machine itself, as people planned, by this plan. */
export type TakeAuthor = {
  readonly by: string;
  readonly role: PersonRole | null;
  readonly plan?: PlanRef;
  /** A person's command: asked right before the commit, because a take waits in line and for windows. */
  readonly stillAllowed?: StillAllowed;
};

type Needs = { readonly hub: Hub; readonly clock: Clock; readonly log: Log; readonly audience: Audience };

/** Prepare, all ready, show together, receipts. One take after the other. */
export function createTakes({ hub, clock, log, audience }: Needs) {
  const preparation = createPreparation(audience, clock);
  const answers = new Map<string, Promise<Answer<'wall.take'>>>();
  let warmed = 0;
  let line: Promise<unknown> = Promise.resolve();

  /** What each display owes: its window's word, or the reason why there is none. */
  function receiptsFor(wall: Wall, silent: ReadonlySet<string> = new Set()): readonly Receipt[] {
    const at = clock.now();
    const windows = audience.windows().filter(({ kind, wallId }) => kind === 'wall' && wallId === wall.id);
    return wall.canvas.displays.map(({ id: displayId }): Receipt => {
      const window = windows.find(({ displayIds }) => displayIds.includes(displayId));
      if (!window) return { displayId, state: 'failed', reason: 'window-missing', at };
      if (silent.has(window.windowId)) return { displayId, state: 'failed', reason: 'window-silent', at };
      return { displayId, state: 'queued', at };
    });
  }

  function failQueued(wallId: string, commandId: string): void {
    const wall = own(hub.world().walls, wallId);
    if (wall?.command?.id !== commandId) return;
    const late = Object.values(wall.receipts).filter(({ state }) => state === 'queued');
    if (late.length > 0) log.warn('wall.receiptsMissing', { commandId, displays: late.length });
    give(
      wallId,
      commandId,
      late.map(({ displayId }) => ({ displayId, state: 'failed', reason: 'window-silent', at: clock.now() })),
    );
  }

  function give(wallId: string, commandId: string, receipts: readonly Receipt[]): void {
    if (receipts.length === 0) return;
    hub.commit(
      receipts.map((receipt): WallChange => ({ type: 'wall.receiptGiven', wallId, commandId, receipt })),
    );
  }

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
    if (!mayTakeScene(sought.value, role)) return refuse('scene-reserved');
    const silent = await preparation.prepare({
      type: 'prepare',
      wallId,
      takeId: commandId,
      scene: sought.value,
      warm: false,
    });
    // While the windows made ready, displays may have come or gone.
    const wall = own(hub.world().walls, wallId);
    const found = sceneToTake(wall, source, programRevision);
    if (!found.ok) return found;
    if (wall === undefined) return refuse('wall-unknown');
    const allowed = stillAllowed?.();
    if (allowed?.ok === false) return allowed;
    const showAt = clock.now() + SHOW_AFTER_MS;
    const program = nextProgram(wall, {
      takeId: commandId,
      // A draft is taken as it was when the key was pressed: what is undone meanwhile waits for the next take.
      scene: source.from === 'draft' ? sought.value : found.value,
      by,
      showAt,
      ...(plan && { plan }),
    });
    const command: Command = { id: commandId, kind: 'take', by, at: clock.now() };
    const receipts = receiptsFor(wall, silent);
    const named = taken(wall, program, source);
    const change: WallChange = { type: 'wall.taken', wallId, program: named, command, receipts };
    hub.commit([change, ...drawnAnew(wall, source, program.revision)]);
    awaitReceipts(wallId, commandId);
    return accept({ takeId: commandId, showAt });
  }

  function awaitReceipts(wallId: string, commandId: string): void {
    clock.after(SHOW_AFTER_MS + SHOWN_WITHIN_MS, () => failQueued(wallId, commandId));
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
    warm({ wallId, source }: Warm): Answer<'wall.warm'> {
      const wall = own(hub.world().walls, wallId);
      const found = source === null ? accept(null) : sceneToTake(wall, source, wall?.program?.revision ?? 0);
      if (!found.ok) return found;
      warmed += 1;
      const takeId = `warm-${warmed}`;
      preparation.warm({ type: 'prepare', wallId, takeId, scene: found.value, warm: true });
      return accept(null);
    },
    ready: preparation.ready,
    admitted: preparation.admitted,
    dismissed: preparation.dismissed,
    receiptsFor,
    awaitReceipts,
    /** Painted on this window's displays; a late word still counts, a word about an older command does not. */
    shown(window: WindowIdentity, commandId: string, paintedAt: number): void {
      const wall = own(hub.world().walls, window.wallId);
      if (wall?.command?.id !== commandId) return;
      const painted = window.displayIds.map((id) => paintedReceipt(wall, id, paintedAt));
      const fresh = painted.filter(({ displayId, state }) => {
        const receipt = own(wall.receipts, displayId);
        return receipt !== undefined && receipt.state !== 'shown' && receipt.state !== state;
      });
      give(wall.id, commandId, fresh);
    },
  };
}
export type Takes = ReturnType<typeof createTakes>;
