import { z } from 'zod';
import type { PersonRole } from '../access/model.ts';
import { BilingualSchema, IdSchema } from '../kernel/schema.ts';
import { inBoth, type Bilingual } from '../kernel/text.ts';
import { dayOfIso } from '../kernel/time.ts';
import { LEAST_DWELL_MS, MOST_DAYS, MOST_DWELL_MS, MOST_ENTRIES, MOST_STOPS, MOST_TOURS } from './limits.ts';

/** Who planned something. Their role decides which scenes it may show; `null`: the province's own file. */
export type Planner = { readonly name: string; readonly role: PersonRole | null };

/** Who wrote a plan down: the province's file, or somebody in this room (a province's plan that was changed here, too). */
export type Origin = 'province' | 'room';

export const StopSchema = z.object({
  sceneId: IdSchema,
  /** How long it stays on, ms. */
  dwellMs: z.number().int().min(LEAST_DWELL_MS).max(MOST_DWELL_MS),
});
/** One scene of a tour. */
export type Stop = z.infer<typeof StopSchema>;

/** Scenes that follow each other on the wall, round and round. */
export type Tour = {
  readonly id: string;
  readonly name: Bilingual;
  readonly stops: readonly Stop[];
  readonly origin: Origin;
  readonly planner: Planner;
};

export const ShowingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('scene'), sceneId: IdSchema }),
  z.object({ kind: z.literal('tour'), tourId: IdSchema }),
]);
/** What a calendar entry puts on the wall. */
export type Showing = z.infer<typeof ShowingSchema>;

const IsoDaySchema = z
  .string()
  .refine(
    (text) => dayOfIso(text) !== undefined,
    inBoth('một ngày có thật, yyyy-MM-dd', 'a day of the calendar, yyyy-MM-dd'),
  );

export const DaysSchema = z.discriminatedUnion('kind', [
  /** 0 is Sunday. */
  z.object({ kind: z.literal('weekly'), weekdays: z.array(z.number().int().min(0).max(6)).min(1).max(7) }),
  /** First and last day, both counted; one day is both. */
  z.object({ kind: z.literal('dates'), first: IsoDaySchema, last: IsoDaySchema }).refine(
    ({ first, last }) => {
      const days = (dayOfIso(last) ?? 0) - (dayOfIso(first) ?? 0);
      return days >= 0 && days < MOST_DAYS;
    },
    inBoth(
      'ngày cuối không trước ngày đầu, và cách chưa đến một năm',
      'a last day that is not before the first, and not a year after it',
    ),
  ),
]);
/** On which days of Viet Nam an entry begins. */
export type Days = z.infer<typeof DaysSchema>;

const minute = z.number().int().min(0).max(1_439);
export const EntryHoursSchema = z.object({
  days: DaysSchema,
  /** Minute of the day in Viet Nam. */
  fromMinute: minute,
  /** Not counted itself. Not after `fromMinute`: it lies on the next day. */
  untilMinute: minute,
});
/** When an entry holds. */
export type EntryHours = z.infer<typeof EntryHoursSchema>;

/** A line of the calendar: what the wall shows on these days between these hours. */
export type Entry = EntryHours & {
  readonly id: string;
  readonly name: Bilingual;
  readonly showing: Showing;
  /** An entry that is off stays in the calendar and does nothing. */
  readonly on: boolean;
  readonly origin: Origin;
  readonly planner: Planner;
};

/** One stretch of time in which an entry holds; epoch ms, the end not counted. */
export type Occurrence = {
  readonly entryId: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly showing: Showing;
};

/** Why a tour stands still: a key, another take, none of its scenes can be shown, or the cache was damaged. */
export type Pause = {
  readonly why: 'key' | 'other-take' | 'no-scene' | 'damage';
  readonly by: string;
  /** Epoch ms. */
  readonly at: number;
};

/** A tour under way. */
export type Run = {
  /** The program bears it while the tour has the wall. */
  readonly id: string;
  readonly tourId: string;
  readonly index: number;
  /** `due`: this stop is to be taken now; `on`: it has been on since `since`. */
  readonly stage: 'due' | 'on';
  /** Epoch ms. */
  readonly since: number;
  readonly paused: Pause | null;
  /** What was left of the stop's time when it was paused, ms. */
  readonly leftMs: number;
  readonly starter: Planner;
  /** The calendar's entry that started it; null: a person did. */
  readonly entryId: string | null;
};

export const ArmSourceSchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('scene'), sceneId: IdSchema }),
  z.object({ from: z.literal('draft'), draftId: IdSchema }),
]);
export type ArmSource = z.infer<typeof ArmSourceSchema>;

/** A take that goes up by itself at a moment that a person set. */
export type Arm = {
  readonly id: string;
  readonly source: ArmSource;
  /** The scene's name when it was armed. */
  readonly name: Bilingual;
  /** Epoch ms. */
  readonly armedAt: number;
  readonly fireAt: number;
  /** `after`: so long after arming, counted anew when the clock is set back before that; `clock`: when the clock says so. */
  readonly kind: 'after' | 'clock';
  readonly planner: Planner;
  /** The program it was drawn from. */
  readonly programRevision: number;
  /** What happens when the program moved on since: it is taken all the same, or the console asks first. */
  readonly ifMoved: 'take' | 'ask';
  /** True while the console asks. */
  readonly asking: boolean;
};

/** What the wall shows when nobody has commanded it for a time. */
export type Idle = {
  readonly on: boolean;
  readonly afterMs: number;
  readonly sceneId: string | null;
  readonly planner: Planner;
  /** The last command of a person, or the end of the last plan, epoch ms. */
  readonly since: number;
};

/** Everything that takes by itself on one wall. */
export type Schedule = {
  readonly wallId: string;
  readonly tours: Readonly<Record<string, Tour>>;
  readonly entries: Readonly<Record<string, Entry>>;
  /** True: somebody keeps the calendar from acting. */
  readonly held: { readonly by: string; readonly at: number } | null;
  /** What the calendar did last, and when (epoch ms); `over`: its end has come, too. */
  readonly last: (Occurrence & { readonly actedAt: number; readonly over: boolean }) | null;
  readonly run: Run | null;
  readonly arm: Arm | null;
  readonly idle: Idle;
};

const ClockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A tour and an entry as the province writes them. */
export const TourTemplateSchema = z.object({
  id: IdSchema,
  name: BilingualSchema,
  stops: z.array(StopSchema).min(1).max(MOST_STOPS),
});
export type TourTemplate = z.infer<typeof TourTemplateSchema>;

export const EntryTemplateSchema = z.object({
  id: IdSchema,
  name: BilingualSchema,
  days: DaysSchema,
  from: ClockSchema,
  until: ClockSchema,
  showing: ShowingSchema,
  on: z.boolean().default(true),
});
export type EntryTemplate = z.infer<typeof EntryTemplateSchema>;

/** What the province's file plans. */
export const PlansSchema = z.object({
  tours: z.array(TourTemplateSchema).max(MOST_TOURS).default([]),
  entries: z.array(EntryTemplateSchema).max(MOST_ENTRIES).default([]),
});
export type Plans = z.infer<typeof PlansSchema>;
