import type { z } from 'zod';
import {
  FactItemSchema,
  FrameEnvelopeSchema,
  ReadingItemSchema,
  ServerFrameSchema,
  StateEnvelopeSchema,
  type ServerFrame,
} from '../../domain/contract/wire.ts';

/** Why something was thrown away: the kind of frame as far as it is known, and the first broken rule; never content. */
export type Rejection = { readonly type: string; readonly reason: string };

export type FrameRead = {
  readonly frame?: ServerFrame;
  /** The envelope of a live frame whose body is unknown here. */
  readonly passOver?: z.infer<typeof FrameEnvelopeSchema>;
  readonly rejected: readonly Rejection[];
};

const none: readonly Rejection[] = [];

/** From text to a checked frame; unknown items inside a sound frame are left out and counted. */
export function readFrame(text: string): FrameRead {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { rejected: [{ type: 'frame', reason: 'not-json' }] };
  }
  const strict = ServerFrameSchema.safeParse(raw);
  return strict.success ? { frame: strict.data, rejected: none } : readLoosely(raw, strict.error);
}

function readLoosely(raw: unknown, error: z.ZodError): FrameRead {
  const live = FrameEnvelopeSchema.safeParse(raw);
  if (live.success)
    return { passOver: live.data, rejected: [{ type: live.data.kind, reason: firstIssue(error) }] };
  const state = StateEnvelopeSchema.safeParse(raw);
  if (!state.success) return { rejected: [{ type: kindOf(raw), reason: firstIssue(error) }] };
  const facts = readItems(state.data.facts, FactItemSchema);
  const readings = readItems(state.data.readings, ReadingItemSchema);
  const frame = { ...state.data, facts: facts.good, readings: readings.good };
  return { frame, rejected: [...facts.bad, ...readings.bad] };
}

function readItems<Item>(
  raws: readonly unknown[],
  schema: z.ZodType<Item>,
): { readonly good: Item[]; readonly bad: readonly Rejection[] } {
  const good: Item[] = [];
  const bad: Rejection[] = [];
  for (const raw of raws) {
    const item = schema.safeParse(raw);
    if (item.success) good.push(item.data);
    else bad.push({ type: 'item', reason: firstIssue(item.error) });
  }
  return { good, bad };
}

const kinds = new Set<unknown>(ServerFrameSchema.options.map((option) => option.shape.kind.value));

function kindOf(raw: unknown): string {
  const kind = typeof raw === 'object' && raw !== null && 'kind' in raw ? raw.kind : undefined;
  return typeof kind === 'string' && kinds.has(kind) ? kind : 'unknown';
}

/** Path and rule of the first issue: paths come from the schema, so they hold nothing that was sent. */
function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue ? `${issue.path.map(String).join('.')}:${issue.code}` : 'unknown';
}
