import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Person } from './model.ts';

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

/** Two people of one console never bear one name, and everybody has a PIN. */
export function mayAdd(
  people: readonly Person[],
  newcomer: { readonly name: string; readonly pin: string },
): Outcome<null, 'name-taken' | 'pin-too-short'> {
  const name = newcomer.name.trim().toLocaleLowerCase('vi');
  if (people.some((person) => person.name.trim().toLocaleLowerCase('vi') === name))
    return refuse('name-taken');
  return isPin(newcomer.pin) ? accept(null) : refuse('pin-too-short');
}
