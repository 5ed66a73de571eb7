import { expect, it } from 'vitest';
import { scenesShowing } from './showing.ts';
import type { PanelSpec, Scene } from '../../../domain/wall/model.ts';

const area = { xMm: 0, yMm: 0, widthMm: 100, heightMm: 100 };
const scene = (id: string, panel: PanelSpec, failover?: PanelSpec): Scene => ({
  id,
  name: { vi: id, en: id },
  tiles: { t: { id: 't', layer: 'base', area, panel, priority: 1, ...(failover && { failover }) } },
  origin: 'room',
  tags: [],
  locked: false,
});
const grid = (from: Extract<PanelSpec, { kind: 'camera-grid' }>['from']): PanelSpec => ({
  kind: 'camera-grid',
  from,
  order: 'given',
  turn: 'page',
  dwellS: 10,
});
const camera = { id: 'a', unit: '19', tags: [], groups: ['Cầu'], restricted: false };

it('a camera is shown by scenes that name it, ask for its like, or fall back on it', () => {
  const scenes = [
    scene('alone', { kind: 'camera', cameraId: 'a' }),
    scene('other', { kind: 'camera', cameraId: 'b' }),
    scene('listed', grid({ by: 'list', cameraIds: ['b', 'a'] })),
    scene('grouped', grid({ by: 'group', group: 'Cầu' })),
    scene('elsewhere', grid({ by: 'group', group: 'Chợ' })),
    scene('behind', { kind: 'clock' }, { kind: 'camera', cameraId: 'a' }),
  ];

  const found = scenesShowing(Object.fromEntries(scenes.map((each) => [each.id, each])), 'a', { a: camera });

  expect(found.map(({ id }) => id)).toEqual(['alone', 'listed', 'grouped', 'behind']);
});
