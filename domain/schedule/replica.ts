import type { Schedule } from './model.ts';
import type { PlanPart } from './wire.ts';

/** A part of a schedule under its name (`plans`, `tour/flood`); `source` is another object whenever the part changed. */
export type KeyedPlan = { readonly key: string; readonly source: unknown; readonly part: PlanPart };

/** How the plans stand: what a console elsewhere needs first. */
export function plansNow(schedule: Schedule): KeyedPlan {
  const { held, last, run, arm, idle } = schedule;
  return {
    key: 'plans',
    source: schedule,
    part: { kind: 'plans', value: { held, last, run, arm, idle } },
  };
}

/** All tours and entries, each as a part of its own. */
export function planPartsOf({ tours, entries }: Schedule): readonly KeyedPlan[] {
  return [
    ...Object.values(tours).map((tour): KeyedPlan => {
      const { id } = tour;
      return { key: `tour/${id}`, source: tour, part: { kind: 'tour', id, value: tour } };
    }),
    ...Object.values(entries).map((entry): KeyedPlan => {
      const { id } = entry;
      return { key: `entry/${id}`, source: entry, part: { kind: 'entry', id, value: entry } };
    }),
  ];
}

/** The part that says that a plan is gone; undefined for the name of anything else. */
export function planGone(key: string): PlanPart | undefined {
  const slash = key.indexOf('/');
  const [kind, id] = [key.slice(0, slash), key.slice(slash + 1)];
  return kind === 'tour' || kind === 'entry' ? { kind, id, value: null } : undefined;
}

function put<Plan>(plans: Readonly<Record<string, Plan>>, id: string, plan: Plan | null) {
  if (plan !== null) return { ...plans, [id]: plan };
  return Object.fromEntries(Object.entries(plans).filter(([other]) => other !== id));
}

function withPart(schedule: Schedule, part: PlanPart): Schedule {
  switch (part.kind) {
    case 'plans':
      return { ...schedule, ...part.value };
    case 'tour':
      return { ...schedule, tours: put(schedule.tours, part.id, part.value) };
    case 'entry':
      return { ...schedule, entries: put(schedule.entries, part.id, part.value) };
  }
}

/** The replica of a schedule after news of it. */
export function withPlanParts(schedule: Schedule, parts: readonly PlanPart[]): Schedule {
  return parts.reduce(withPart, schedule);
}
