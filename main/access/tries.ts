import type { EnterHeldBack } from '../../domain/access/calls.ts';
import { lockMs } from '../../domain/access/rules.ts';
import { accept, refuse, type Outcome } from '../../domain/kernel/outcome.ts';
import type { Clock, Log } from '../kernel/ports.ts';
import type { People, PersonRecord, Pins } from './ports.ts';

type Tried = Pick<PersonRecord, 'failures' | 'lockedUntil'>;
type Needs = {
  readonly people: People;
  readonly pins: Pins;
  readonly clock: Clock;
  readonly log: Log;
};

/** Looks at PINs: a wrong one makes the next try wait, longer each time. */
export function createTries({ people, pins, clock, log }: Needs) {
  /** Tries that the disk refused to keep: they count all the same while this core runs. */
  const unkept = new Map<string, Tried>();

  function find(personId: string): PersonRecord | undefined {
    const record = people.all().find(({ id }) => id === personId);
    return record && { ...record, ...unkept.get(personId) };
  }

  /** How long this person's next try must wait, ms. A wait longer than was ever given is a clock that was set back. */
  function waitMs({ failures, lockedUntil }: Tried): number {
    const left = lockedUntil - clock.now();
    return left > lockMs(failures) ? 0 : Math.max(0, left);
  }

  /** A full disk keeps nobody out, and gives nobody more tries. */
  function keep(record: PersonRecord, tried: Tried): void {
    try {
      people.put({ ...record, ...tried });
      unkept.delete(record.id);
    } catch (error) {
      unkept.set(record.id, tried);
      log.warn('access.triesUnkept', { personId: record.id, reason: String(error) });
    }
  }

  /** A refusal that says from when the next PIN will be looked at, when that is not now. */
  function heldBack(reason: EnterHeldBack['reason'], personId: string): EnterHeldBack {
    const record = find(personId);
    return { ...refuse(reason), ...(record && waitMs(record) > 0 && { mayTryAt: record.lockedUntil }) };
  }

  return {
    /**
     * A try is counted before it is looked at: many at once are many tries. Who was taken off the list meanwhile does not
     * come back, and a PIN that was changed meanwhile is right no more.
     */
    async look(
      personId: string,
      pin: string,
    ): Promise<Outcome<PersonRecord, 'person-unknown'> | EnterHeldBack> {
      const record = find(personId);
      if (record === undefined) return refuse('person-unknown');
      if (waitMs(record) > 0) return heldBack('too-many-tries', personId);
      const failures = record.failures + 1;
      keep(record, { failures, lockedUntil: clock.now() + lockMs(failures) });
      const right = await pins.matches(pin, record.pinHash);
      const now = find(personId);
      if (now === undefined) return refuse('person-unknown');
      if (right && now.pinHash === record.pinHash) {
        keep(now, { failures: 0, lockedUntil: 0 });
        return accept(now);
      }
      log.warn('access.pinWrong', { personId, failures });
      return heldBack('pin-wrong', personId);
    },
    /** Nothing of what was tried counts any more. */
    forget: (personId: string): boolean => unkept.delete(personId),
  };
}
