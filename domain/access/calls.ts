import type { Outcome, Refused } from '../kernel/outcome.ts';
import type { Language } from '../kernel/text.ts';
import type { Person } from './model.ts';

/** A wrong PIN makes the next try wait, longer each time; `mayTryAt` says until when (epoch ms of this machine's clock). */
export type EnterHeldBack = Refused<'pin-wrong' | 'too-many-tries'> & { readonly mayTryAt?: number };

/** Somebody of a demonstration site, whose PIN is printed on the sign-in panel. */
export type DemonstrationPerson = { readonly personId: string; readonly name: string; readonly pin: string };

/** `person-of-site`: the site file of the demonstration names them, with the PIN that everybody may know. */
export type PersonRefusal = 'person-unknown' | 'person-of-site';

export type AccessCalls = {
  /** Who may sign in at this console, who is signed in, and the language that it speaks. */
  readonly 'access.people': {
    readonly input: Readonly<Record<string, never>>;
    readonly output: Outcome<
      {
        readonly people: readonly Person[];
        readonly signedIn: Person | null;
        readonly language: Language;
        /** None on a site of its own people. */
        readonly demonstration: readonly DemonstrationPerson[];
      },
      never
    >;
  };
  /** Name and PIN; checked on this machine, so it works offline. Signing in hands the console over and leaves the wall as it is. */
  readonly 'access.enter': {
    readonly input: { readonly personId: string; readonly pin: string };
    readonly output: Outcome<Person, 'person-unknown'> | EnterHeldBack;
  };
  readonly 'access.leave': {
    readonly input: Readonly<Record<string, never>>;
    readonly output: Outcome<null, never>;
  };
  /** For whoever stands at this machine's console, also after a restart; a wall's windows speak Vietnamese. */
  readonly 'access.chooseLanguage': {
    readonly input: { readonly language: Language };
    readonly output: Outcome<null, never>;
  };
  /** The first person on a new machine; afterwards whoever keeps its list, with no role above their own. */
  readonly 'access.addPerson': {
    readonly input: { readonly name: string; readonly role: Person['role']; readonly pin: string };
    readonly output: Outcome<Person, 'role-beyond' | 'name-taken' | 'pin-too-short'>;
  };
  /** Whoever is gone signs in no more, and stands at no console from that moment on. */
  readonly 'access.removePerson': {
    readonly input: { readonly personId: string };
    readonly output: Outcome<null, 'role-beyond' | 'last-administrator' | PersonRefusal>;
  };
  /** One's own PIN, for which the one before is asked; an administrator gives anybody a new one without it. */
  readonly 'access.changePin': {
    readonly input: { readonly personId: string; readonly pin: string; readonly currentPin?: string };
    readonly output: Outcome<null, 'pin-too-short' | PersonRefusal> | EnterHeldBack;
  };
};
