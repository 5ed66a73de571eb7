/** What a decision comes to: a value, or a refusal whose reason is a word that every dictionary turns into a sentence. */
export type Outcome<Value, Reason extends string> = Accepted<Value> | Refused<Reason>;
export type Accepted<Value> = { readonly ok: true; readonly value: Value };
export type Refused<Reason extends string> = { readonly ok: false; readonly reason: Reason };

export function accept<Value>(value: Value): Accepted<Value> {
  return { ok: true, value };
}

export function refuse<Reason extends string>(reason: Reason): Refused<Reason> {
  return { ok: false, reason };
}

/** How an answer is written down: `done`, or the reason of its refusal. */
export function endedAs(answer: unknown): string {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return 'done';
  if (answer.ok === true) return 'done';
  return 'reason' in answer ? String(answer.reason) : 'failed';
}
