import type { ProvinceFactItem } from '../../domain/contract/wire.ts';
import { admit, type Standing } from './standing.ts';
import type { Appended, NewFact } from './store.ts';
import { itemBytes, SLACK_BYTES, type TopicState } from './topicState.ts';

/** What one call writes into one topic, planned against what stands before any of it is written. */
export type TopicPlan = {
  readonly items: ProvinceFactItem[];
  readonly stands: Map<string, Standing>;
  head: number;
  /** By how much the topic grows. */
  bytes: number;
};

export type Plan = { readonly topics: ReadonlyMap<string, TopicPlan>; readonly appended: Appended };

export type PlanningParts = {
  readonly stateOf: (topic: string) => TopicState;
  /** Makes room for so many bytes, or says that there is none. */
  readonly makeRoom: (state: TopicState, bytes: number) => boolean;
  readonly now: () => number;
};

function planFact(
  plans: Map<string, TopicPlan>,
  fact: NewFact,
  parts: PlanningParts,
): 'taken' | 'unchanged' | 'full' {
  const state = parts.stateOf(fact.topic);
  const plan = plans.get(fact.topic) ?? {
    items: [],
    stands: new Map<string, Standing>(),
    head: state.head,
    bytes: 0,
  };
  plans.set(fact.topic, plan);
  const standing = (key: string) => plan.stands.get(key) ?? state.standing.get(key);
  const admission = admit((key) => standing(key)?.body, fact.body);
  if (admission.how === 'unchanged') return 'unchanged';
  const { key, over, stands: body } = admission;
  const bytes = itemBytes(JSON.stringify(body));
  const before = standing(key);
  const growth = bytes - (before?.bytes ?? 0);
  if (!parts.makeRoom(state, plan.bytes + growth - (before ? SLACK_BYTES : 0))) return 'full';
  plan.bytes += growth;
  plan.head += 1;
  plan.items.push({ seq: plan.head, asOf: fact.asOf, body: admission.fact });
  plan.stands.set(key, {
    key,
    seq: plan.head,
    asOf: fact.asOf,
    body,
    overAt: over ? parts.now() : null,
    bytes,
  });
  return 'taken';
}

/** Plans facts in order; when one of them does not fit, none of them is planned. */
export function planFacts(facts: readonly NewFact[], parts: PlanningParts): Plan {
  const topics = new Map<string, TopicPlan>();
  let taken = 0;
  for (const [index, fact] of facts.entries()) {
    const outcome = planFact(topics, fact, parts);
    if (outcome === 'full') return { topics: new Map(), appended: { ok: false, reason: 'full', index } };
    if (outcome === 'taken') taken += 1;
  }
  return { topics, appended: { ok: true, taken, unchanged: facts.length - taken } };
}
