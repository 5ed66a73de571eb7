import { describe, expect, it } from 'vitest';
import type { Person, PersonRole } from './model.ts';
import { isPin, mayAdd, mayRemove, rolesToGive } from './rules.ts';

describe('a PIN', () => {
  it.each(['', '123', '12 34', '１２３４', '12a4', '1234567890123'])('is not %j', (pin) => {
    expect(isPin(pin)).toBe(false);
  });

  it.each(['0000', '2468', '123456789012'])('may be %j', (pin) => {
    expect(isPin(pin)).toBe(true);
  });
});

function aPerson(role: PersonRole, id: string = role): Person {
  return { id, name: `Người ${id}`, role };
}
const administrator = aPerson('administrator');
const technician = aPerson('technician');
const leader = aPerson('shift-leader');
const operator = aPerson('operator');

describe('a role', () => {
  const people = [administrator, technician, leader, operator];

  it('is given by nobody who does not hold its rights themselves', () => {
    expect(rolesToGive(people, administrator)).toHaveLength(7);
    expect(rolesToGive(people, technician)).toEqual(['operator', 'technician', 'leader', 'guest', 'commune']);
    expect(rolesToGive(people, leader)).toEqual(['shift-leader', 'operator', 'leader', 'guest', 'commune']);
    expect(rolesToGive(people, operator)).toEqual([]);
  });

  it('of an administrator is given by whoever keeps the list while the machine has none', () => {
    expect(rolesToGive([technician], technician)).toContain('administrator');
    expect(rolesToGive([technician], technician)).not.toContain('shift-leader');
    expect(rolesToGive([operator], operator)).toEqual([]);
  });

  it('of the first person is one that can add the next', () => {
    expect(rolesToGive([], null)).toEqual(['administrator', 'shift-leader', 'technician']);
  });

  it('beyond the own is refused before the name and the PIN are looked at', () => {
    const newcomer = { name: 'Trần Văn Sơn', role: 'administrator', pin: '1' } as const;

    expect(mayAdd(people, newcomer, leader)).toEqual({ ok: false, reason: 'role-beyond' });
    expect(mayAdd(people, { ...newcomer, pin: '2468' }, administrator)).toEqual({ ok: true, value: null });
  });
});

describe('a person', () => {
  const gone = { ok: true, value: null };
  const needed = { ok: false, reason: 'last-administrator' };

  it('is taken off the list by whoever could have added them', () => {
    const people = [administrator, aPerson('administrator', 'a2'), technician, leader, operator];

    expect(mayRemove(people, operator, leader)).toEqual(gone);
    expect(mayRemove(people, technician, leader)).toEqual({ ok: false, reason: 'role-beyond' });
    expect(mayRemove(people, administrator, technician)).toEqual({ ok: false, reason: 'role-beyond' });
    expect(mayRemove(people, operator, operator)).toEqual({ ok: false, reason: 'role-beyond' });
    expect(mayRemove(people, administrator, administrator)).toEqual(gone);
  });

  it('stays as the last administrator, and as the last who keeps the list', () => {
    expect(mayRemove([administrator, technician], administrator, administrator)).toEqual(needed);
    expect(mayRemove([technician, operator], technician, technician)).toEqual(needed);
    expect(mayRemove([technician, leader], technician, technician)).toEqual(gone);
  });
});
