import type { Person, Right, WindowKind } from '../../domain/access/model.ts';
import { may } from '../../domain/access/rights.ts';
import type { Answer, CallName, Calls } from '../../domain/contract/calls.ts';
import type { WindowIdentity } from '../../domain/contract/port.ts';
import { refuse } from '../../domain/kernel/outcome.ts';
import type { Log } from './ports.ts';

/** Who asks: bound by the shell when it admitted the window; the person by signing in. Never said by the window. */
export type Caller = WindowIdentity & { readonly person: Person | null };

/** One call: who may make it, what it must look like, what it does. */
export type Handler<Name extends CallName> = {
  readonly allowed: readonly WindowKind[];
  /** Somebody with this right must be signed in. Absent: nobody need be. */
  readonly right?: Right;
  /** Throws when the input is not what the call takes; every size in it is bounded. */
  readonly parse: (raw: unknown) => Calls[Name]['input'];
  readonly run: (input: Calls[Name]['input'], caller: Caller) => Answer<Name> | Promise<Answer<Name>>;
};

/** Complete by type: a call without its handler does not compile. */
export type Handlers<Name extends CallName> = { readonly [Each in Name]: Handler<Each> };

type AnyHandler = {
  readonly allowed: readonly WindowKind[];
  readonly right?: Right;
  readonly parse: (raw: unknown) => unknown;
  readonly run: (input: unknown, caller: Caller) => unknown;
};

/** The gate of every call: known name, allowed window, allowed person, sound input; only then it runs. Never throws. */
export function createGate(handlers: Handlers<CallName>, log: Log) {
  const table = handlers as unknown as Readonly<Record<string, AnyHandler>>;

  return async function answer(name: string, raw: unknown, caller: Caller): Promise<unknown> {
    const handler = Object.hasOwn(table, name) ? table[name] : undefined;
    if (handler === undefined) return refuse('input-invalid');
    if (!isAllowed(handler, caller)) {
      log.warn('call.refused', { name, windowId: caller.windowId, kind: caller.kind });
      return refuse('not-allowed');
    }
    const input = parsed(handler, raw);
    if (input === invalid) return refuse('input-invalid');
    try {
      return await handler.run(input, caller);
    } catch (error) {
      log.error('call.failed', { name, reason: error instanceof Error ? error.message : 'unknown' });
      return refuse('failed');
    }
  };
}

function isAllowed({ allowed, right }: AnyHandler, { kind, person }: Caller): boolean {
  return allowed.includes(kind) && (right === undefined || (person !== null && may(person.role, right)));
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
