import { describe, expect, it } from 'vitest';
import type { RoomDesign } from '../../domain/wall/roomCalls.ts';
import { roomFault } from '../../domain/wall/roomRules.ts';
import { turned, withoutPanel, withPanel } from './design.ts';

const empty: RoomDesign = { panels: [], seatDistanceMm: 5_000, virtual: false };

describe('a room on the drawing board', () => {
  it('grows panel by panel to 64, each sound where it is put', () => {
    let design = empty;
    for (let count = 1; count <= 64; count += 1) {
      design = withPanel(design);
      expect(roomFault(design)).toBeUndefined();
    }
    expect(roomFault(withPanel(design))?.reason).toBe('too-many-panels');
  });

  it('gives a new panel a name of its own after another was taken away', () => {
    const three = withPanel(withPanel(withPanel(empty)));

    const again = withPanel(withPanel(withoutPanel(three, 'd2')));

    expect(new Set(again.panels.map(({ id }) => id)).size).toBe(4);
    expect(roomFault(again)).toBeUndefined();
  });

  it('turns a panel as a whole: its sides and its pixels', () => {
    const [lying] = withPanel(empty).panels;
    const upright = lying && turned(lying, 90);

    expect(upright).toMatchObject({
      widthPx: 1_080,
      heightPx: 1_920,
      area: { widthMm: 685, heightMm: 1_217 },
    });
    expect(upright && turned(upright, 270)).toMatchObject({ widthPx: 1_080, rotation: 270 });
    expect(upright && turned(upright, 0)).toEqual(lying);
    expect(upright && roomFault({ panels: [upright], seatDistanceMm: 5_000 })).toBeUndefined();
  });
});
