import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEAD_MAN_MS, STANDING, type Velocity } from '../../domain/cameras/ptz.ts';
import type { Clock } from '../kernel/ports.ts';
import type { DeviceAnswer, PtzDevice } from './ptzPorts.ts';
import { createSteering } from './steering.ts';

const LEFT: Velocity = { pan: -1, tilt: 0, zoom: 0 };
const done: DeviceAnswer<null> = { ok: true, value: null };
const silent: DeviceAnswer<null> = { ok: false, reason: 'camera-silent' };
const denies: DeviceAnswer<null> = { ok: false, reason: 'camera-denies' };

const clock: Clock = {
  now: () => Date.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A camera that answers movements with what lies ready, and does each of them; `answer` gives the next of them. */
function aCamera() {
  const told: string[] = [];
  const waiting: ((answer: DeviceAnswer<null>) => void)[] = [];
  const device: PtzDevice = {
    move: ({ pan }) => {
      told.push(`move ${pan}`);
      return new Promise((resolve) => waiting.push(resolve));
    },
    stop: () => {
      told.push('stop');
      return Promise.resolve(done);
    },
    moveTo: () => Promise.resolve(done),
    presets: () => Promise.resolve({ ok: true, value: [] }),
    goToPreset: () => Promise.resolve(done),
    setPreset: () => Promise.resolve(done),
  };
  return {
    told,
    steering: createSteering(device, clock),
    async answer(answer: DeviceAnswer<null>): Promise<void> {
      waiting.shift()?.(answer);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

describe('a movement whose answer was lost', () => {
  it('is stopped when the key came up meanwhile', async () => {
    const { told, steering, answer } = aCamera();
    void steering.turn(LEFT);
    void steering.turn(STANDING);
    await answer(silent);

    expect(told).toEqual(['move -1', 'stop']);
  });

  it('is told to the hand at once, and stopped when it lets go', async () => {
    const { told, steering, answer } = aCamera();
    const turned = steering.turn(LEFT);
    await answer(silent);
    expect(await turned).toEqual(silent);

    await steering.turn(STANDING);
    expect(told).toEqual(['move -1', 'stop']);
  });

  it('is stopped also when nobody says anything more', async () => {
    const { told, steering, answer } = aCamera();
    void steering.turn(LEFT);
    await answer(silent);
    await vi.advanceTimersByTimeAsync(DEAD_MAN_MS);

    expect(told).toEqual(['move -1', 'stop']);
  });
});

it('a movement that the camera denied was none: there is nothing to stop', async () => {
  const { told, steering, answer } = aCamera();
  void steering.turn(LEFT);
  await answer(denies);
  await steering.turn(STANDING);

  expect(told).toEqual(['move -1']);
});

it('a camera that denies to go on is stopped where it moves already', async () => {
  const { told, steering, answer } = aCamera();
  void steering.turn(LEFT);
  await answer(done);
  await vi.advanceTimersByTimeAsync(600);
  void steering.turn(LEFT);
  await answer(denies);
  await steering.turn(STANDING);

  expect(told).toEqual(['move -1', 'move -1', 'stop']);
});

it('a camera that goes to a preset is not stopped by a movement before it that found no answer', async () => {
  const { told, steering, answer } = aCamera();
  void steering.turn(LEFT);
  steering.letGo();
  await answer(silent);

  expect(told).toEqual(['move -1']);
});
