import type { Grant } from '../access/model.ts';
import type { Fact, ReadingBody } from './wire.ts';

type Body = Pick<Fact | ReadingBody, 'type'>;

/** The topics that a grant's holder follows: all of them or none, decided by the token alone. */
export function topicsOf(grant: Grant): readonly string[] {
  return grant.role === 'ingest' ? [] : [`indicators/${grant.unit}`, `incidents/${grant.unit}`];
}

/** Where a body of this unit belongs: the room that owns its type names the topic. */
export function topicFor(body: Body, unit: string): string {
  return `${body.type.split('.', 1)[0] ?? ''}/${unit}`;
}
