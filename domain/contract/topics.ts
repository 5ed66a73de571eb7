import type { Grant } from '../access/model.ts';
import type { ProvinceFact, ReadingBody } from './wire.ts';

type Body = Pick<ProvinceFact | ReadingBody, 'type'>;

/** A wall's own core writes this topic; consoles elsewhere follow it. */
export function wallTopic(wallId: string): string {
  return `wall/${wallId}`;
}

/** The topics that a grant's holder follows: all of them or none, decided by the token alone. */
export function topicsOf(grant: Grant): readonly string[] {
  if (grant.role === 'ingest' || grant.role === 'api') return [];
  const ofUnit = [`indicators/${grant.unit}`, `incidents/${grant.unit}`];
  // Plates are whole in the topic of cameras: it leads to the room's own core, which keeps them, and to nobody else.
  if (grant.role === 'wall') return [...ofUnit, `cameras/${grant.unit}`];
  return [...ofUnit, ...grant.wallIds.map(wallTopic)];
}

/** Where a body of this unit belongs: the room that owns its type names the topic. */
export function topicFor(body: Body, unit: string): string {
  return `${body.type.split('.', 1)[0] ?? ''}/${unit}`;
}
