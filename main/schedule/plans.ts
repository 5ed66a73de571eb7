import type { EntryTemplate, Entry, Planner, Plans, Tour } from '../../domain/schedule/model.ts';

const MINUTES_OF_HOUR = 60;

function minuteOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * MINUTES_OF_HOUR + minute;
}

function entryOf({ from, until, ...template }: EntryTemplate, planner: Planner): Entry {
  return {
    ...template,
    fromMinute: minuteOf(from),
    untilMinute: minuteOf(until),
    origin: 'province',
    planner,
  };
}

export type ProvincePlans = { readonly tours: readonly Tour[]; readonly entries: readonly Entry[] };

/** What the province's file plans, in the province's name. */
export function provincePlans({ tours, entries }: Plans, provinceName: string): ProvincePlans {
  const planner: Planner = { name: provinceName, role: null };
  return {
    tours: tours.map((tour): Tour => ({ ...tour, origin: 'province', planner })),
    entries: entries.map((entry) => entryOf(entry, planner)),
  };
}
