import type { AccessCalls, DemonstrationPerson } from '../../domain/access/calls.ts';
import {
  AddPersonInput,
  ChangePinInput,
  ChooseLanguageInput,
  EnterInput,
  PersonInput,
} from '../../domain/access/inputs.ts';
import type { Person } from '../../domain/access/model.ts';
import { mayPerson } from '../../domain/access/rights.ts';
import { isPin, mayAdd, mayRemove } from '../../domain/access/rules.ts';
import { accept, refuse } from '../../domain/kernel/outcome.ts';
import { NothingInput } from '../../domain/kernel/schema.ts';
import { type Handlers } from '../kernel/handlers.ts';
import { type Clock, type Log } from '../kernel/ports.ts';
import type { KeptLanguage, People, Pins } from './ports.ts';
import { createTries } from './tries.ts';

type Newcomer = { readonly name: string; readonly role: Person['role']; readonly pin: string };

type Needs = {
  readonly people: People;
  readonly language: KeptLanguage;
  readonly pins: Pins;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
  /** Told who stands at a window, or that nobody does; the shell keeps it for the core that follows this one. */
  readonly onSession: (windowId: string, personId: string | null) => void;
  /** Who stood at this window was taken off the list: the window is to know. */
  readonly onTurnedOut: (windowId: string) => void;
  /** Only in a demonstration; each is made once. */
  readonly demonstrationPeople: readonly Newcomer[];
};

/** Who stands at the console. Signing in and out never touches the wall; it outlives the window's crash and the core's. */
export function createAccessService(needs: Needs) {
  const { people, language, pins, log, newId, onSession, onTurnedOut, demonstrationPeople } = needs;
  /** Null: somebody left here, and no older word brings them back. */
  const signedIn = new Map<string, Person | null>();
  const tries = createTries(needs);
  const seeded = seed();

  function known(): readonly Person[] {
    return people.all().map(({ id, name, role }) => ({ id, name, role }));
  }

  async function add({ name, role, pin }: Newcomer, mark: { ofDemonstration?: true } = {}): Promise<Person> {
    const person: Person = { id: newId(), name, role };
    people.put({ ...person, pinHash: await pins.hash(pin), failures: 0, lockedUntil: 0, ...mark });
    log.info('access.personAdded', { personId: person.id, role });
    return person;
  }

  async function seed(): Promise<void> {
    try {
      // Whoever tried the product on this machine first leaves nobody in the real room.
      for (const { id, name, ofDemonstration } of people.all())
        if (ofDemonstration && !isOfSite({ name })) people.remove(id);
      for (const one of demonstrationPeople)
        if (mayAdd(known(), one, null).ok) await add(one, { ofDemonstration: true });
    } catch (error) {
      log.error('access.seedFailed', { reason: String(error) });
    }
  }

  /** The demonstration's people, as far as they are there. */
  function demonstration(): readonly DemonstrationPerson[] {
    const there = known();
    return demonstrationPeople.flatMap(({ name, pin }) => {
      const person = there.find((one) => one.name === name);
      return person ? [{ personId: person.id, name, pin }] : [];
    });
  }

  /** Null also when the disk does not tell: signing in says so then. */
  function personOf(personId: string): Person | null {
    try {
      return known().find(({ id }) => id === personId) ?? null;
    } catch (error) {
      log.error('access.peopleUnread', { reason: String(error) });
      return null;
    }
  }

  function stand(windowId: string, person: Person | null): void {
    signedIn.set(windowId, person);
    onSession(windowId, person?.id ?? null);
  }

  /** Whom the site file names comes back at the next start, with the PIN that stands there. */
  function isOfSite({ name }: Pick<Person, 'name'>): boolean {
    return demonstrationPeople.some((one) => one.name === name);
  }

  /** Whoever is off the list stands nowhere any more. */
  function turnOut(personId: string): void {
    tries.forget(personId);
    for (const [windowId, person] of signedIn) {
      if (person?.id !== personId) continue;
      stand(windowId, null);
      onTurnedOut(windowId);
    }
  }

  const calls: Handlers<keyof AccessCalls> = {
    'access.people': {
      allowed: ['console'],
      parse: (raw) => NothingInput.parse(raw),
      async run(_input, { person }) {
        await seeded;
        return accept({
          people: known(),
          signedIn: person,
          language: language.read(),
          demonstration: demonstration(),
        });
      },
    },
    'access.enter': {
      allowed: ['console'],
      witnessed: true,
      parse: (raw) => EnterInput.parse(raw),
      async run({ personId, pin }, { windowId }) {
        const looked = await tries.look(personId, pin);
        if (!looked.ok) return looked;
        const { id, name, role } = looked.value;
        const person: Person = { id, name, role };
        stand(windowId, person);
        log.info('access.entered', { personId, role });
        return accept(person);
      },
    },
    'access.leave': {
      allowed: ['console'],
      witnessed: true,
      parse: (raw) => NothingInput.parse(raw),
      run(_input, { windowId }) {
        stand(windowId, null);
        return accept(null);
      },
    },
    'access.chooseLanguage': {
      allowed: ['console'],
      parse: (raw) => ChooseLanguageInput.parse(raw),
      run(chosen) {
        language.keep(chosen.language);
        return accept(null);
      },
    },
    'access.addPerson': {
      allowed: ['console'],
      witnessed: true,
      parse: (raw) => AddPersonInput.parse(raw),
      async run(newcomer, { person }) {
        await seeded;
        if (people.all().length > 0 && !mayPerson(person, 'people.keep')) return refuse('not-allowed');
        const outcome = mayAdd(known(), newcomer, person);
        return outcome.ok ? accept(await add(newcomer)) : outcome;
      },
    },
    'access.removePerson': {
      allowed: ['console'],
      witnessed: true,
      parse: (raw) => PersonInput.parse(raw),
      async run({ personId }, { person }) {
        await seeded;
        if (person === null || !mayPerson(person, 'people.keep')) return refuse('not-allowed');
        const leaving = known().find(({ id }) => id === personId);
        if (leaving === undefined) return refuse('person-unknown');
        if (isOfSite(leaving)) return refuse('person-of-site');
        const outcome = mayRemove(known(), leaving, person);
        if (!outcome.ok) return outcome;
        people.remove(personId);
        turnOut(personId);
        log.info('access.personRemoved', { personId, role: leaving.role });
        return accept(null);
      },
    },
    'access.changePin': {
      allowed: ['console'],
      witnessed: true,
      parse: (raw) => ChangePinInput.parse(raw),
      async run({ personId, pin, currentPin = '' }, { person }) {
        await seeded;
        const isOwn = person?.id === personId;
        if (!isOwn && !mayPerson(person, 'people.renewPin')) return refuse('not-allowed');
        const bearer = known().find(({ id }) => id === personId);
        if (bearer === undefined) return refuse('person-unknown');
        if (isOfSite(bearer)) return refuse('person-of-site');
        if (!isPin(pin)) return refuse('pin-too-short');
        const looked = isOwn ? await tries.look(personId, currentPin) : accept(bearer);
        if (!looked.ok) return looked;
        const pinHash = await pins.hash(pin);
        // Meanwhile somebody may have taken them off the list.
        if (!known().some(({ id }) => id === personId)) return refuse('person-unknown');
        people.put({ ...bearer, pinHash, failures: 0, lockedUntil: 0 });
        tries.forget(personId);
        log.info('access.pinChanged', { personId, own: isOwn });
        return accept(null);
      },
    },
  };

  return {
    calls,
    /** The person signed in at this window, or null. */
    personAt: (windowId: string): Person | null => signedIn.get(windowId) ?? null,
    personOf,
    /** Who asks to be let in: a wrong PIN is written down under the name that was chosen. */
    knocks(input: unknown): Person | null {
      const asked = EnterInput.safeParse(input);
      return asked.success ? personOf(asked.data.personId) : null;
    },
    /** Who makes somebody known here: the first of all does it alone, under the own name. Null: nobody. */
    adds(input: unknown, person: Person | null): Person | null {
      const asked = AddPersonInput.safeParse(input);
      if (person !== null || !asked.success || people.all().length > 0) return person;
      const { name, role } = asked.data;
      return { id: '', name, role };
    },
    /** The shell says who stood there under the last core; what this core knows itself goes before it. */
    resume(windowId: string, personId: string): void {
      if (signedIn.has(windowId)) return;
      const person = personOf(personId);
      stand(windowId, person);
      log.info('access.resumed', { personId, known: person !== null });
    },
    /** The window was closed for good: nobody stands there. */
    left(windowId: string): void {
      if (signedIn.get(windowId)) onSession(windowId, null);
      signedIn.delete(windowId);
    },
  };
}
