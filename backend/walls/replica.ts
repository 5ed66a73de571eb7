import { follow, resume } from '../../domain/contract/stream.ts';
import { wallTopic } from '../../domain/contract/topics.ts';
import { PROTOCOL, type Cursor, type WallFrame } from '../../domain/contract/wire.ts';
import { STATE_BYTES } from '../store/topicState.ts';

type Publication = Extract<WallFrame, { kind: 'wall-state' | 'wall-part' }>;
type Item = Pick<Extract<Publication, { kind: 'wall-part' }>, 'seq' | 'asOf' | 'body'>;

/** `again`: the thread is lost, the wall must say all of it. `too-large`: more than a replica may hold. */
export type Taken =
  | { readonly how: 'taken'; readonly frame: Buffer; readonly items: readonly Item[] }
  | { readonly how: 'old' | 'again' | 'too-large' };

/** Scenes, drafts and the rest of one wall. */
const MOST_PARTS = 1_000;

function keyOf({ body: { part } }: Item): string {
  return part.id === undefined ? part.kind : `${part.kind}/${part.id}`;
}

function encode(frame: object): Buffer {
  return Buffer.from(JSON.stringify(frame));
}

/** What the backend knows of a wall: the parts as its core said them, under its core's own numbers; kept in memory alone. */
export function createWallReplica(wallId: string) {
  const topic = wallTopic(wallId);
  const standing = new Map<string, { readonly item: Item; readonly bytes: number }>();
  let head: Pick<Cursor, 'epoch' | 'seq'> | undefined;
  let bytes = 0;

  function put(item: Item): void {
    const key = keyOf(item);
    const size = Buffer.byteLength(JSON.stringify(item));
    bytes -= standing.get(key)?.bytes ?? 0;
    standing.delete(key);
    if (item.body.part.value === null && item.body.part.id !== undefined) return;
    standing.set(key, { item, bytes: size });
    bytes += size;
  }

  function stateFrame(how: { kind: 'snapshot' } | { kind: 'catch-up'; from: number }, at: number): Buffer {
    const all = how.kind === 'snapshot' ? [...standing.values()].map(({ item }) => item) : [];
    const facts = all.sort((a, b) => a.seq - b.seq);
    return encode({ ...how, protocol: PROTOCOL, topic, ...head, sentAt: at, facts, readings: [] });
  }

  function frameFor(frame: Publication): Buffer {
    if (frame.kind === 'wall-state') return stateFrame({ kind: 'snapshot' }, frame.sentAt);
    return encode({ ...frame, kind: 'fact' });
  }

  return {
    topic,
    take(frame: Publication): Taken {
      const whole = frame.kind === 'wall-state';
      const step = follow(head, { ...frame, kind: whole ? 'snapshot' : 'fact' });
      if (step.how === 'drop') return { how: 'old' };
      if (step.how !== 'apply') return { how: 'again' };
      if (whole) standing.clear();
      if (whole) bytes = 0;
      const items = frame.kind === 'wall-state' ? frame.facts : [frame];
      for (const { seq, asOf, body } of items) put({ seq, asOf, body });
      const { epoch, seq } = step.cursor;
      head = { epoch, seq };
      if (bytes > STATE_BYTES || standing.size > MOST_PARTS) return { how: 'too-large' };
      return { how: 'taken', frame: frameFor(frame), items };
    },
    /** Brings a console to where the wall stands; null while nothing was heard of it. */
    frameAfter(cursor: Cursor | undefined, at: number): Buffer | null {
      if (head === undefined) return null;
      const way = resume({ epoch: head.epoch, floor: head.seq, head: head.seq }, cursor);
      return stateFrame(
        way.how === 'snapshot' ? { kind: 'snapshot' } : { kind: 'catch-up', from: way.from },
        at,
      );
    },
    /** A part as it was said last. */
    part: (key: string): unknown => standing.get(key)?.item.body.part.value,
    parts: (kind: string): readonly unknown[] =>
      [...standing.entries()].flatMap(([key, { item }]) =>
        key.startsWith(`${kind}/`) ? [item.body.part.value] : [],
      ),
    asOf: (): number | null => Math.max(...[...standing.values()].map(({ item }) => item.asOf), 0) || null,
  };
}
export type WallReplica = ReturnType<typeof createWallReplica>;
