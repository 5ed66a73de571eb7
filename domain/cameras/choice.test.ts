import { describe, expect, it } from 'vitest';
import { camerasOf, type Registered } from './choice.ts';

const camera = (id: string, change: Partial<Registered> = {}): Registered => ({
  id,
  unit: '05443',
  tags: [],
  groups: [],
  restricted: false,
  ...change,
});
const register = Object.fromEntries(
  [
    camera('bridge', { tags: ['giao thông'], groups: ['Tuyến Quốc lộ 3'] }),
    camera('school', { unit: '05500', tags: ['an ninh'] }),
    camera('cells', { tags: ['an ninh'], restricted: true }),
  ].map((each) => [each.id, each]),
);

describe('the cameras of a tile', () => {
  it('are those that a group, a tag or a unit holds', () => {
    expect(camerasOf({ by: 'group', group: 'Tuyến Quốc lộ 3' }, register)).toEqual(['bridge']);
    expect(camerasOf({ by: 'unit', unit: '05500' }, register)).toEqual(['school']);
  });

  it('hold a restricted one only where somebody named it', () => {
    expect(camerasOf({ by: 'tag', tag: 'an ninh' }, register)).toEqual(['school']);
    expect(camerasOf({ by: 'all' }, register)).not.toContain('cells');
    expect(camerasOf({ by: 'list', cameraIds: ['cells'] }, register)).toEqual(['cells']);
  });

  it('stand once each, in the order of the list, known or not', () => {
    const cameraIds = ['school', 'gone', 'school', 'bridge'];

    expect(camerasOf({ by: 'list', cameraIds }, register)).toEqual(['school', 'gone', 'bridge']);
  });
});
