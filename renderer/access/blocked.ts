import type { Person } from '../../domain/access/model.ts';
import { may } from '../../domain/access/rights.ts';

export type Blocked = 'starting' | 'core-lost' | 'nobody' | 'role';

/** Why this console gives no commands now, the first reason that must be mended; null when it does. */
export function whyBlocked(console: {
  readonly open: boolean;
  readonly coreLost: boolean;
  readonly person: Person | null;
}): Blocked | null {
  if (console.coreLost) return 'core-lost';
  if (!console.open) return 'starting';
  if (console.person === null) return 'nobody';
  return may(console.person.role, 'wall.take') ? null : 'role';
}
