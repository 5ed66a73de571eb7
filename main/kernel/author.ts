import type { Person } from '../../domain/access/model.ts';

/** What a change bears as author when no person made it. */
export const BY_ITSELF = 'system';

/** Who a change is written down under. */
export function nameOf(person: Person | null): string {
  return person?.name ?? BY_ITSELF;
}
