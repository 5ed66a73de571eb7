import { describe, expect, it } from 'vitest';
import { activeCameras, type CameraEvent } from '../../domain/cameras/events.ts';
import type { ShedLevel } from '../../domain/cameras/shedding.ts';
import { applyChange, emptyWorld, type World } from '../../domain/contract/world.ts';
import type { TilePort } from '../../main/cameras/ports.ts';
import { createCamerasService } from '../../main/cameras/service.ts';
import type { Caller } from '../../main/kernel/handlers.ts';
import { aCamera } from '../support/builders.ts';
import { fakeClock, fakeLog, noCameras } from '../support/fakes.ts';

const PIXELS = 640 * 352;
const RATE = 25;
const window: Caller = { windowId: 'd1', kind: 'wall', wallId: 'main', displayIds: ['d1'], person: null };
const stillAllowed = () => ({ ok: true, value: null }) as const;
const kept: Readonly<Record<ShedLevel, number>> = { full: 1, sub: 1, fewer: 0.5, keys: 0.04, still: 0.004 };

/** Sixteen cameras on a machine that shows about half of their pictures; time moves a second at a time. */
async function aBusyWall() {
  const clock = fakeClock();
  const ids = Array.from({ length: 16 }, (_, index) => `cam-${index + 1}`);
  const cameras = ids.map((id) => ({ ...aCamera({ id }), kind: 'rtsp' as const }));
  let world: World = applyChange(emptyWorld, { type: 'cameras.catalogueSet', cameras });
  const port: TilePort = { ...silent, onClose: () => undefined };
  const service = createCamerasService({
    ...noCameras,
    gateway: {
      ...noCameras.gateway,
      watch: {
        ...noCameras.gateway.watch,
        rtsp(_stream, _to, say) {
          say({ state: 'live', since: clock.now() });
          return () => undefined;
        },
      },
    },
    tilePorts: { open: () => Promise.resolve(port) },
    hub: { world: () => world },
    clock,
    log: fakeLog(),
    busy: () => 0.97,
    sourceOf: () => ({ kind: 'rtsp', main: 'rtsp://cam/main' }),
    active: (now) => activeCameras(world.cameraEvents, now),
    onHealth: () => undefined,
  });
  const tickets: Record<string, string> = {};
  for (const cameraId of ids) {
    const opened = await service.calls['cameras.open'].run({ cameraId, widthPx: 500 }, window, stillAllowed);
    if (opened.ok) tickets[cameraId] = opened.value.ticket;
  }
  let levels: Readonly<Record<string, ShedLevel>> = {};
  let shares: Readonly<Record<string, number>> = {};

  /** What the machine can paint goes to every tile alike; what a tile gives up is left out on purpose. */
  async function second(): Promise<void> {
    const wanted = ids.map((id) => RATE * kept[levels[tickets[id] ?? ''] ?? 'full']);
    const total = wanted.reduce((sum, each) => sum + each, 0);
    const share = Math.min(1, (ids.length * RATE * 0.5) / total);
    const tiles = ids.map((id, index) => {
      const due = Math.round(wanted[index] ?? 0);
      const shown = Math.round(due * share);
      const spared = RATE - due;
      return {
        ticket: tickets[id] ?? '',
        importance: 'normal' as const,
        shown,
        spared,
        due: RATE,
        pixels: PIXELS,
      };
    });
    shares = Object.fromEntries(ids.map((id, index) => [id, (tiles[index]?.shown ?? 0) / RATE]));
    await clock.advance(1_000);
    const answer = await service.calls['cameras.report'].run({ late: 0.3, tiles }, window, stillAllowed);
    if (answer.ok) levels = answer.value;
  }
  return {
    clock,
    stop: service.stop,
    async seconds(count: number): Promise<void> {
      for (let done = 0; done < count; done += 1) await second();
    },
    /** Part of its pictures that a camera's tile showed in the last second. */
    share: (cameraId: string): number => shares[cameraId] ?? 0,
    level: (cameraId: string): ShedLevel | undefined => levels[tickets[cameraId] ?? ''],
    note(event: CameraEvent): void {
      world = applyChange(world, { type: 'cameras.eventNoted', event });
    },
  };
}

const silent: Omit<TilePort, 'onClose'> = {
  postMessage: () => undefined,
  onMessage: () => undefined,
  close: () => undefined,
};

describe('on a machine that cannot show everything', () => {
  it('a camera with smoke keeps its pictures while the others step down, and shares again when it is over', async () => {
    const wall = await aBusyWall();
    await wall.seconds(30);
    // The last one opened gives up first.
    expect(wall.share('cam-16')).toBeLessThan(0.95);
    const smoke: CameraEvent = {
      ...{ id: 'e-1', cameraId: 'cam-16', unit: '19', kind: 'smoke', at: wall.clock.now() },
      ...{ confidence: 0.9, provenance: 'live' },
    };

    wall.note(smoke);
    await wall.seconds(15);

    expect(['full', 'sub']).toContain(wall.level('cam-16'));
    expect(wall.share('cam-16')).toBeGreaterThanOrEqual(0.95);
    expect(wall.share('cam-15')).toBeLessThan(0.95);

    wall.note({ ...smoke, until: wall.clock.now() });
    await wall.seconds(5);
    expect(['full', 'sub']).not.toContain(wall.level('cam-16'));
    wall.stop();
  });
});
