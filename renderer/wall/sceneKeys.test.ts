import { describe, expect, it } from 'vitest';
import type { Scene } from '../../domain/wall/model.ts';
import { sceneKeys } from './sceneKeys.ts';

const scene = (id: string, pin?: number): Scene => ({
  id,
  name: { vi: id, en: id },
  tiles: {},
  origin: 'room',
  tags: [],
  locked: false,
  ...(pin !== undefined && { pin }),
});
const of = (...scenes: readonly Scene[]) =>
  sceneKeys(Object.fromEntries(scenes.map((each) => [each.id, each])));

describe('the number keys', () => {
  it('choose the scenes in order while nobody pinned any', () => {
    expect([...of(scene('a'), scene('b'))]).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
  });

  it('keep a pinned scene on its key, and give the others what is left', () => {
    const keys = of(scene('a'), scene('b', 1), scene('c'));
    expect([keys.get(1), keys.get(2), keys.get(3)]).toEqual(['b', 'a', 'c']);
  });

  it('are nine, however many scenes there are', () => {
    const many = Array.from({ length: 200 }, (_each, index) => scene(`s${index}`));
    expect(of(...many).size).toBe(9);
  });
});
