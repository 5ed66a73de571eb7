import { leavesNoTrace } from '../../domain/contract/callRights.ts';
import { PROTOCOL, type ClientFrame, type ServerFrame } from '../../domain/contract/wire.ts';
import { remembered, sendable } from '../../domain/wall/answers.ts';
import { WallAnswerSchema, type WallAnswer } from '../../domain/wall/wire.ts';
import type { Caller } from '../kernel/handlers.ts';
import type { Clock } from '../kernel/ports.ts';
import type { ControlDesk } from './control.ts';

type RelayFrame = Extract<ServerFrame, { kind: 'relay' }>;

/** A command that nobody released within this time is forgotten, ms. */
const HELD_FOR_MS = 5_000;
const MOST_HELD = 100;
/** Commands that are remembered: the same one again gets the same answer. */
const REMEMBERED = 200;

type Needs = {
  readonly wallId: string;
  readonly clock: Clock;
  readonly send: (frame: ClientFrame) => void;
  /** Is told who stands at a console elsewhere: nobody says it there but its commands. */
  readonly control: Pick<ControlDesk, 'stands'>;
  /** The gate of every call. */
  readonly answer: (name: string, input: unknown, caller: Caller) => Promise<unknown>;
};

const unreadable: WallAnswer = { ok: false, reason: 'failed' };

/**
 * Commands from other machines: held, carried out once they are released, answered. What the envelope says of wall, command
 * and program stands above what the input says.
 */
export function createAfarDesk({ wallId, clock, send, answer, control }: Needs) {
  const held = new Map<number, RelayFrame>();
  const known = new Map<string, Promise<WallAnswer>>();
  /** Numbers belong to one connection: a word for an older one is not said on the next. */
  let connection = 0;

  function keyOf({ command, from }: RelayFrame): string {
    return `${from.device} ${from.console} ${command.commandId}`;
  }

  async function carriedOut({ command, by, from }: RelayFrame): Promise<WallAnswer> {
    const { commandId, controlEpoch, baseRevision } = command;
    const input = { ...command.input, wallId, commandId, programRevision: baseRevision };
    const windowId = `${from.device}/${from.console}`;
    const seat = { windowId, kind: 'console', wallId, displayIds: [] } as const;
    const caller: Caller = { ...seat, person: by, afar: { ...from, controlEpoch } };
    control.stands(wallId, from, by);
    const outcome = WallAnswerSchema.safeParse(await answer(command.call, input, caller));
    return outcome.success ? sendable(outcome.data) : unreadable;
  }

  function remember(key: string, answered: Promise<WallAnswer>): void {
    known.set(key, answered);
    void answered.then((answer) => {
      if (known.get(key) === answered) known.set(key, Promise.resolve(remembered(answer)));
    });
    const oldest = known.keys().next().value;
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
  }

  async function tell(relay: number, answered: Promise<WallAnswer>): Promise<void> {
    const here = connection;
    const told = await answered;
    if (here === connection) send({ kind: 'done', protocol: PROTOCOL, wallId, relay, answer: told });
  }

  return {
    relay(frame: RelayFrame): void {
      const { relay } = frame;
      const before = known.get(keyOf(frame));
      if (before) return void tell(relay, before);
      if (frame.wallId !== wallId || held.size >= MOST_HELD) return;
      held.set(relay, frame);
      clock.after(HELD_FOR_MS, () => {
        if (held.get(relay) === frame) held.delete(relay);
      });
      send({ kind: 'held', protocol: PROTOCOL, wallId, relay });
    },
    release(relay: number): void {
      const frame = held.get(relay);
      if (frame === undefined) return;
      held.delete(relay);
      if (leavesNoTrace(frame.command.call)) return void tell(relay, carriedOut(frame));
      const key = keyOf(frame);
      if (!known.has(key)) remember(key, carriedOut(frame));
      void tell(relay, known.get(key) ?? Promise.resolve(unreadable));
    },
    closed(): void {
      connection += 1;
      held.clear();
    },
  };
}
