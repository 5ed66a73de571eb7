import { describe, expect, it } from 'vitest';
import { PersonRoleSchema, type Person, type PersonRole } from './model.ts';
import { boundedPerson, may, mayPerson, rightsOf } from './rights.ts';

const who = (right: Parameters<typeof may>[1]) => PersonRoleSchema.options.filter((role) => may(role, right));

describe('who may', () => {
  it('take to the wall: everybody on the shift, no leader, no guest, no commune', () => {
    expect(who('wall.take')).toEqual(['administrator', 'shift-leader', 'operator', 'technician']);
  });

  it('lock a scene: not the operator whose hand it stops', () => {
    expect(who('scene.lock')).toEqual(['administrator', 'shift-leader', 'technician']);
  });

  it('change the room: those who answer for its hardware', () => {
    expect(who('room.edit')).toEqual(['administrator', 'technician']);
  });

  it('take camera lists in: not the operator; and see every camera: a leader too', () => {
    expect(who('camera.edit')).toEqual(['administrator', 'shift-leader', 'technician']);
    expect(who('camera.restricted')).toEqual(['administrator', 'shift-leader', 'technician', 'leader']);
  });

  it('read what was done: a leader too', () => {
    expect(who('audit.read')).toEqual(['administrator', 'shift-leader', 'technician', 'leader']);
  });

  it('look back: the shift; take pictures out of the machine: not the operator', () => {
    expect(who('camera.lookBack')).toEqual(who('wall.take'));
    expect(who('evidence.export')).toEqual(['administrator', 'shift-leader', 'technician']);
  });
});

describe('somebody whom a token bounds', () => {
  const person = (role: PersonRole) => ({ id: 'p1', name: 'Nguyễn Thị Hạnh', role });

  it.each([
    ['administrator', 'operator', 'operator'],
    ['operator', 'administrator', 'operator'],
    ['technician', 'operator', 'operator'],
    ['operator', 'guest', 'guest'],
    ['shift-leader', 'shift-leader', 'shift-leader'],
  ] as const)('and is %s with a token for %s acts as %s', (role, most, expected) => {
    expect(boundedPerson(person(role), most)).toEqual(person(expected));
  });

  it('may exactly what both roles may, whatever the two are', () => {
    const rights = [...new Set(Object.values(rightsOf).flat())];
    for (const role of PersonRoleSchema.options)
      for (const most of PersonRoleSchema.options) {
        const bounded = boundedPerson(person(role), most);
        const wrong = rights.filter(
          (right) => mayPerson(bounded, right) !== (may(role, right) && may(most, right)),
        );
        expect(wrong, `${role} within ${most}`).toEqual([]);
        expect(
          rightsOf[bounded.role].filter((right) => !mayPerson(bounded, right)),
          'for an older core',
        ).toEqual([]);
      }
  });

  it('cannot bring bounds along', () => {
    const claimed: Person = { ...person('guest'), bounds: ['administrator', 'administrator'] };

    expect(boundedPerson(claimed, 'operator')).toEqual(person('guest'));
  });
});
