import type { Person, Right, WindowKind } from '../../domain/access/model.ts';
import { rightOfCall } from '../../domain/contract/callRights.ts';
import { mayPerson } from '../../domain/access/rights.ts';
import type { Answer, CallName, Calls } from '../../domain/contract/calls.ts';
import { goesToWall, isOnlyAtWall, needsControl } from '../../domain/contract/places.ts';
import type { WindowIdentity } from '../../domain/contract/port.ts';
import { mayTouch } from '../../domain/contract/sight.ts';
import { camerasTouched } from '../../domain/contract/touching.ts';
import type { World } from '../../domain/contract/world.ts';
import { accept, refuse, type Outcome, type Refused } from '../../domain/kernel/outcome.ts';
import type { ConsolePlace, ControlRefusal } from '../../domain/wall/control.ts';
import type { Log } from './ports.ts';

/** Who asks: bound by the shell when it admitted the window; the person by signing in. Never said by the window. */
export type Caller = WindowIdentity & {
  readonly person: Person | null;
  /** Present when the call comes from another machine: where from, as the backend says, and what it saw of control. */
  readonly afar?: ConsolePlace & { readonly controlEpoch?: number | undefined };
};

/** What stands beside the gate: who writes down, who has control of the wall, where a remote console's wall calls go. */
export type Beside = {
  readonly log: Log;
  readonly world: () => World;
  readonly witness: Witness;
  readonly mayCommand: (caller: Caller) => Outcome<null, ControlRefusal>;
  readonly elsewhere?: (
    call: { readonly name: string; readonly input: unknown; readonly quiet: boolean },
    caller: Caller,
  ) => Promise<unknown>;
};

/** Asked again where a command waits before it is carried out: may its author still command? */
export type StillAllowed = () => Outcome<null, ControlRefusal | 'camera-restricted'>;

/** The same of a take, which the machine may do itself as people planned: is it still planned? */
export type StillWanted = () => ReturnType<StillAllowed> | Refused<'plan-called-off'>;

/** One call: who may make it, what it must look like, what it does. */
export type Handler<Name extends CallName> = {
  readonly allowed: readonly WindowKind[];
  /** Somebody with this right must be signed in. Absent: nobody need be, or `rightOfCall` tells, for calls that reach a wall. */
  readonly right?: Right;
  /** It changes nothing that anybody will ask about later: no witness is told. */
  readonly quiet?: true;
  /** Nobody need be signed in, and the witness is told all the same. */
  readonly witnessed?: true;
  /** Throws when the input is not what the call takes; every size in it is bounded. */
  readonly parse: (raw: unknown) => Calls[Name]['input'];
  readonly run: (
    input: Calls[Name]['input'],
    caller: Caller,
    stillAllowed: StillAllowed,
  ) => Answer<Name> | Promise<Answer<Name>>;
};

/** Complete by type: a call without its handler does not compile. */
export type Handlers<Name extends CallName> = { readonly [Each in Name]: Handler<Each> };

/** What the gate asks of any handler before it runs. */
type Entry = Pick<Handler<CallName>, 'allowed' | 'right' | 'quiet' | 'witnessed'>;

/** A call whose input is sound. */
type Sound<Name extends CallName> = {
  readonly name: Name;
  readonly handler: Handler<Name>;
  readonly raw: unknown;
  readonly input: Calls[Name]['input'];
};

/** Told of every call that needs a right and changes something, before it runs; the returned function of how it ended. */
export type Witness = (name: CallName, input: unknown, caller: Caller) => (answer: unknown) => void;

/**
 * The gate of every call, from a window or from another machine: known name, allowed window, allowed person, sound input,
 * cameras that this person may see, control of the wall; only then it runs. Never throws.
 */
export function createGate(handlers: Handlers<CallName>, beside: Beside) {
  const { log, world, witness, mayCommand, elsewhere } = beside;

  function isCall(name: string): name is CallName {
    return Object.hasOwn(handlers, name);
  }

  /** What a wall's window shows, somebody who may see it put there; at a console whoever stands there counts. */
  function maySee<Name extends CallName>(
    { name, input }: Pick<Sound<Name>, 'name' | 'input'>,
    { kind, person }: Caller,
  ) {
    const cameraIds = kind === 'console' ? camerasTouched(name, input, world()) : [];
    return mayTouch(world(), cameraIds, person);
  }

  /** Here, or on the machine that drives the wall. */
  function carriedOut<Name extends CallName>(
    { name, handler, raw, input }: Sound<Name>,
    caller: Caller,
  ): unknown {
    if ((elsewhere ?? caller.afar) && isOnlyAtWall(name)) return refuse('only-at-wall');
    const seen = maySee({ name, input }, caller);
    if (!seen.ok) return seen;
    if (elsewhere && goesToWall(name))
      return elsewhere({ name, input: raw, quiet: handler.quiet === true }, caller);
    const stillAllowed: StillAllowed = () => {
      const sees = maySee({ name, input }, caller);
      return sees.ok && needsControl(name) ? mayCommand(caller) : sees;
    };
    const commanded = stillAllowed();
    return commanded.ok ? handler.run(input, caller, stillAllowed) : commanded;
  }

  async function run<Name extends CallName>(name: Name, raw: unknown, caller: Caller): Promise<unknown> {
    const handler: Handler<Name> = handlers[name];
    const read = parsed(handler, raw);
    if (!read.ok) return read;
    const input = read.value;
    const told = isTold(name, handler) || (caller.person !== null && !maySee({ name, input }, caller).ok);
    const ended = told ? witness(name, input, caller) : undefined;
    try {
      const answer = await carriedOut({ name, handler, raw, input }, caller);
      ended?.(answer);
      return answer;
    } catch (error) {
      log.error('call.failed', { name, reason: error instanceof Error ? error.message : 'unknown' });
      ended?.(refuse('failed'));
      return refuse('failed');
    }
  }

  return async function answer(name: string, raw: unknown, caller: Caller): Promise<unknown> {
    if (!isCall(name)) return refuse('input-invalid');
    if (isAllowed(name, handlers[name], caller)) return run(name, raw, caller);
    log.warn('call.refused', { name, windowId: caller.windowId, kind: caller.kind });
    if (caller.person) witness(name, soundInput(handlers[name], raw), caller)(refuse('not-allowed'));
    return refuse('not-allowed');
  };
}

function rightFor(name: CallName, handler: Entry): Right | undefined {
  return rightOfCall(name) ?? handler.right;
}

/** From another machine come the wall's own calls alone. */
function isAllowed(name: CallName, handler: Entry, { kind, person, afar }: Caller): boolean {
  if (afar !== undefined && !goesToWall(name) && !isOnlyAtWall(name)) return false;
  const right = rightFor(name, handler);
  return handler.allowed.includes(kind) && (right === undefined || mayPerson(person, right));
}

function isTold(name: CallName, handler: Entry): boolean {
  return (rightFor(name, handler) !== undefined || handler.witnessed === true) && handler.quiet !== true;
}

/** What a call that is refused asked for, as far as it is sound. */
function soundInput({ parse }: { readonly parse: (raw: unknown) => unknown }, raw: unknown): unknown {
  const read = parsed<unknown>({ parse }, raw);
  return read.ok ? read.value : {};
}

function parsed<Input>(
  { parse }: { readonly parse: (raw: unknown) => Input },
  raw: unknown,
): Outcome<Input, 'input-invalid'> {
  try {
    return accept(parse(raw));
  } catch {
    return refuse('input-invalid');
  }
}

/** A window's question, or undefined when the message is none. */
export function questionOf(
  message: unknown,
): { readonly id: number; readonly name: string; readonly input: unknown } | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, id, name, input } = message as Readonly<Record<string, unknown>>;
  if (type !== 'call' || typeof id !== 'number' || typeof name !== 'string') return undefined;
  return { id, name, input };
}
