// A window without a browser: it follows the core as the renderer's replica does.
import type { Answer, CallName, Calls } from '../../domain/contract/calls.ts';
import type { PortEvent, PortReading, WindowIdentity } from '../../domain/contract/port.ts';
import { applyChange, emptyWorld, type World } from '../../domain/contract/world.ts';
import type { WindowPort } from '../../main/kernel/ports.ts';

export type FakeWindow = {
  readonly identity: WindowIdentity;
  readonly port: WindowPort;
  readonly events: PortEvent[];
  world(): World;
  seq(): number;
  reading(key: string): PortReading | undefined;
  /** The newest event of a type. */
  last<Type extends PortEvent['type']>(type: Type): Extract<PortEvent, { type: Type }> | undefined;
  call<Name extends CallName>(name: Name, input: Calls[Name]['input']): Promise<Answer<Name>>;
  /** Says anything at all to the core, as a window that was taken over might. */
  say(message: unknown): void;
  /** From now on nothing is taken, until `wake`. */
  hang(): void;
  wake(): void;
  close(): void;
  /** Commits that came out of order or twice. */
  readonly odd: number[];
};

function isEvent<Type extends PortEvent['type']>(
  event: PortEvent,
  type: Type,
): event is Extract<PortEvent, { type: Type }> {
  return event.type === type;
}

export function fakeWindow(identity: WindowIdentity): FakeWindow {
  const events: PortEvent[] = [];
  const odd: number[] = [];
  const readings = new Map<string, PortReading>();
  const questions = new Map<number, (answer: unknown) => void>();
  const inbox: string[] = [];
  let taking = false;
  let hanging = false;
  let world = emptyWorld;
  let seq = 0;
  let lastId = 0;
  let hear: (message: unknown) => void = () => undefined;
  let closed: () => void = () => undefined;

  function take(text: string): void {
    const event: PortEvent = JSON.parse(text);
    events.push(event);
    if (event.type === 'snapshot') ({ world, seq } = event);
    if (event.type === 'snapshot' || event.type === 'readings')
      for (const one of event.readings) readings.set(one[0], one);
    if (event.type === 'commits') {
      for (const commit of event.commits) {
        if (commit.seq !== seq + 1) odd.push(commit.seq);
        world = applyChange(world, commit.change);
        seq = commit.seq;
      }
    }
    hear({ type: 'taken' });
  }

  /** In the order in which they came, also those that come while one is being taken. */
  function takeAll(): void {
    if (taking) return;
    taking = true;
    for (let text = next(); text !== undefined; text = next()) take(text);
    taking = false;
  }

  function next(): string | undefined {
    return hanging ? undefined : inbox.shift();
  }

  return {
    identity,
    events,
    odd,
    port: {
      post(message) {
        if (typeof message !== 'string') questions.get(message.id)?.(message.answer);
        else {
          inbox.push(message);
          takeAll();
        }
      },
      onMessage: (listener) => void (hear = listener),
      onClose: (listener) => void (closed = listener),
      close: () => undefined,
    },
    world: () => world,
    seq: () => seq,
    reading: (key) => readings.get(key),
    last(type) {
      const found = events.findLast((event) => event.type === type);
      return found && isEvent(found, type) ? found : undefined;
    },
    call: (name, input) =>
      new Promise((answered) => {
        lastId += 1;
        questions.set(lastId, (answer) => answered(JSON.parse(JSON.stringify(answer))));
        hear({ type: 'call', id: lastId, name, input });
      }),
    say: (message) => hear(message),
    hang: () => void (hanging = true),
    wake() {
      hanging = false;
      takeAll();
    },
    close: () => closed(),
  };
}
