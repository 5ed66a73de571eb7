import { STANDING, type Velocity } from '../../../domain/cameras/ptz.ts';

/** Which way each key turns the camera. */
const ways: Readonly<Record<string, Partial<Velocity>>> = {
  ArrowLeft: { pan: -1 },
  ArrowRight: { pan: 1 },
  ArrowUp: { tilt: 1 },
  ArrowDown: { tilt: -1 },
  '+': { zoom: 1 },
  '=': { zoom: 1 },
  '-': { zoom: -1 },
};

/** True for a key that turns the camera. */
export function isTurnKey(key: string): boolean {
  return Object.hasOwn(ways, key);
}

/** The velocity of all keys that are down together, at this speed (0 to 1); two that are against each other stand. */
export function velocityOf(down: Iterable<string>, speed: number): Velocity {
  const all = [...down].map((key) => ({ ...STANDING, ...ways[key] }));
  const sum = (part: keyof Velocity): number =>
    speed * Math.sign(all.reduce((total, velocity) => total + velocity[part], 0));
  return { pan: sum('pan'), tilt: sum('tilt'), zoom: sum('zoom') };
}

/** What is held down: by the place of the key, or by the button. The sign that a key bears is another one under Shift. */
export function createHeld() {
  const held = new Map<string, string>();
  return {
    press: (place: string, key: string): void => void held.set(place, key),
    /** True where it was down. */
    lift: (place: string): boolean => held.delete(place),
    clear: (): void => held.clear(),
    velocity: (speed: number): Velocity => velocityOf(held.values(), speed),
  };
}
