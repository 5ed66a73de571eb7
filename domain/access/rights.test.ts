import { describe, expect, it } from 'vitest';
import { PersonRoleSchema } from './model.ts';
import { boundedRole, may } from './rights.ts';

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

describe('a role that a token bounds', () => {
  it.each([
    ['administrator', 'operator', 'operator'],
    ['operator', 'administrator', 'operator'],
    ['operator', 'guest', 'guest'],
    ['leader', 'operator', 'guest'],
    ['technician', 'shift-leader', 'operator'],
    ['shift-leader', 'technician', 'operator'],
    ['shift-leader', 'shift-leader', 'shift-leader'],
  ] as const)('lets a %s with a token for %s act as %s', (role, most, expected) => {
    expect(boundedRole(role, most)).toBe(expected);
  });
});
