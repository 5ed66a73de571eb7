import type { Person } from '../../domain/access/model.ts';
import type { Subject } from './subjects.ts';

type Fields = Readonly<Record<string, unknown>>;

function word(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

/** Whom a call of access is about, and what they are; coming and going is about whoever does it. */
export function personSubject(
  action: string,
  input: unknown,
  personOf: (personId: string) => Person | null,
): Subject {
  const fields: Fields = Object(input);
  if (action === 'access.addPerson')
    return { subject: word(fields, 'name'), state: { role: word(fields, 'role') } };
  if (action !== 'access.removePerson' && action !== 'access.changePin') return { subject: '', state: {} };
  const person = personOf(word(fields, 'personId'));
  if (action === 'access.changePin') return { subject: person?.name ?? '', state: {} };
  if (person === null) return { subject: '', state: { kept: false } };
  return { subject: person.name, state: { kept: true, role: person.role } };
}
