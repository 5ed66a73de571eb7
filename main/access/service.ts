import { type AccessCalls, type DemonstrationPerson, type EnterHeldBack } from '../../domain/access/calls.ts';
import { AddPersonInput, EnterInput } from '../../domain/access/inputs.ts';
import type { Person } from '../../domain/access/model.ts';
import { may } from '../../domain/access/rights.ts';
import { lockMs, mayAdd } from '../../domain/access/rules.ts';
import { accept, refuse } from '../../domain/kernel/outcome.ts';
import { NothingInput } from '../../domain/kernel/schema.ts';
import { type Handlers } from '../kernel/handlers.ts';
import { type Clock, type Log } from '../kernel/ports.ts';

/** A person as this machine keeps one. */
export type PersonRecord = Person & {
  readonly pinHash: string;
  /** Wrong PINs since the last right one; kept over restarts. */
  readonly failures: number;
  /** Until then no PIN is looked at, epoch ms. */
  readonly lockedUntil: number;
};

type Tries = Pick<PersonRecord, 'failures' | 'lockedUntil'>;

export type People = {
  all(): readonly PersonRecord[];
  put(record: PersonRecord): void;
};

/** Slow on purpose, and away from the core's thread. */
export type Pins = {
  hash(pin: string): Promise<string>;
  matches(pin: string, hash: string): Promise<boolean>;
};

type Newcomer = { readonly name: string; readonly role: Person['role']; readonly pin: string };

type Needs = {
  readonly people: People;
  readonly pins: Pins;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
  /** Told who stands at a window, or that nobody does; the shell keeps it for the core that follows this one. */
  readonly onSession: (windowId: string, personId: string | null) => void;
  /** Only in a demonstration; each is made once. */
  readonly demonstrationPeople: readonly Newcomer[];
};

/** Who stands at the console. Signing in and out never touches the wall; it outlives the window's crash and the core's. */
export function createAccessService(needs: Needs) {
  const { people, pins, clock, log, newId, onSession, demonstrationPeople } = needs;
  /** Null: somebody left here, and no older word brings them back. */
  const signedIn = new Map<string, Person | null>();
  /** Tries that the disk refused to keep: they count all the same while this core runs. */
  const unkept = new Map<string, Tries>();
  const seeded = seed();

  function records(): readonly PersonRecord[] {
    return people.all().map((record) => ({ ...record, ...unkept.get(record.id) }));
  }

  function known(): readonly Person[] {
    return people.all().map(({ id, name, role }) => ({ id, name, role }));
  }

  async function add({ name, role, pin }: Newcomer): Promise<Person> {
    const person: Person = { id: newId(), name, role };
    people.put({ ...person, pinHash: await pins.hash(pin), failures: 0, lockedUntil: 0 });
    log.info('access.personAdded', { personId: person.id, role });
    return person;
  }

  async function seed(): Promise<void> {
    try {
      for (const one of demonstrationPeople) if (mayAdd(known(), one).ok) await add(one);
    } catch (error) {
      log.error('access.seedFailed', { reason: String(error) });
    }
  }

  /** A full disk keeps nobody out, and gives nobody more tries. */
  function keep(record: PersonRecord, tries: Tries): void {
    try {
      people.put({ ...record, ...tries });
      unkept.delete(record.id);
    } catch (error) {
      unkept.set(record.id, tries);
      log.warn('access.triesUnkept', { personId: record.id, reason: String(error) });
    }
  }

  /** A try is counted before it is looked at: many at once are many tries. */
  async function isRight(record: PersonRecord, pin: string): Promise<boolean> {
    const failures = record.failures + 1;
    keep(record, { failures, lockedUntil: clock.now() + lockMs(failures) });
    const right = await pins.matches(pin, record.pinHash);
    if (right) keep(record, { failures: 0, lockedUntil: 0 });
    else log.warn('access.pinWrong', { personId: record.id, failures });
    return right;
  }

  /** A refusal that says from when the next PIN will be looked at, when that is not now. */
  function heldBack(reason: EnterHeldBack['reason'], personId: string): EnterHeldBack {
    const lockedUntil = records().find(({ id }) => id === personId)?.lockedUntil ?? 0;
    return { ...refuse(reason), ...(lockedUntil > clock.now() && { mayTryAt: lockedUntil }) };
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

  const calls: Handlers<keyof AccessCalls> = {
    'access.people': {
      allowed: ['console'],
      parse: (raw) => NothingInput.parse(raw),
      async run(_input, { person }) {
        await seeded;
        return accept({ people: known(), signedIn: person, demonstration: demonstration() });
      },
    },
    'access.enter': {
      allowed: ['console'],
      witnessed: true,
      parse: (raw) => EnterInput.parse(raw),
      async run({ personId, pin }, { windowId }) {
        const record = records().find(({ id }) => id === personId);
        if (!record) return refuse('person-unknown');
        if (record.lockedUntil > clock.now()) return heldBack('too-many-tries', personId);
        if (!(await isRight(record, pin))) return heldBack('pin-wrong', personId);
        const { id, name, role } = record;
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
    'access.addPerson': {
      allowed: ['console'],
      witnessed: true,
      parse: (raw) => AddPersonInput.parse(raw),
      async run(newcomer, { person }) {
        await seeded;
        if (people.all().length > 0 && !(person && may(person.role, 'people.add')))
          return refuse('not-allowed');
        const outcome = mayAdd(known(), newcomer);
        return outcome.ok ? accept(await add(newcomer)) : outcome;
      },
    },
  };

  return {
    calls,
    /** The person signed in at this window, or null. */
    personAt: (windowId: string): Person | null => signedIn.get(windowId) ?? null,
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
