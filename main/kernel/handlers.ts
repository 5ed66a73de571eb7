import type { Person, Right, WindowKind } from '../../domain/access/model.ts';
import { rightOfCall } from '../../domain/contract/callRights.ts';
import { mayPerson } from '../../domain/access/rights.ts';
import type { Answer, CallName, Calls } from '../../domain/contract/calls.ts';
import { goesToWall, isOnlyAtWall, needsControl } from '../../domain/contract/places.ts';
import type { WindowIdentity } from '../../domain/contract/port.ts';
import { mayTouch } from '../../domain/contract/sight.ts';
import { camerasTouched } from '../../domain/contract/touching.ts';
import type { World } from '../../domain/contract/world.ts';
import { refuse, type Outcome } from '../../domain/kernel/outcome.ts';
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

type AnyHandler = {
  readonly allowed: readonly WindowKind[];
  readonly right?: Right;
  readonly quiet?: true;
  readonly witnessed?: true;
  readonly parse: (raw: unknown) => unknown;
  readonly run: (input: unknown, caller: Caller, stillAllowed: StillAllowed) => unknown;
};

/** A call that passed the gate. */
type Sound = {
  readonly name: CallName;
  readonly handler: AnyHandler;
  readonly raw: unknown;
  readonly input: unknown;
};

/** The cameras that a call touches, by its name. */
type Touched = Readonly<Record<string, (input: unknown, world: World) => readonly string[]>>;

/** Told of every call that needs a right and changes something, before it runs; the returned function of how it ended. */
export type Witness = (name: string, input: unknown, caller: Caller) => (answer: unknown) => void;

/**
 * The gate of every call, from a window or from another machine: known name, allowed window, allowed person, sound input,
 * cameras that this person may see, control of the wall; only then it runs. Never throws.
 */
export function createGate(handlers: Handlers<CallName>, beside: Beside) {
  const { log, world, witness, mayCommand, elsewhere } = beside;
  const table = handlers as unknown as Readonly<Record<string, AnyHandler>>;
  const touched = camerasTouched as unknown as Touched;

  function isCall(name: string): name is CallName {
    return Object.hasOwn(table, name);
  }

  /** What a wall's window shows, somebody who may see it put there; at a console whoever stands there counts. */
  function maySee({ name, input }: Pick<Sound, 'name' | 'input'>, { kind, person }: Caller) {
    const cameraIds = (kind === 'console' && touched[name]?.(input, world())) || [];
    return mayTouch(world(), cameraIds, person);
  }

  /** Here, or on the machine that drives the wall. */
  function carriedOut({ name, handler, raw, input }: Sound, caller: Caller): unknown {
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

  async function run(name: CallName, handler: AnyHandler, raw: unknown, caller: Caller): Promise<unknown> {
    const input = parsed(handler, raw);
    if (input === invalid) return refuse('input-invalid');
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
    const handler = isCall(name) ? table[name] : undefined;
    if (!isCall(name) || handler === undefined) return refuse('input-invalid');
    if (isAllowed(name, handler, caller)) return run(name, handler, raw, caller);
    log.warn('call.refused', { name, windowId: caller.windowId, kind: caller.kind });
    if (caller.person) witness(name, {}, caller)(refuse('not-allowed'));
    return refuse('not-allowed');
  };
}

function rightFor(name: CallName, handler: AnyHandler): Right | undefined {
  return rightOfCall(name) ?? handler.right;
}

/** From another machine come the wall's own calls alone. */
function isAllowed(name: CallName, handler: AnyHandler, { kind, person, afar }: Caller): boolean {
  if (afar !== undefined && !goesToWall(name) && !isOnlyAtWall(name)) return false;
  const right = rightFor(name, handler);
  return handler.allowed.includes(kind) && (right === undefined || mayPerson(person, right));
}

function isTold(name: CallName, handler: AnyHandler): boolean {
  return (rightFor(name, handler) !== undefined || handler.witnessed === true) && handler.quiet !== true;
}

const invalid = Symbol('invalid');

function parsed(handler: AnyHandler, raw: unknown): unknown {
  try {
    return handler.parse(raw);
  } catch {
    return invalid;
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
