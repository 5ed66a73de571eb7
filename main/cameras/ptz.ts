import { type Person } from '../../domain/access/model.ts';
import { CameraInput } from '../../domain/cameras/inputs.ts';
import { HOLD_MS, isStanding, mayTurn, type Patrol } from '../../domain/cameras/ptz.ts';
import { type HeldByOther, type PtzCalls, type PtzOutcome } from '../../domain/cameras/ptzCalls.ts';
import {
  KeepInput,
  NamedInput,
  PatrolInput,
  PresetInput,
  TurnInput,
} from '../../domain/cameras/ptzInputs.ts';
import { MOST_PATROLS } from '../../domain/cameras/ptzLimits.ts';
import { accept, refuse } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import { type Caller, type Handlers } from '../kernel/handlers.ts';
import { type Hub } from '../kernel/hub.ts';
import { type Clock, type Log } from '../kernel/ports.ts';
import { createPatrols } from './patrols.ts';
import { type DeviceAddress, type DeviceAnswer, type Onvif } from './ptzPorts.ts';
import { createSteering, type Steering } from './steering.ts';

type Needs = {
  readonly hub: Pick<Hub, 'world' | 'commit'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
  readonly onvif: Pick<Onvif, 'device'>;
  /** Where a camera takes commands; undefined for one that takes none. */
  readonly addressOf: (cameraId: string) => DeviceAddress | undefined;
  /** Written down: somebody else has the camera in hand from now on. */
  readonly onTaken: (cameraId: string, by: Person, from: string) => void;
};

type Hand = { readonly cameraId: string } & Pick<Caller, 'person' | 'windowId' | 'afar'>;

/** People are known by their own machine: of two machines two people may bear one id. */
function identified({ person, afar }: Pick<Caller, 'person' | 'afar'>): Person | null {
  return person && afar ? { ...person, id: `${afar.device}/${person.id}` } : person;
}

/** Cameras that people turn: who may, who holds which, presets and rounds. */
export function createPtzService({ hub, clock, log, newId, onvif, addressOf, onTaken }: Needs) {
  const steerings = new Map<string, { readonly address: string; readonly steering: Steering }>();
  const releases = new Map<string, () => void>();
  const patrols = createPatrols({ hub, clock, log, deviceOf: (cameraId) => steeringOf(cameraId)?.device });

  function steeringOf(cameraId: string): Steering | undefined {
    const where = addressOf(cameraId);
    if (where === undefined) return undefined;
    const address = JSON.stringify(where);
    const before = steerings.get(cameraId);
    if (before?.address === address) return before.steering;
    const steering = createSteering(onvif.device(where), clock);
    steerings.set(cameraId, { address, steering });
    return steering;
  }

  function release(cameraId: string): void {
    releases.delete(cameraId);
    if (own(hub.world().ptz.holds, cameraId)) hub.commit({ type: 'ptz.held', cameraId, hold: null });
  }

  function known(cameraId: string): PtzOutcome<Steering> {
    if (own(hub.world().cameras.byId, cameraId) === undefined) return refuse('camera-unknown');
    const steering = steeringOf(cameraId);
    return steering ? accept(steering) : refuse('not-turnable');
  }

  /** Why this person may not touch the camera's rounds now: somebody whom he may not relieve has it in hand. */
  function keptFrom(cameraId: string, caller: Caller): HeldByOther | undefined {
    const holder = own(hub.world().ptz.holds, cameraId);
    const person = identified(caller);
    if (holder === undefined || person === null) return undefined;
    const allowed = mayTurn(holder, person);
    return allowed.ok ? undefined : { ...allowed, holder };
  }

  /** The camera in this person's hand, or why it is not. A round of it waits. */
  function inHand({ cameraId, windowId, ...who }: Hand): PtzOutcome<Steering> {
    const found = known(cameraId);
    const person = identified(who);
    if (!found.ok || person === null) return found.ok ? refuse('not-turnable') : found;
    const holder = own(hub.world().ptz.holds, cameraId);
    const allowed = mayTurn(holder, person);
    if (!allowed.ok && holder) return { ...allowed, holder };
    if (allowed.ok && allowed.value === 'taken') {
      const { id, name, role } = person;
      const hold = { personId: id, name, role, since: clock.now() };
      hub.commit({ type: 'ptz.held', cameraId, hold });
      onTaken(cameraId, person, windowId);
    }
    releases.get(cameraId)?.();
    releases.set(
      cameraId,
      clock.after(HOLD_MS, () => release(cameraId)),
    );
    patrols.pause(cameraId, person.name);
    return found;
  }

  async function byHand(
    hand: Hand,
    act: (steering: Steering) => Promise<DeviceAnswer<null>>,
  ): Promise<PtzOutcome<null>> {
    const held = inHand(hand);
    return held.ok ? act(held.value) : held;
  }

  function begin(patrol: Patrol, by: string): void {
    const run = { patrolId: patrol.id, startedAt: clock.now(), by };
    hub.commit({ type: 'ptz.patrolRun', cameraId: patrol.cameraId, run });
    patrols.drive(patrol.cameraId);
  }

  const common = { allowed: ['console'] } as const;
  const calls: Handlers<keyof PtzCalls> = {
    'cameras.turn': {
      ...common,
      quiet: true,
      parse: (raw) => TurnInput.parse(raw),
      async run({ cameraId, ...velocity }, caller) {
        const holder = own(hub.world().ptz.holds, cameraId);
        // A key that comes up late stops nobody else's movement.
        if (isStanding(velocity) && holder?.personId !== identified(caller)?.id) return accept(null);
        return byHand({ cameraId, ...caller }, (steering) => steering.turn(velocity));
      },
    },
    'cameras.moveTo': {
      ...common,
      parse: (raw) => TurnInput.parse(raw),
      run: ({ cameraId, ...position }, caller) =>
        byHand({ cameraId, ...caller }, ({ device, letGo }) => {
          letGo();
          return device.moveTo(position);
        }),
    },
    'cameras.presets': {
      ...common,
      quiet: true,
      parse: (raw) => CameraInput.parse(raw),
      async run({ cameraId }) {
        const found = known(cameraId);
        return found.ok ? found.value.device.presets() : found;
      },
    },
    'cameras.goToPreset': {
      ...common,
      parse: (raw) => PresetInput.parse(raw),
      run: ({ cameraId, token }, caller) =>
        byHand({ cameraId, ...caller }, ({ device, letGo }) => {
          letGo();
          return device.goToPreset(token);
        }),
    },
    'cameras.setPreset': {
      ...common,
      parse: (raw) => NamedInput.parse(raw),
      run: ({ cameraId, name }, caller) =>
        byHand({ cameraId, ...caller }, ({ device }) => device.setPreset(name)),
    },
    'cameras.keepPatrol': {
      ...common,
      parse: (raw) => KeepInput.parse(raw),
      run({ cameraId, patrolId, name, stops }, caller) {
        const found = known(cameraId);
        if (!found.ok) return refuse(found.reason === 'camera-unknown' ? 'camera-unknown' : 'not-turnable');
        const held = keptFrom(cameraId, caller);
        if (held) return held;
        const kept = hub.world().ptz.patrols;
        if (patrolId === undefined && Object.keys(kept).length >= MOST_PATROLS)
          return refuse('too-many-patrols');
        const id = patrolId ?? newId();
        hub.commit({ type: 'ptz.patrolKept', patrol: { id, cameraId, name, stops } });
        patrols.drive(cameraId);
        return accept({ patrolId: id });
      },
    },
    'cameras.deletePatrol': {
      ...common,
      parse: (raw) => PatrolInput.parse(raw),
      run({ patrolId }, caller) {
        const patrol = own(hub.world().ptz.patrols, patrolId);
        if (!patrol) return refuse('patrol-unknown');
        const held = keptFrom(patrol.cameraId, caller);
        if (held) return held;
        hub.commit({ type: 'ptz.patrolDeleted', patrolId });
        patrols.drive(patrol.cameraId);
        return accept(null);
      },
    },
    'cameras.startPatrol': {
      ...common,
      parse: (raw) => PatrolInput.parse(raw),
      run({ patrolId }, caller) {
        const { patrols: kept, runs } = hub.world().ptz;
        const patrol = own(kept, patrolId);
        if (!patrol) return refuse('patrol-unknown');
        const { cameraId } = patrol;
        const held = inHand({ cameraId, ...caller });
        if (!held.ok) return held;
        if (own(runs, cameraId)?.patrolId === patrolId) patrols.resume(cameraId);
        else begin(patrol, caller.person?.name ?? '');
        releases.get(cameraId)?.();
        release(cameraId);
        return accept(null);
      },
    },
    'cameras.stopPatrol': {
      ...common,
      parse: (raw) => CameraInput.parse(raw),
      run({ cameraId }, caller) {
        if (!own(hub.world().ptz.runs, cameraId)) return refuse('patrol-unknown');
        const held = keptFrom(cameraId, caller);
        if (held) return held;
        hub.commit({ type: 'ptz.patrolRun', cameraId, run: null });
        patrols.drive(cameraId);
        return accept(null);
      },
    },
  };

  return {
    calls,
    /**
     * Once the room's content stands. Who held a camera under an earlier core holds it no longer. It may still turn: not every
     * camera minds the time that its movement was given.
     */
    begin(): void {
      for (const cameraId of Object.keys(hub.world().ptz.holds)) {
        void steeringOf(cameraId)?.halt();
        release(cameraId);
      }
      patrols.begin();
    },
    stop(): void {
      patrols.stop();
      for (const callOff of releases.values()) callOff();
    },
  };
}
