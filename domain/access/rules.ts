import type { PersonRole } from './model.ts';

/** A PIN has at least this many digits. */
export const MIN_PIN_DIGITS = 4;

/** A PIN has at most this many digits. */
export const MAX_PIN_DIGITS = 12;

/** A PIN is digits only, so that every keypad can enter it. */
export function isPin(pin: string): boolean {
  return /^\d+$/.test(pin) && pin.length >= MIN_PIN_DIGITS && pin.length <= MAX_PIN_DIGITS;
}

/** Operators and technicians command the wall and take note of incidents; a leader looks. */
export function mayCommand(role: PersonRole): boolean {
  return role !== 'leader';
}
