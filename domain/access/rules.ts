import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Person, PersonRole } from './model.ts';
import { may, roles, within } from './rights.ts';

/** A PIN has at least this many digits. */
export const MIN_PIN_DIGITS = 4;

/** A PIN has at most this many digits. */
export const MAX_PIN_DIGITS = 12;

/** A PIN is digits only, so that every keypad can enter it. */
export function isPin(pin: string): boolean {
  return /^\d+$/.test(pin) && pin.length >= MIN_PIN_DIGITS && pin.length <= MAX_PIN_DIGITS;
}

/** So many wrong PINs in a row cost nothing but the last of them. */
export const FREE_TRIES = 3;
const FIRST_LOCK_MS = 30_000;
const LONGEST_LOCK_MS = 15 * 60_000;

/** How long a person's PIN is not looked at after so many wrong ones in a row, ms: doubling, and over for a right one. */
export function lockMs(failures: number): number {
  if (failures < FREE_TRIES) return 0;
  return Math.min(LONGEST_LOCK_MS, FIRST_LOCK_MS * 2 ** Math.min(failures - FREE_TRIES, 16));
}

/** Whoever keeps the list of people, or nobody: the machine is new, or its site file names them. */
type Keeper = Pick<Person, 'role'> | null;

/**
 * True when somebody may make a person of this role known, or take one from the list: nobody gives rights that they do not
 * hold. The first administrator alone is made by whoever keeps the list.
 */
export function mayKeepRole(people: readonly Person[], role: PersonRole, keeper: Keeper): boolean {
  if (keeper === null) return true;
  if (!may(keeper.role, 'people.keep')) return false;
  const isFirst = role === 'administrator' && people.every((person) => person.role !== 'administrator');
  return isFirst || within(role, keeper.role);
}

/** The roles that somebody may give; to the first person of a machine those that can add the next. */
export function rolesToGive(people: readonly Person[], keeper: Keeper): readonly PersonRole[] {
  if (people.length === 0) return roles.filter((role) => may(role, 'people.keep'));
  return roles.filter((role) => mayKeepRole(people, role, keeper));
}

/** Two people of one console never bear one name, and everybody has a PIN. */
export function mayAdd(
  people: readonly Person[],
  newcomer: { readonly name: string; readonly role: PersonRole; readonly pin: string },
  keeper: Keeper,
): Outcome<null, 'role-beyond' | 'name-taken' | 'pin-too-short'> {
  if (!mayKeepRole(people, newcomer.role, keeper)) return refuse('role-beyond');
  const name = newcomer.name.trim().toLocaleLowerCase('vi');
  if (people.some((person) => person.name.trim().toLocaleLowerCase('vi') === name))
    return refuse('name-taken');
  return isPin(newcomer.pin) ? accept(null) : refuse('pin-too-short');
}

/** The last administrator stays, and so does the last who keeps the list: nobody could add anybody any more. */
export function mayRemove(
  people: readonly Person[],
  person: Person,
  keeper: Pick<Person, 'role'>,
): Outcome<null, 'role-beyond' | 'last-administrator'> {
  if (!mayKeepRole(people, person.role, keeper)) return refuse('role-beyond');
  const left = people.filter(({ id }) => id !== person.id);
  const isLast = (does: (role: PersonRole) => boolean): boolean =>
    does(person.role) && !left.some(({ role }) => does(role));
  const isNeeded = isLast((role) => role === 'administrator') || isLast((role) => may(role, 'people.keep'));
  return isNeeded ? refuse('last-administrator') : accept(null);
}
