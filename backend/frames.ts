import { PROTOCOL, type Cursor, type ServerFrame } from '../domain/contract/wire.ts';
import { resume } from '../domain/contract/stream.ts';
import type { News, Store } from './store/store.ts';

/** A frame as it goes out: encoded once, whoever gets it. */
export function encode(frame: ServerFrame): Buffer {
  return Buffer.from(JSON.stringify(frame));
}

/** One frame per item, in order: a reading is never hidden in a batch, so that every receiver counts the same numbers. */
export function newsFrames(news: News, sentAt: number): readonly Buffer[] {
  const { topic, epoch } = news;
  const envelope = { protocol: PROTOCOL, topic, epoch, sentAt } as const;
  return news.kind === 'fact'
    ? news.items.map(({ seq, asOf, body }) => encode({ kind: 'fact', ...envelope, seq, asOf, body }))
    : news.items.map(({ seq, asOf, body }) => encode({ kind: 'reading', ...envelope, seq, asOf, body }));
}

/** A snapshot serves everyone who asks at the same number within this time, ms. */
const SHARED_FOR_MS = 200;

/** How clients are brought to where a topic stands: from their cursor, or explicitly from the start. */
export function createStateFrames(store: Store, now: () => number) {
  const shared = new Map<string, { readonly seq: number; readonly at: number; readonly frame: Buffer }>();

  function snapshot(topic: string): Buffer {
    const at = now();
    const { epoch, head: seq } = store.head(topic);
    const known = shared.get(topic);
    if (known?.seq === seq && at - known.at < SHARED_FOR_MS) return known.frame;
    const { facts, readings } = store.whole(topic);
    const items = { facts: [...facts], readings: [...readings] };
    const frame = encode({ kind: 'snapshot', protocol: PROTOCOL, topic, epoch, seq, sentAt: at, ...items });
    shared.set(topic, { seq, at, frame });
    return frame;
  }

  return {
    stateFrame(topic: string, cursor: Cursor | undefined): Buffer {
      const way = resume(store.head(topic), cursor);
      const stand = way.how === 'catch-up' ? store.after(topic, way.from) : null;
      if (stand === null || way.how === 'snapshot') return snapshot(topic);
      const { epoch, head: seq } = stand.head;
      const items = { facts: [...stand.facts], readings: [...stand.readings] };
      const envelope = { protocol: PROTOCOL, topic, epoch, seq, sentAt: now() } as const;
      return encode({ kind: 'catch-up', ...envelope, from: way.from, ...items });
    },
  };
}
