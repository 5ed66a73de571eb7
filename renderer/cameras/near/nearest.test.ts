import { describe, expect, it } from 'vitest';
import type { KnownCamera } from '../../../domain/cameras/state.ts';
import { nearestCameras } from './nearest.ts';

const fire: [number, number] = [105.84, 21.6];

function at(id: string, eastM: number, restricted = false): KnownCamera {
  return {
    id,
    unit: '19',
    name: { vi: id, en: id },
    point: [fire[0] + eastM / 103_400, fire[1]],
    provenance: 'live',
    tags: [],
    groups: [],
    ptz: false,
    restricted,
    kind: 'rtsp',
  };
}
const register = (cameras: readonly KnownCamera[]) =>
  Object.fromEntries(cameras.map((camera) => [camera.id, camera]));

describe('the cameras beside an incident', () => {
  it('are four at most, and none that shows nothing of it', () => {
    const all = register([at('far', 6_000), ...[1, 2, 3, 4, 5].map((n) => at(`c${n}`, 100 * n))]);

    expect(nearestCameras(all, null, fire).map(({ camera }) => camera.id)).toEqual(['c1', 'c2', 'c3', 'c4']);
  });

  it('leave out what this person may not see', () => {
    const all = register([at('secret', 10, true), at('open', 20)]);
    const operator = { id: 'p', name: 'Hạnh', role: 'operator' as const };
    const leader = { ...operator, role: 'shift-leader' as const };

    expect(nearestCameras(all, operator, fire).map(({ camera }) => camera.id)).toEqual(['open']);
    expect(nearestCameras(all, leader, fire).map(({ camera }) => camera.id)).toEqual(['secret', 'open']);
  });
});
