import type { PortReading } from '../../domain/contract/port.ts';
import { follow } from '../../domain/contract/stream.ts';
import {
  MAX_FRAME_BYTES,
  type ClientFrame,
  type Cursor,
  type Fact,
  type FactItem,
  type ReadingBody,
  type ReadingItem,
  type ServerFrame,
  type StreamFrame,
} from '../../domain/contract/wire.ts';
import type { Change } from '../../domain/contract/world.ts';
import { readFrame } from './frames.ts';
import type { Hub } from './hub.ts';
import type { Clock, Log } from './ports.ts';
import type { Tally } from './tally.ts';

/** The times of a reading as it came: its age needs no common clock. */
export type ReadingTimes = Pick<ReadingItem, 'asOf'> & {
  readonly sentAt: number;
  readonly arrivedAt: number;
};

/** `live`: told as it became known; `late`: with all that this machine had not heard, however old. */
export type Telling = 'live' | 'late';

/** What each kind of fact and reading leads to. Complete by type: a new one without its receiver does not compile. */
export type Receivers = {
  readonly facts: {
    readonly [Type in Fact['type']]: (
      fact: Extract<Fact, { type: Type }>,
      telling: Telling,
    ) => readonly Change[];
  };
  readonly readings: {
    readonly [Type in ReadingBody['type']]: (
      body: Extract<ReadingBody, { type: Type }>,
      times: ReadingTimes,
    ) => PortReading | null;
  };
  /** A topic starts over: what replaces all that its room had. By the first part of the topic's name. */
  readonly resets: Readonly<
    Record<'indicators' | 'incidents' | 'cameras' | 'wall', (facts: readonly Fact[]) => readonly Change[]>
  >;
};

type Needs = {
  readonly hub: Hub;
  readonly clock: Clock;
  readonly log: Log;
  readonly tally: Tally;
  readonly receivers: Receivers;
  /** `sentAt`: by the clock that its as-of time is bounded by, epoch ms. */
  readonly put: (reading: PortReading, sentAt: number) => void;
  /** Writes the readings that were put, before a cursor that covers them is written. */
  readonly saveReadings: () => void;
  readonly send: (frame: ClientFrame) => void;
  readonly welcomed: (frame: Extract<ServerFrame, { kind: 'welcome' }>) => void;
  readonly answered: (frame: Extract<ServerFrame, { kind: 'answer' }>) => void;
  readonly ofWalls: (frame: OfWalls) => void;
};

/** What is said of walls that are driven from elsewhere. */
export type OfWalls = Extract<
  ServerFrame,
  { kind: 'relay' | 'release' | 'start-over' | 'consoles' | 'wall-link' | 'carried' | 'outcome' }
>;
type Live = Extract<ServerFrame, { kind: 'fact' | 'reading' }>;
type State = Extract<ServerFrame, { kind: 'snapshot' | 'catch-up' }>;

/** A resync that nobody answered is asked for again after this, ms. */
export const RESYNC_MS = 5_000;

/** From the province's text to commits and readings. Outside data never throws here: it is counted and thrown away. */
export function createIntake(needs: Needs) {
  const { hub, clock, tally, receivers } = needs;
  const factReceiver = receivers.facts as Readonly<
    Record<Fact['type'], (fact: Fact, telling: Telling) => readonly Change[]>
  >;
  const readingReceiver = receivers.readings as Readonly<
    Record<ReadingBody['type'], (body: ReadingBody, times: ReadingTimes) => PortReading | null>
  >;
  /** Topics that the province gave this machine on this connection; none before its welcome. */
  let granted: ReadonlySet<string> = new Set();
  const resyncing = new Map<string, number>();
  let taken = 0;

  function resync(topic: string, why: string): void {
    tally.note('stream', why);
    const now = clock.now();
    const asked = resyncing.get(topic);
    if (asked !== undefined && now >= asked && now - asked < RESYNC_MS) return;
    resyncing.set(topic, now);
    needs.log.info('wire.resynced', { topic, why });
    const cursor = hub.cursor(topic);
    needs.send({ kind: 'resync', topic, ...(cursor && { cursor }) });
  }

  /** The stream's next position when this frame comes in its turn; otherwise it is dropped or the topic resynced. */
  function turn(frame: Live | State): Cursor | null {
    const step = follow(hub.cursor(frame.topic), frame);
    if (step.how === 'apply') return step.cursor;
    if (step.how === 'resync') resync(frame.topic, step.why);
    if (step.how === 'drop') tally.note('stream', step.why);
    return null;
  }

  function putReading({ asOf, body }: ReadingItem, sentAt: number): void {
    // Nothing was true later than it was told: a sender whose clock is ahead would hold its figure until then.
    const times = { asOf: Math.min(asOf, sentAt), sentAt, arrivedAt: clock.now() };
    const reading = readingReceiver[body.type](body, times);
    if (reading) needs.put(reading, sentAt);
    else tally.note(body.type, 'key-unknown');
  }

  function takeState(frame: State, cursor: Cursor): void {
    const facts = frame.facts.map((item) => item.body);
    const room = frame.topic.slice(0, frame.topic.indexOf('/')) as keyof Receivers['resets'];
    const changes =
      frame.kind === 'snapshot'
        ? receivers.resets[room](facts)
        : newerThan(frame.facts, frame.from).flatMap(({ body }) => factReceiver[body.type](body, 'late'));
    for (const item of frame.readings) putReading(item, frame.sentAt);
    if (frame.readings.length > 0) needs.saveReadings();
    hub.commit(changes, { cursor });
    resyncing.delete(frame.topic);
  }

  function takeStream(frame: Live | State): void {
    if (!granted.has(frame.topic)) return tally.note(frame.kind, 'topic-not-granted');
    const cursor = turn(frame);
    if (cursor === null) return;
    taken += 1;
    if (frame.kind === 'reading') {
      hub.moveCursor(cursor);
      putReading(frame, frame.sentAt);
    } else if (frame.kind === 'fact') {
      hub.commit(factReceiver[frame.body.type](frame.body, 'live'), { cursor });
    } else {
      takeState(frame, cursor);
    }
  }

  /** The outside of the frame was sound, its inside unknown: the stream moves on, nothing is shown. */
  function passOver(frame: Pick<StreamFrame, 'kind' | 'topic' | 'epoch' | 'seq'>): void {
    if (!granted.has(frame.topic)) return;
    const step = follow(hub.cursor(frame.topic), frame);
    if (step.how === 'apply') hub.moveCursor(step.cursor);
    if (step.how === 'resync') resync(frame.topic, step.why);
  }

  return {
    /** Takes one frame's text. */
    receive(text: string): void {
      if (text.length > MAX_FRAME_BYTES) return tally.note('frame', 'too-large');
      const read = readFrame(text);
      for (const { type, reason } of read.rejected) tally.note(type, reason);
      if (read.passOver) return passOver(read.passOver);
      const { frame } = read;
      if (!frame) return;
      switch (frame.kind) {
        case 'welcome':
          granted = new Set(frame.topics);
          resyncing.clear();
          return needs.welcomed(frame);
        case 'answer':
          return needs.answered(frame);
        case 'signal':
          return;
        case 'fact':
        case 'reading':
        case 'snapshot':
        case 'catch-up':
          return takeStream(frame);
        default:
          return needs.ofWalls(frame);
      }
    },
    /** The connection ended: nothing is granted until the next welcome. */
    closed(): void {
      granted = new Set();
    },
    taken: () => taken,
  };
}
export type Intake = ReturnType<typeof createIntake>;

function newerThan(facts: readonly FactItem[], from: number): readonly FactItem[] {
  return facts.filter(({ seq }) => seq > from).sort((a, b) => a.seq - b.seq);
}
