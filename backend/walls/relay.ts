import type { Person } from '../../domain/access/model.ts';
import { leavesNoTrace } from '../../domain/contract/callRights.ts';
import { PROTOCOL, type ServerFrame } from '../../domain/contract/wire.ts';
import type { ConsolePlace } from '../../domain/wall/control.ts';
import type { Command, Program, Receipt, Wall } from '../../domain/wall/model.ts';
import { remembered } from '../../domain/wall/answers.ts';
import { fateOf, overtakenReceipt } from '../../domain/wall/receipts.ts';
import type { KeptCommand, WallBook } from './book.ts';
import type { WallAnswer, WallCommand } from '../../domain/wall/wire.ts';

/** A command as it goes to a wall: who gives it and from where is the backend's word, not the sender's. */
export type Commanded = { readonly command: WallCommand; readonly by: Person; readonly from: ConsolePlace };

/**
 * What became of a command. `not-delivered`: the wall never got it and never will; `unanswered`: it was released to the
 * wall, and the wall's word is missing.
 */
export type CommandRecord = {
  readonly commandId: string;
  readonly by: string;
  /** Epoch ms. */
  readonly at: number;
  readonly state: 'not-delivered' | 'unanswered' | 'answered';
  readonly answer?: WallAnswer;
  /** By display, as far as the wall has said. */
  readonly receipts: readonly Receipt[];
};

/** Commands of one wall that are remembered, with their receipts. */
export const REMEMBERED = 500;
/** Commands that may wait for one wall. */
const MOST_WAITING = 100;

type Entry = {
  readonly about: Pick<KeptCommand, 'commandId' | 'call' | 'by' | 'device' | 'console'>;
  readonly at: number;
  state: 'offered' | 'released' | CommandRecord['state'];
  answer?: WallAnswer;
  receipts: readonly Receipt[];
  relay: number;
  callOff: () => void;
  readonly settled: Promise<void>;
  readonly settle: () => void;
};

/** What a wall says of its receipts. */
export type Standing = Pick<Wall, 'hold' | 'receipts'> & {
  readonly command: Command;
  readonly program: Pick<Program, 'takeId'> | null;
};

type Needs = {
  readonly deliverWithinMs: number;
  readonly answerWithinMs: number;
  readonly now: () => number;
  readonly book: WallBook;
  /** Says something to the wall's core; false while there is none. */
  readonly tell: (frame: ServerFrame) => boolean;
};

function aboutOf({ command, by, from }: Commanded): Entry['about'] {
  return { commandId: command.commandId, call: command.call, by: by.name, ...from };
}

function sameSource({ about }: Entry, { command, from }: Commanded): boolean {
  const { commandId, device, console } = about;
  return commandId === command.commandId && device === from.device && console === from.console;
}

/** A receipt from which more is to be heard. */
function isOpen({ state }: Receipt): boolean {
  return state === 'queued' || state === 'beneath';
}

/** Calls that put a program on under their own command's id. */
const takes: ReadonlySet<string> = new Set(['wall.take', 'schedule.takeArmed']);

/** An older command's receipts, now that the wall stands otherwise. */
function overtaken({ about, receipts }: Entry, wall: Standing, at: number): readonly Receipt[] {
  const { commandId: id, call } = about;
  const fate = fateOf({ id, isTake: takes.has(call) }, wall.program);
  return receipts.map((receipt) => overtakenReceipt(receipt, { ...wall, fate, at }));
}

/** What an earlier process of this backend heard: nobody waits for it any more. */
function fromBook({ at, state, answer, receipts, ...about }: KeptCommand): Entry {
  const told = answer && { answer };
  const over = { relay: 0, callOff: () => undefined, settled: Promise.resolve(), settle: () => undefined };
  return { about, at, state, ...told, receipts, ...over };
}

/** Who waits until something is told. */
function gate(): { readonly settled: Promise<void>; readonly settle: () => void } {
  let settle: () => void = () => undefined;
  const settled = new Promise<void>((resolve) => void (settle = resolve));
  return { settled, settle };
}

/**
 * Carries commands to one wall: offered, held there, released, answered. A command that the wall did not hold in time is
 * never released, so nothing is carried out later by surprise. The backend decides nothing.
 */
export function createRelay({ deliverWithinMs, answerWithinMs, now, book, tell }: Needs) {
  let entries: readonly Entry[] = book.read().map(fromBook);
  const listeners = new Set<() => void>();
  let lastRelay = 0;

  function recordOf(entry: Entry): CommandRecord {
    const { about, at, state, answer, receipts } = entry;
    const over = state === 'offered' ? 'not-delivered' : state === 'released' ? 'unanswered' : state;
    const told = answer === undefined ? {} : { answer };
    return { commandId: about.commandId, by: about.by, at, state: over, ...told, receipts };
  }

  function keep(entry: Entry, when: 'soon' | 'at-once'): void {
    if (leavesNoTrace(entry.about.call)) return;
    const { receipts, ...record } = recordOf(entry);
    const answer = record.answer && { answer: remembered(record.answer) };
    book.keep({ ...record, ...answer, ...entry.about, receipts: [...receipts] }, when);
  }

  function end(entry: Entry, state: CommandRecord['state']): void {
    entry.callOff();
    entry.state = state;
    keep(entry, 'soon');
    if (leavesNoTrace(entry.about.call)) entries = entries.filter((other) => other !== entry);
    entry.settle();
  }

  function endIn(entry: Entry, ms: number, state: CommandRecord['state']): void {
    entry.callOff();
    const timer = setTimeout(() => end(entry, state), ms);
    entry.callOff = () => clearTimeout(timer);
  }

  function offer(commanded: Commanded): Entry {
    const relay = (lastRelay += 1);
    const base = { about: aboutOf(commanded), at: now(), receipts: [], relay };
    const entry: Entry = { ...base, state: 'offered', callOff: () => undefined, ...gate() };
    entries = [...entries.filter((other) => !sameSource(other, commanded)), entry].slice(-REMEMBERED);
    endIn(entry, deliverWithinMs, 'not-delivered');
    const { command, by, from } = commanded;
    const envelope = { kind: 'relay', protocol: PROTOCOL, wallId: command.wallId, relay } as const;
    if (!tell({ ...envelope, command, by, from })) end(entry, 'not-delivered');
    return entry;
  }

  function waitingFor(relay: number, state: Entry['state']): Entry | undefined {
    return entries.find((entry) => entry.relay === relay && entry.state === state);
  }

  function find(commandId: string): CommandRecord | undefined {
    const entry = entries.findLast(({ about }) => about.commandId === commandId);
    return entry && recordOf(entry);
  }

  function isOwed(commandId: string): boolean {
    return find(commandId)?.receipts.some(({ state }) => state === 'queued') ?? false;
  }

  return {
    /** `too-many`: so many wait already. A command that was delivered is never delivered again. */
    async send(commanded: Commanded): Promise<CommandRecord | 'too-many'> {
      const known = entries.find((entry) => sameSource(entry, commanded) && entry.state !== 'not-delivered');
      const waiting = entries.filter(({ state }) => state === 'offered' || state === 'released');
      if (known === undefined && waiting.length >= MOST_WAITING) return 'too-many';
      const entry = known ?? offer(commanded);
      await entry.settled;
      return recordOf(entry);
    },
    held(wallId: string, relay: number): void {
      const entry = waitingFor(relay, 'offered');
      if (entry === undefined) return;
      entry.state = 'released';
      // On disk before the wall may carry it out: a backend that dies now does not offer it a second time.
      keep(entry, 'at-once');
      if (!tell({ kind: 'release', protocol: PROTOCOL, wallId, relay })) return end(entry, 'not-delivered');
      endIn(entry, answerWithinMs, 'unanswered');
    },
    /** A late word still counts. */
    done(relay: number, answer: WallAnswer): void {
      const entry =
        waitingFor(relay, 'released') ?? waitingFor(relay, 'unanswered') ?? waitingFor(relay, 'offered');
      if (entry === undefined) return;
      entry.answer = answer;
      end(entry, 'answered');
      // Whoever waited has read all of it by then.
      void entry.settled.then(() => (entry.answer = remembered(answer)));
    },
    /** The wall's core is gone. */
    lost(): void {
      for (const entry of entries) {
        if (entry.state === 'offered') end(entry, 'not-delivered');
        if (entry.state === 'released') end(entry, 'unanswered');
      }
    },
    /** The wall's last command and its receipts: what an older one still waited for never comes, or only now. */
    receipted(wall: Standing): void {
      for (const entry of entries) {
        if (entry.about.commandId === wall.command.id) entry.receipts = Object.values(wall.receipts);
        else if (entry.receipts.some(isOpen)) entry.receipts = overtaken(entry, wall, now());
        else continue;
        keep(entry, 'soon');
      }
      for (const listener of listeners) listener();
    },
    find,
    /** Resolves when no display owes its receipt any more, or after `ms`. */
    async shown(commandId: string, ms: number): Promise<void> {
      if (!isOwed(commandId)) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(over, ms);
        function over(): void {
          clearTimeout(timer);
          listeners.delete(look);
          resolve();
        }
        const look = (): void => void (isOwed(commandId) || over());
        listeners.add(look);
      });
    },
    stop(): void {
      for (const { callOff, settle } of entries) {
        callOff();
        settle();
      }
      book.write();
    },
  };
}
export type Relay = ReturnType<typeof createRelay>;
