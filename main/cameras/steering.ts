import { DEAD_MAN_MS, isStanding, STANDING, type Velocity } from '../../domain/cameras/ptz.ts';
import type { Clock } from '../kernel/ports.ts';
import type { DeviceAnswer, PtzDevice } from './ptzPorts.ts';

/** A movement is said again this often: the camera itself stops when it no longer hears of it, ms. */
const RESAY_MS = 600;
const OWN_STOP_MS = 1_500;
/** A stop that got lost is said again so often. */
const STOP_TRIES = 3;

function same(a: Velocity, b: Velocity): boolean {
  return a.pan === b.pan && a.tilt === b.tilt && a.zoom === b.zoom;
}

export type Steering = {
  /** From now on this velocity, until told otherwise or until the hand falls silent. */
  turn(velocity: Velocity): Promise<DeviceAnswer<null>>;
  /** The camera goes somewhere by itself: whoever held a key a moment ago stops it no more. */
  letGo(): void;
  /** Stands still from now on, whoever turned it: also a core that is gone. */
  halt(): Promise<DeviceAnswer<null>>;
  readonly device: PtzDevice;
};

/**
 * One camera's movement. One message is on its way at a time, and the next is always the newest wish: a slow camera never
 * works off a queue of old ones, and a stop overtakes whatever was wished before it.
 */
export function createSteering(device: PtzDevice, clock: Clock): Steering {
  let wanted = STANDING;
  let said = STANDING;
  let saidAt = 0;
  let busy: Promise<DeviceAnswer<null>> | null = null;
  /** What the camera said no with, until the hand lets go: a key that is held says its wish again four times a second. */
  let denial: DeviceAnswer<null> | null = null;
  let callOff = (): void => undefined;

  function isDue(): boolean {
    if (!same(wanted, said)) return true;
    return !isStanding(wanted) && Math.abs(clock.now() - saidAt) >= RESAY_MS;
  }

  async function stop(): Promise<DeviceAnswer<null>> {
    let answer = await device.stop();
    for (let tries = 1; tries < STOP_TRIES && !answer.ok && isStanding(wanted); tries += 1)
      answer = await device.stop();
    return answer;
  }

  async function settle(): Promise<DeviceAnswer<null>> {
    let answer: DeviceAnswer<null> = { ok: true, value: null };
    // A move whose answer was lost may have come: a stop is said after it all the same.
    while (isDue() && (answer.ok || isStanding(wanted))) {
      const before = said;
      const wish = wanted;
      said = wish;
      saidAt = clock.now();
      if (isStanding(wish)) answer = await stop();
      else {
        answer = await device.move(wish, OWN_STOP_MS);
        // What the camera said no to it does not do: it does what it was told before.
        if (!answer.ok && answer.reason === 'camera-denies' && said === wish) said = before;
      }
    }
    if (!answer.ok && answer.reason === 'camera-denies' && !isStanding(wanted)) denial = answer;
    return answer;
  }

  return {
    device,
    letGo() {
      callOff();
      denial = null;
      wanted = said = STANDING;
    },
    halt: stop,
    turn(velocity) {
      callOff();
      if (isStanding(velocity)) denial = null;
      else callOff = clock.after(DEAD_MAN_MS, () => void this.turn(STANDING));
      if (denial !== null) return Promise.resolve(denial);
      wanted = velocity;
      busy ??= settle().finally(() => (busy = null));
      return busy;
    },
  };
}
