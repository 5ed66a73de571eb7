import { beforeEach, expect, it, vi } from 'vitest';
import type { CameraHealth } from '../../domain/cameras/model.ts';
import type { PortEvent } from '../../domain/contract/port.ts';
import { emptyWorld } from '../../domain/contract/world.ts';
import { latestCameraHealth, openReplica } from './store.ts';

let say: (event: PortEvent) => void;

beforeEach(() => {
  const onEvents = (listener: (text: string) => void): (() => void) => {
    say = (event) => listener(JSON.stringify(event));
    return () => undefined;
  };
  vi.stubGlobal('window', { ioc: { onEvents } });
  openReplica();
  return () => vi.unstubAllGlobals();
});

function snapshotWith(cameras: readonly CameraHealth[]): PortEvent {
  return {
    type: 'snapshot',
    seq: 1,
    world: emptyWorld,
    readings: [],
    cameras,
    link: {
      state: 'live',
      since: 0,
      lastHeardAt: 0,
      taken: 0,
      rejected: 0,
      waitingOrders: 0,
      device: '',
      wallLive: null,
    },
    notices: [],
    window: { windowId: 'w1', kind: 'wall', wallId: 'main', displayIds: ['d1'] },
  };
}

const live = (cameraId: string): CameraHealth => ({ cameraId, state: 'live', since: 0 });

it('no camera is called live while the core is gone', () => {
  say(snapshotWith([live('cam-1')]));
  expect(latestCameraHealth('cam-1')?.state).toBe('live');

  say({ type: 'core-lost', at: 5 });

  expect(latestCameraHealth('cam-1')).toBe(undefined);
});

it('a core that came back and knows nothing of a camera is not contradicted', () => {
  say(snapshotWith([live('cam-1'), live('cam-2')]));

  say(snapshotWith([live('cam-2')]));

  expect(latestCameraHealth('cam-1')).toBe(undefined);
  expect(latestCameraHealth('cam-2')?.state).toBe('live');
});
