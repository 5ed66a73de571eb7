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

type OutcomeFrame = Extract<ServerFrame, { kind: 'outcome' }>;

/** The backend answers within 3 s that nothing was delivered, and within 11 s at the latest; then its word is missing, ms. */
const ANSWER_WITHIN_MS = 13_000;

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
};

function answerOf({ state, answer }: OutcomeFrame): unknown {
  if (state === 'answered') return answer ?? refuse('failed');
  const refusal: WayRefusal = state;
  return refuse(refusal);
}

/** A wall that another machine drives: its calls go there, and are answered from there. Nothing waits here to be sent. */
export function createRemoteWall({ wallId, hub, clock, newId, isLive, send }: Needs) {
  const waiting = new Map<string, (answer: unknown) => void>();

  function answered(commandId: string): Promise<unknown> {
    return new Promise((resolve) => {
      const callOff = clock.after(ANSWER_WITHIN_MS, () => settle(refuse('no-word')));
      function settle(answer: unknown): void {
        callOff();
        waiting.delete(commandId);
        resolve(answer);
      }
      waiting.set(commandId, settle);
    });
  }

  const elsewhere: NonNullable<Beside['elsewhere']> = async ({ name, input: raw }, caller) => {
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
    const answer = answered(commandId);
    send(frame);
    return answer;
  };

  return {
    elsewhere,
    outcome(frame: OutcomeFrame): void {
      waiting.get(frame.commandId)?.(answerOf(frame));
    },
    /** What was sent may have arrived or not. */
    closed(): void {
      for (const settle of [...waiting.values()]) settle(refuse('no-word'));
    },
  };
}
