import type { Person } from '../../domain/access/model.ts';
import { accept, refuse, type Outcome } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import { same } from '../../domain/kernel/same.ts';
import type { WallCalls } from '../../domain/wall/calls.ts';
import {
  handedOver,
  isAt,
  mayCommand,
  mayTakeControl,
  noControl,
  type Commander,
  type ConsolePlace,
  type Control,
  type ControlHolder,
  type ControlRefusal,
} from '../../domain/wall/control.ts';
import { GiveControlInput, OfWallInput, TakeControlInput } from '../../domain/wall/inputs.ts';
import { BY_ITSELF, nameOf } from '../kernel/author.ts';
import type { Caller, Handlers } from '../kernel/handlers.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock } from '../kernel/ports.ts';
import type { Preparation } from './preparation.ts';

type ControlCalls = 'wall.takeControl' | 'wall.askControl' | 'wall.giveControl';
type Needs = {
  readonly hub: Hub;
  readonly clock: Clock;
  readonly device: string;
  readonly preparation: Pick<Preparation, 'keepWarm'>;
};

/** The lease on the wall: granted here, at the wall's own core, and nowhere else. */
export function createControl({ hub, clock, device, preparation }: Needs) {
  function commanderOf({ windowId, afar }: Pick<Caller, 'windowId' | 'afar'>): Commander {
    if (afar === undefined) return { at: { device, console: windowId }, local: true };
    return { at: { device: afar.device, console: afar.console }, local: false, epoch: afar.controlEpoch };
  }

  function holderOf(caller: Caller): ControlHolder {
    return { ...commanderOf(caller).at, person: nameOf(caller.person) };
  }

  function move(wallId: string, control: Control, by: string): Outcome<Control, never> {
    hub.commit({ type: 'wall.controlMoved', wallId, control, by });
    preparation.keepWarm(wallId, (at) => mayCommand(control, { at, local: at.device === device }).ok);
    return accept(control);
  }

  const calls: Handlers<ControlCalls> = {
    'wall.takeControl': {
      allowed: ['console'],
      parse: (raw) => TakeControlInput.parse(raw),
      run({ wallId, epoch }, caller): WallCalls['wall.takeControl']['output'] {
        const control = own(hub.world().walls, wallId)?.control;
        if (control === undefined) return refuse('wall-unknown');
        const commander = commanderOf(caller);
        const outcome = mayTakeControl(control, { ...commander, epoch });
        if (!outcome.ok) return outcome;
        if (isAt(control.holder, commander.at) && control.lostAt === null) return accept(control);
        return move(wallId, handedOver(control, holderOf(caller), clock.now()), nameOf(caller.person));
      },
    },
    'wall.askControl': {
      allowed: ['console'],
      parse: (raw) => OfWallInput.parse(raw),
      run({ wallId }, caller) {
        const control = own(hub.world().walls, wallId)?.control;
        if (control === undefined) return refuse('wall-unknown');
        return move(wallId, { ...control, asks: holderOf(caller) }, nameOf(caller.person));
      },
    },
    'wall.giveControl': {
      allowed: ['console'],
      parse: (raw) => GiveControlInput.parse(raw),
      run({ wallId, to }, caller) {
        const control = own(hub.world().walls, wallId)?.control;
        if (control === undefined) return refuse('wall-unknown');
        const outcome = mayCommand(control, commanderOf(caller));
        if (!outcome.ok) return outcome;
        if (to === 'asking' && control.asks === null) return refuse('nobody-asks');
        const next = to === 'asking' ? control.asks : null;
        return move(wallId, handedOver(control, next, clock.now()), nameOf(caller.person));
      },
    },
  };

  return {
    calls,
    placeOf: (caller: Pick<Caller, 'windowId' | 'afar'>): ConsolePlace => commanderOf(caller).at,
    mayCommand(caller: Caller): Outcome<null, ControlRefusal> {
      const control = own(hub.world().walls, caller.wallId)?.control ?? noControl;
      return mayCommand(control, commanderOf(caller));
    },
    /** Somebody else stands at this console now, or nobody: it keeps what it has, under the right name. */
    stands(wallId: string, place: ConsolePlace, person: Person | null): void {
      const control = own(hub.world().walls, wallId)?.control;
      if (control === undefined) return;
      const named = (who: ControlHolder | null): ControlHolder | null =>
        who && isAt(who, place) ? { ...who, person: nameOf(person) } : who;
      const next = { ...control, holder: named(control.holder), asks: named(control.asks) };
      if (!same(next, control)) move(wallId, next, BY_ITSELF);
    },
    /**
     * Whose console can be reached now. A holder who is out of reach keeps control, visibly, until somebody takes it; who asked
     * and went asks no longer.
     */
    reachable(wallId: string, isThere: (place: ConsolePlace) => boolean): void {
      preparation.keepWarm(wallId, isThere);
      const control = own(hub.world().walls, wallId)?.control;
      if (control === undefined) return;
      const lost = control.holder !== null && !isThere(control.holder);
      const lostAt = lost ? (control.lostAt ?? clock.now()) : null;
      const asks = control.asks && isThere(control.asks) ? control.asks : null;
      if (lostAt === control.lostAt && asks === control.asks) return;
      move(wallId, { ...control, lostAt, asks }, BY_ITSELF);
    },
  };
}
export type ControlDesk = ReturnType<typeof createControl>;
