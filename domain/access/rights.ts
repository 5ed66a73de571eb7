import type { Person, PersonRole, Right } from './model.ts';

const shift: readonly Right[] = [
  'wall.take',
  'wall.edit',
  'wall.hold',
  'schedule.edit',
  'incident.acknowledge',
  'control.take',
  'camera.check',
  'camera.ptz',
  'camera.lookBack',
  'plate.search',
];

const answers: readonly Right[] = ['camera.edit', 'camera.restricted', 'evidence.export'];

/** What each role may do. Leaders, guests and communes look; what they see is decided by their windows and scenes. */
export const rightsOf: Readonly<Record<PersonRole, readonly Right[]>> = {
  administrator: [
    ...shift,
    ...answers,
    'plate.see',
    'scene.lock',
    'room.edit',
    'people.keep',
    'people.renewPin',
    'audit.read',
  ],
  'shift-leader': [...shift, ...answers, 'plate.see', 'scene.lock', 'people.keep', 'audit.read'],
  operator: shift,
  technician: [...shift, ...answers, 'scene.lock', 'room.edit', 'people.keep', 'audit.read'],
  leader: ['audit.read', 'camera.restricted'],
  guest: [],
  commune: [],
};

function isRole(name: string): name is PersonRole {
  return Object.hasOwn(rightsOf, name);
}
export const roles: readonly PersonRole[] = Object.keys(rightsOf).filter(isRole);

export function may(role: PersonRole, right: Right): boolean {
  return rightsOf[role].includes(right);
}

/** What somebody may: everything that the role may or, where two roles bound it, only what both may; nobody may nothing. */
export function mayPerson(person: Pick<Person, 'role' | 'bounds'> | null, right: Right): boolean {
  return person !== null && (person.bounds ?? [person.role]).every((role) => may(role, right));
}

/** Whether somebody may see a camera; null: nobody is signed in. */
export function maySeeCamera(
  person: Pick<Person, 'role' | 'bounds'> | null,
  { restricted }: { readonly restricted: boolean },
): boolean {
  return !restricted || mayPerson(person, 'camera.restricted');
}

/** Roles that other roles hold, the one with most rights first. */
const lesser: readonly PersonRole[] = ['operator', 'leader', 'guest'];

/** True when one role may nothing that another may not. */
export function within(role: PersonRole, most: PersonRole): boolean {
  return rightsOf[role].every((right) => may(most, right));
}

/**
 * Somebody where no more than the role `most` is granted: the lesser of the two roles. Where neither holds the other, both
 * bound what they may, and the role is the one with most rights that both hold: an older core knows that one alone.
 */
export function boundedPerson({ id, name, role }: Person, most: PersonRole): Person {
  if (within(role, most)) return { id, name, role };
  if (within(most, role)) return { id, name, role: most };
  const common = lesser.find((one) => within(one, role) && within(one, most)) ?? 'guest';
  return { id, name, role: common, bounds: [role, most] };
}
