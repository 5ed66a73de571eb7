import type { Person } from '../../domain/access/model.ts';
import type { Language } from '../../domain/kernel/text.ts';

/** A person as this machine keeps one. */
export type PersonRecord = Person & {
  readonly pinHash: string;
  /** Wrong PINs since the last right one; kept over restarts. */
  readonly failures: number;
  /** Until then no PIN is looked at, epoch ms. */
  readonly lockedUntil: number;
  /** Made by the demonstration: everybody can read the PIN. */
  readonly ofDemonstration?: true;
};

/** Every method throws when the disk refuses. */
export type People = {
  all(): readonly PersonRecord[];
  put(record: PersonRecord): void;
  remove(personId: string): void;
};

/** What this machine's console speaks; Vietnamese until somebody chose. Both throw when the disk refuses. */
export type KeptLanguage = {
  read(): Language;
  keep(language: Language): void;
};

/** Slow on purpose, and away from the core's thread. */
export type Pins = {
  hash(pin: string): Promise<string>;
  matches(pin: string, hash: string): Promise<boolean>;
};
