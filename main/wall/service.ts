import type { Notice, WindowIdentity } from '../../domain/contract/port.ts';
import { accept } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import type { WallCalls } from '../../domain/wall/calls.ts';
import { isAt } from '../../domain/wall/control.ts';
import type { HoldCalls } from '../../domain/wall/holdCalls.ts';
import { ReadyInput, ShownInput, TakeInput, WarmInput } from '../../domain/wall/inputs.ts';
import type { LookCalls } from '../../domain/wall/lookCalls.ts';
import type { Canvas, SceneTemplate } from '../../domain/wall/model.ts';
import type { Room, Standing } from '../../domain/wall/roomModel.ts';
import { nameOf } from '../kernel/author.ts';
import type { Handlers } from '../kernel/handlers.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock, Log } from '../kernel/ports.ts';
import { createCanvasKeeper } from './canvas.ts';
import { createControl } from './control.ts';
import { createDrafts } from './drafts.ts';
import { createGuard } from './guard.ts';
import { createHolds } from './hold.ts';
import { createLooks } from './looks.ts';
import { createPreparation, type Audience } from './preparation.ts';
import { createReceipts } from './receipts.ts';
import { createRenewals, type RenewalPorts } from './renewals.ts';
import type { Footage } from './replays.ts';
import { createRoomCalls } from './room.ts';
import { createScenes } from './scenes.ts';
import { createTakes } from './takes.ts';

type Ports = RenewalPorts & {
  readonly hub: Hub;
  readonly clock: Clock;
  readonly log: Log;
  readonly audience: Audience;
  readonly newId: () => string;
  readonly device: string;
  readonly footage: Footage;
  readonly templates: readonly SceneTemplate[];
  readonly startScene: string;
  readonly notice: (kind: Notice['kind'], detail?: string) => void;
  /** People changed the room. */
  readonly onRoom: (wallId: string, room: Room) => void;
};

/** The one writer of the wall: its canvas, its scenes, its program, its drafts. */
export function createWallService(ports: Ports) {
  const { hub } = ports;
  const receipts = createReceipts(ports);
  const preparation = createPreparation(ports.audience, ports.clock);
  const needs = { ...ports, receipts, preparation };
  const takes = createTakes(needs);
  function awaitReceipts(wallId: string): void {
    const command = own(hub.world().walls, wallId)?.command;
    if (command) receipts.awaitFrom(wallId, command.id);
  }
  const keeper = createCanvasKeeper({ ...needs, onLaid: awaitReceipts });
  const control = createControl(needs);

  const guard = createGuard(needs);
  const renewals = createRenewals({ ...needs, walls: () => hub.world().walls });

  const calls: Handlers<keyof WallCalls | keyof HoldCalls | keyof LookCalls> = {
    ...createHolds(needs),
    ...createLooks(needs),
    ...guard.calls,
    ...renewals.calls,
    ...createDrafts(needs),
    ...createScenes(needs),
    ...createRoomCalls(needs),
    ...control.calls,
    'wall.take': {
      allowed: ['console'],
      parse: (raw) => TakeInput.parse(raw),
      run: (take, { person }, stillAllowed) =>
        takes.take(take, { by: nameOf(person), role: person?.role ?? null, stillAllowed }),
    },
    'wall.warm': {
      allowed: ['console'],
      quiet: true,
      parse: (raw) => WarmInput.parse(raw),
      run: (input, caller) => takes.warm(input, control.placeOf(caller)),
    },
    'wall.ready': {
      allowed: ['wall'],
      parse: (raw) => ReadyInput.parse(raw),
      run({ takeId }, { windowId }) {
        preparation.ready(windowId, takeId);
        return accept(null);
      },
    },
    'wall.shown': {
      allowed: ['wall'],
      parse: (raw) => ShownInput.parse(raw),
      run({ commandId, paintedAt }, caller) {
        // What nobody sees was shown to nobody.
        if (caller.unseen) return accept(null);
        keeper.painted(caller);
        receipts.shown(caller, commandId, paintedAt);
        return accept(null);
      },
    },
  };

  return {
    calls,
    control,
    /** Displays came, went or moved, or the province's scenes changed: everything is laid out again; the program stays on. */
    setCanvas(wallId: string, canvas: Canvas, standing?: Standing): void {
      keeper.setCanvas(wallId, canvas, standing);
      // A core that follows another owes the receipts that the last one waited for.
      awaitReceipts(wallId);
    },
    crashed: guard.crashed,
    heavy: renewals.heavy,
    admitted(window: WindowIdentity): void {
      // A console's page that comes has chosen nothing yet.
      if (window.kind === 'console')
        preparation.keepWarm(window.wallId, (place) => !isAt(place, control.placeOf(window)));
      preparation.admitted(window);
      if (window.kind === 'wall') guard.resume(window.wallId);
    },
    dismissed: (windowId: string) => preparation.dismissed(windowId),
    /** A take that people planned: the machine does it in their name. */
    take: takes.take,
  };
}
