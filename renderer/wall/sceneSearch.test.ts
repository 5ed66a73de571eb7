import { describe, expect, it } from 'vitest';
import type { Scene } from '../../domain/wall/model.ts';
import { foundScenes, tagsInUse } from './sceneSearch.ts';

const scene = (id: string, vi: string, ...tags: readonly string[]): Scene => ({
  id,
  name: { vi, en: id },
  tiles: {},
  origin: 'room',
  tags,
  locked: false,
});
const scenes = [
  scene('flood', 'Lũ sông Cầu', 'thiên tai', 'trực ban'),
  scene('fire', 'Cháy rừng Định Hóa', 'thiên tai'),
  scene('brief', 'Giao ban sáng', 'họp'),
];
const ids = (search: string, ...tags: readonly string[]) =>
  foundScenes(scenes, search, new Set(tags), 'vi').map(({ id }) => id);

describe('the search for a scene', () => {
  it('needs no marks, and takes đ for d', () => {
    expect(ids('dinh hoa')).toEqual(['fire']);
  });

  it('reads tags too', () => {
    expect(ids('thien tai cau')).toEqual(['flood']);
  });

  it('keeps to every tag that was chosen', () => {
    expect(ids('', 'thiên tai')).toEqual(['flood', 'fire']);
    expect(ids('', 'thiên tai', 'trực ban')).toEqual(['flood']);
  });

  it('offers the tags in use, the most used first', () => {
    expect(tagsInUse(scenes)[0]).toBe('thiên tai');
  });
});
