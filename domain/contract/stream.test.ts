import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fits, follow, reserveUpTo, resume, SEQ_BLOCK, type StreamHead } from './stream.ts';
import type { Cursor } from './wire.ts';

const topic = 'incidents/19';

/** A frame with nothing in it but what the stream needs: facts are numbers. */
type Frame = { readonly topic: string; readonly epoch: string; readonly seq: number } & (
  | { readonly kind: 'fact'; readonly fact: number }
  | { readonly kind: 'reading' }
  | { readonly kind: 'snapshot'; readonly facts: readonly number[] }
  | { readonly kind: 'catch-up'; readonly from: number; readonly facts: readonly number[] }
);

/** The serving side in little: facts with their numbers, and numbers reserved in blocks. */
function createServing() {
  let epoch = 1;
  let head = 0;
  let floor = 0;
  let reserved = 0;
  let log: { readonly seq: number; readonly fact: number }[] = [];
  let nextFact = 0;

  function stream(): StreamHead {
    return { epoch: `e${epoch}`, floor, head };
  }
  function number(): number {
    head += 1;
    reserved = reserveUpTo(head, reserved) ?? reserved;
    return head;
  }
  return {
    stream,
    facts: () => log.map(({ fact }) => fact),
    raise(): Frame {
      const fact = (nextFact += 1);
      log.push({ seq: number(), fact });
      return { kind: 'fact', topic, epoch: `e${epoch}`, seq: head, fact };
    },
    read: (): Frame => ({ kind: 'reading', topic, epoch: `e${epoch}`, seq: number() }),
    /** kill -9: what was reserved counts as given. */
    restart: () => void (head = reserved),
    /** A damaged file: the topic begins again. */
    startOver() {
      epoch += 1;
      [head, floor, reserved, log] = [0, 0, 0, []];
    },
    /** Retention: what is older can no longer be caught up with. */
    forget: () => void (floor = head),
    state(cursor: Cursor | undefined): Frame {
      const way = resume(stream(), cursor);
      const at = { topic, epoch: `e${epoch}`, seq: head };
      if (way.how === 'snapshot') return { kind: 'snapshot', ...at, facts: log.map(({ fact }) => fact) };
      const facts = log.filter(({ seq }) => seq > way.from).map(({ fact }) => fact);
      return { kind: 'catch-up', ...at, from: way.from, facts };
    },
  };
}

/** The receiving side in little: applies, drops, or asks again. */
function createReceiving() {
  let cursor: Cursor | undefined;
  let facts: number[] = [];
  return {
    cursor: () => cursor,
    facts: () => facts,
    /** True when it wants the state again. */
    take(frame: Frame): boolean {
      const step = follow(cursor, frame);
      if (step.how === 'resync') return true;
      if (step.how !== 'apply') return false;
      cursor = step.cursor;
      if (frame.kind === 'fact') facts = [...facts, frame.fact];
      if (frame.kind === 'catch-up') facts = [...facts, ...frame.facts];
      if (frame.kind === 'snapshot') facts = [...frame.facts];
      return false;
    },
  };
}

const deeds = [
  'raise',
  'read',
  'deliver',
  'drop',
  'double',
  'swap',
  'reconnect',
  'restart',
  'startOver',
  'forget',
] as const;
type Deed = (typeof deeds)[number];

function createPlay() {
  const serving = createServing();
  const receiving = createReceiving();
  let wire: Frame[] = [];
  const connect = () => void (wire = [serving.state(receiving.cursor())]);
  const deliver = () => {
    const frame = wire.shift();
    if (frame !== undefined && receiving.take(frame)) wire.push(serving.state(receiving.cursor()));
  };
  const does: Record<Deed, () => void> = {
    raise: () => void wire.push(serving.raise()),
    read: () => void wire.push(serving.read()),
    deliver,
    drop: () => void wire.shift(),
    double: () => void (wire = wire.flatMap((frame, index) => (index === 0 ? [frame, frame] : [frame]))),
    swap: () => void wire.reverse(),
    reconnect: connect,
    restart: () => (serving.restart(), connect()),
    startOver: () => (serving.startOver(), connect()),
    forget: serving.forget,
  };
  return { serving, receiving, does, deliver, pending: () => wire.length };
}

describe('a stream that is cut, doubled, disordered and restarted', () => {
  it('ends in the same facts in the same order, none lost and none doubled', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...deeds), { maxLength: 120 }), (steps) => {
        const { serving, receiving, does, deliver, pending } = createPlay();
        for (const step of steps) does[step]();

        // The line is quiet and whole again: one more fact shows whatever is missing.
        does.raise();
        for (let turn = 0; turn < 200 && pending() > 0; turn += 1) deliver();
        expect(receiving.facts()).toEqual(serving.facts());
        expect(receiving.cursor()).toMatchObject({
          epoch: serving.stream().epoch,
          seq: serving.stream().head,
        });
      }),
      { numRuns: 2_000, seed: 20_251_008 },
    );
  });

  it('never shows a part: at every step it holds the first facts of one epoch, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...deeds), { maxLength: 80 }), (steps) => {
        const { receiving, does } = createPlay();
        for (const step of steps) {
          does[step]();
          const facts = receiving.facts();
          const first = facts[0] ?? 0;
          expect(facts).toEqual(facts.map((_fact, index) => first + index));
        }
      }),
      { numRuns: 1_000, seed: 7 },
    );
  });
});

describe('resume', () => {
  const stream: StreamHead = { epoch: 'e', floor: 10, head: 20 };

  it.each([
    ['a client without a cursor', undefined, { how: 'snapshot', why: 'no-cursor' }],
    ['a cursor of another epoch', { epoch: 'x', seq: 15 }, { how: 'snapshot', why: 'other-epoch' }],
    ['a cursor older than what is kept', { epoch: 'e', seq: 9 }, { how: 'snapshot', why: 'too-old' }],
    ['a cursor ahead of the server', { epoch: 'e', seq: 21 }, { how: 'snapshot', why: 'ahead' }],
    ['a cursor at the floor', { epoch: 'e', seq: 10 }, { how: 'catch-up', from: 10 }],
    ['a cursor at the head', { epoch: 'e', seq: 20 }, { how: 'catch-up', from: 20 }],
  ] as const)('starts over or catches up for %s', (_name, cursor, way) => {
    expect(resume(stream, cursor)).toEqual(way);
  });
});

describe('follow', () => {
  it('passes a signal on, whatever its number', () => {
    expect(follow(undefined, { kind: 'signal', topic, epoch: 'e', seq: 99 })).toEqual({ how: 'pass' });
  });

  it('asks for the state before it has any', () => {
    expect(follow(undefined, { kind: 'fact', topic, epoch: 'e', seq: 1 })).toEqual({
      how: 'resync',
      why: 'not-started',
    });
  });
});

describe('sequence numbers', () => {
  it('are reserved before they are given, so that none is given twice over any kill', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 25_000 }), { minLength: 1, maxLength: 6 }), (lives) => {
        let [onDisk, last] = [0, 0];
        for (const life of lives) {
          let head = onDisk;
          expect(head).toBeGreaterThanOrEqual(last);
          for (let n = 0; n < life; n += 1) {
            head += 1;
            onDisk = reserveUpTo(head, onDisk) ?? onDisk;
          }
          last = head;
        }
      }),
      { numRuns: 50, seed: 1 },
    );
  });

  it('cost one write per block', () => {
    expect(reserveUpTo(1, 0)).toBe(1 + SEQ_BLOCK);
    expect(reserveUpTo(SEQ_BLOCK, 1 + SEQ_BLOCK)).toBeNull();
  });
});

describe('a bounded queue', () => {
  it('takes what fits to the last byte and says no to one more', () => {
    expect(fits({ waitingBytes: 90, maxBytes: 100 }, 10)).toBe(true);
    expect(fits({ waitingBytes: 90, maxBytes: 100 }, 11)).toBe(false);
  });
});
