import { describe, expect, it } from 'vitest';
import type { Scene } from '../../../domain/wall/model.ts';
import { labelToSend, shownLabel, type LabelForm } from './sceneLabel.ts';

const locked: Scene = {
  id: 'map',
  name: { vi: 'Bản đồ', en: 'Map' },
  tiles: {},
  origin: 'province',
  tags: [],
  pin: 3,
  locked: true,
  takenBy: ['shift-leader'],
};

function aForm(touched: LabelForm['touched'] = {}): LabelForm {
  return { name: 'Bản đồ đêm', tags: 'đêm, , bão ', touched };
}

describe('the label of a scene', () => {
  it('shows what the scene bears, and sends nothing of it that nobody touched', () => {
    expect(shownLabel(locked, aForm())).toEqual({ pin: 3, locked: true, takenBy: ['shift-leader'] });
    expect(labelToSend(aForm())).toEqual({ name: 'Bản đồ đêm', tags: ['đêm', 'bão'] });
  });

  it('sends what somebody chose, also where it stood there before', () => {
    const touched = { pin: 3, locked: true, takenBy: null };

    expect(shownLabel(locked, aForm(touched))).toEqual({ pin: 3, locked: true, takenBy: [] });
    expect(labelToSend(aForm(touched))).toMatchObject(touched);
  });

  it('can take the number key away', () => {
    expect(shownLabel(locked, aForm({ pin: null })).pin).toBeNull();
    expect(labelToSend(aForm({ pin: null }))).toHaveProperty('pin', null);
  });
});
