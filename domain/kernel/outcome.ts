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
