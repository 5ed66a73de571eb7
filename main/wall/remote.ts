import { z } from 'zod';
import type { WayRefusal } from '../../domain/contract/calls.ts';
import {
  MAX_CLIENT_FRAME_BYTES,
  PROTOCOL,
  type ClientFrame,
  type ServerFrame,
} from '../../domain/contract/wire.ts';
import { refuse } from '../../domain/kernel/outcome.ts';
import { own } from '../../domain/kernel/own.ts';
import { IdSchema } from '../../domain/kernel/schema.ts';
import type { Beside } from '../kernel/handlers.ts';
import type { Hub } from '../kernel/hub.ts';
import type { Clock } from '../kernel/ports.ts';

type WelcomeFrame = Extract<ServerFrame, { kind: 'welcome' }>;
type CarriedFrame = Extract<ServerFrame, { kind: 'carried' }>;
type OutcomeFrame = Extract<ServerFrame, { kind: 'outcome' }>;

/** A backend that has a command says so at once: without that word by then, the line may be dead, ms. */
const CARRIED_WITHIN_MS = 2_500;
/** Since this minor version. */
const SAYS_CARRIED = 3;
/** It answers within 3 s that nothing was delivered, and within 11 s at the latest; then its word is missing, ms. */
const ANSWER_WITHIN_MS = 13_000;
/** Commands whose answer may still come late. */
const MOST_LATE = 100;

/** What a command's own input says of the envelope. */
const AboutSchema = z.looseObject({
  commandId: IdSchema.optional(),
  programRevision: z.number().int().nonnegative().optional(),
});

type Needs = {
  readonly wallId: string;
  readonly hub: Pick<Hub, 'world'>;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly isLive: () => boolean;
  readonly send: (frame: ClientFrame) => void;
  /** A command whose author was told that there is no word of it was answered after all; `answer` as its call gives it. */
  readonly onLate: (call: string, answer: unknown) => void;
};

type Waiting = { readonly settle: (answer: unknown) => void; readonly carried: () => void };

function answerOf({ state, answer }: OutcomeFrame): unknown {
  if (state === 'answered') return answer ?? refuse('failed');
  const refusal: WayRefusal = state;
  return refuse(refusal);
}

/** A wall that another machine drives: its calls go there, and are answered from there. Nothing waits here to be sent. */
export function createRemoteWall({ wallId, hub, clock, newId, isLive, send, onLate }: Needs) {
  const waiting = new Map<string, Waiting>();
  /** Their authors know no more than that there is no word; by command, their calls. */
  const late = new Map<string, string>();
  let backendMinor = 0;

  function expectLate(commandId: string, call: string): void {
    late.set(commandId, call);
    const oldest = late.keys().next().value;
    if (late.size > MOST_LATE && oldest !== undefined) late.delete(oldest);
  }

  /** The answer to a command, or that there is no word of it; a late one is told when it comes, unless the call is quiet. */
  function answered(commandId: string, call: string, quiet: boolean): Promise<unknown> {
    return new Promise((resolve) => {
      const giveUpIn = (ms: number): (() => void) =>
        clock.after(ms, () => {
          if (!quiet) expectLate(commandId, call);
          settle(refuse('no-word'));
        });
      let callOff = giveUpIn(backendMinor >= SAYS_CARRIED ? CARRIED_WITHIN_MS : ANSWER_WITHIN_MS);
      function settle(answer: unknown): void {
        callOff();
        waiting.delete(commandId);
        resolve(answer);
      }
      function carried(): void {
        callOff();
        callOff = giveUpIn(ANSWER_WITHIN_MS);
      }
      waiting.set(commandId, { settle, carried });
    });
  }

  const elsewhere: NonNullable<Beside['elsewhere']> = async ({ name, input: raw, quiet }, caller) => {
    if (!isLive()) return refuse('backend-away');
    if (caller.person === null) return refuse('not-allowed');
    const { programRevision, ...input } = AboutSchema.parse(raw);
    const wall = own(hub.world().walls, wallId);
    const commandId = input.commandId ?? newId();
    const command = {
      wallId,
      commandId,
      call: name,
      input,
      baseRevision: programRevision ?? wall?.program?.revision ?? 0,
      controlEpoch: wall?.control.epoch ?? 0,
    };
    const envelope = { by: caller.person, console: caller.windowId } as const;
    const frame: ClientFrame = { kind: 'command', protocol: PROTOCOL, command, ...envelope };
    // The backend would close the line on it.
    if (Buffer.byteLength(JSON.stringify(frame)) > MAX_CLIENT_FRAME_BYTES) return refuse('too-large');
    const answer = answered(commandId, name, quiet);
    send(frame);
    return answer;
  };

  return {
    elsewhere,
    welcomed({ minor = 0 }: Pick<WelcomeFrame, 'minor'>): void {
      backendMinor = minor;
    },
    carried({ commandId }: CarriedFrame): void {
      waiting.get(commandId)?.carried();
    },
    outcome(frame: OutcomeFrame): void {
      const { commandId } = frame;
      const call = late.get(commandId);
      late.delete(commandId);
      const waits = waiting.get(commandId);
      if (waits) waits.settle(answerOf(frame));
      else if (call !== undefined) onLate(call, answerOf(frame));
    },
    /** What was sent may have arrived or not; nothing comes on another connection. */
    closed(): void {
      late.clear();
      for (const { settle } of [...waiting.values()]) settle(refuse('no-word'));
    },
  };
}
