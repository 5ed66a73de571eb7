import type { PersonRole, Right } from './model.ts';

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
  administrator: [...shift, ...answers, 'plate.see', 'scene.lock', 'room.edit', 'people.add', 'audit.read'],
  'shift-leader': [...shift, ...answers, 'plate.see', 'scene.lock', 'people.add', 'audit.read'],
  operator: shift,
  technician: [...shift, ...answers, 'scene.lock', 'room.edit', 'people.add', 'audit.read'],
  leader: ['audit.read', 'camera.restricted'],
  guest: [],
  commune: [],
};

export function may(role: PersonRole, right: Right): boolean {
  return rightsOf[role].includes(right);
}

/** Roles that other roles hold, the one with most rights first. */
const lesser: readonly PersonRole[] = ['operator', 'leader', 'guest'];

function within(role: PersonRole, most: PersonRole): boolean {
  return rightsOf[role].every((right) => may(most, right));
}

/**
 * What somebody of this role may be where no more than `most` is granted: the lesser of the two; where neither holds the
 * other, the role with most rights that both hold, at least a guest.
 */
export function boundedRole(role: PersonRole, most: PersonRole): PersonRole {
  if (within(role, most)) return role;
  if (within(most, role)) return most;
  return lesser.find((one) => within(one, role) && within(one, most)) ?? 'guest';
}
