import { describe, expect, it } from 'vitest';
import type { CameraEvent } from './events.ts';
import { applyPtzChange, emptyPtz, type PtzChange, type PtzState } from './ptz.ts';
import { cameraGone, cameraPartsOf, outlinedCamera, readCameraParts } from './replica.ts';
import { CameraPartSchema } from './wire.ts';

const NOW = Date.UTC(2026, 10, 23, 5);
const stops = [{ token: '1', name: 'Cổng', dwellMs: 15_000 }];
const hold = { personId: 'far-pc/p1', name: 'Hạnh', role: 'operator', since: NOW } as const;
const changes: readonly PtzChange[] = [
  { type: 'ptz.patrolKept', patrol: { id: 'r1', cameraId: 'dome', name: 'Vòng đêm', stops } },
  { type: 'ptz.patrolKept', patrol: { id: 'r2', cameraId: 'gate', name: 'Vòng cổng', stops } },
  { type: 'ptz.patrolRun', cameraId: 'dome', run: { patrolId: 'r1', startedAt: NOW, by: 'Bình' } },
  { type: 'ptz.held', cameraId: 'bridge', hold },
];
const room: PtzState = changes.reduce(applyPtzChange, emptyPtz);

function event(n: number, change: Partial<CameraEvent> = {}): CameraEvent {
  const common = { cameraId: 'dome', unit: '19', confidence: 0.9, provenance: 'live' } as const;
  return { id: `e${n}`, kind: 'jam', at: NOW + n, ...common, ...change };
}
const noEvents = { byId: {} };

/** What a console elsewhere makes of what it is told, over the wire. */
function follow(before: PtzState, ptz: PtzState, whole: boolean): PtzState {
  const parts = cameraPartsOf({ ptz, cameraEvents: noEvents }).map(({ part }) =>
    CameraPartSchema.parse(JSON.parse(JSON.stringify(part))),
  );
  return applyPtzChange(before, { type: 'ptz.replicaSet', hands: readCameraParts(parts).hands, whole });
}

describe('a console elsewhere', () => {
  it('sees who holds which camera, the rounds and those under way as the wall’s machine has them', () => {
    expect(follow(emptyPtz, room, true)).toEqual(room);
  });

  it('forgets with a whole word what is no more', () => {
    expect(follow(room, emptyPtz, true)).toEqual(emptyPtz);
  });

  it('forgets one camera that is let go, and leaves the others', () => {
    const gone = cameraGone('ptz/bridge');
    const hands = readCameraParts(gone ? [gone] : []).hands;
    const after = applyPtzChange(room, { type: 'ptz.replicaSet', hands, whole: false });

    expect(after.holds).toEqual({});
    expect(after.patrols).toEqual(room.patrols);
    expect(cameraGone('scene/flood')).toBeUndefined();
  });

  it('is told of cards and of plates that are looked for, the newest of them, and of no other read', () => {
    const watch = { entryId: 'w1', reason: 'Xe tang vật' };
    const read = (n: number, change = {}) => event(n, { kind: 'plate', plate: '20A-•••.45', ...change });
    const events = [...Array.from({ length: 100 }, (_, n) => event(n)), read(500), read(501, { watch })];
    const byId = Object.fromEntries(events.map((each) => [each.id, each]));
    const [first] = cameraPartsOf({ ptz: emptyPtz, cameraEvents: { byId } });
    const told = readCameraParts(first ? [first.part] : []).told?.events ?? [];

    expect(told.map(({ id }) => id).slice(0, 3)).toEqual(['e501', 'e99', 'e98']);
    expect(told).toHaveLength(60);
  });

  it('is told all that a window at the wall’s machine knows of an event', () => {
    const whole = event(1, {
      ...{ kind: 'plate', plate: '20A-•••.45', until: NOW + 60_000, knownAt: NOW + 5_000 },
      watch: { entryId: 'w1', reason: 'Xe tang vật' },
    });
    const days = { plate: 30, jam: 30, crowd: 30, smoke: 90 };
    const part = { kind: 'camera-events', value: { events: [whole], days } };

    expect(CameraPartSchema.parse(JSON.parse(JSON.stringify(part)))).toEqual(part);
  });

  it('hears who holds a camera also when its rounds are too many to travel', () => {
    const part = cameraPartsOf({ ptz: room, cameraEvents: noEvents }).find(({ key }) => key === 'ptz/dome');
    const small = part && readCameraParts([outlinedCamera(part.part)]).hands['dome'];

    expect(small).toMatchObject({ patrols: [], run: { patrolId: 'r1' } });
  });
});
