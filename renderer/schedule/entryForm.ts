import { dateOfIso, dayOfIso, isoOfDay, vietnamDay } from '../../domain/kernel/time.ts';
import { MOST_DAYS } from '../../domain/schedule/limits.ts';
import type { Days, Entry, EntryHours, Showing } from '../../domain/schedule/model.ts';
import { clockOf, isoOf, minuteOf } from '../text/written.ts';

/** An entry as it stands in its form: what a person wrote, right or not. */
export type EntryForm = {
  readonly name: string;
  readonly kind: 'weekly' | 'date' | 'dates';
  readonly weekdays: readonly number[];
  readonly first: string;
  readonly last: string;
  readonly from: string;
  readonly until: string;
  /** `scene:ID` or `tour:ID`. */
  readonly showing: string;
  readonly on: boolean;
};

/** What is wrong in a form, field by field; complete by the names of its sentences. */
export type FormProblem = 'noName' | 'noDay' | 'wrongDate' | 'wrongRange' | 'wrongClock';

const workdays = [1, 2, 3, 4, 5] as const;

/** An empty form, for today, a usual working morning. */
export function newForm(sceneId: string, now: number): EntryForm {
  const today = dateOfIso(isoOfDay(vietnamDay(now)));
  const when = { kind: 'weekly', weekdays: workdays, first: today, last: today } as const;
  return { name: '', ...when, from: '07:30', until: '11:30', showing: `scene:${sceneId}`, on: true };
}

/** The form of an entry that is there. */
export function formOf(entry: Entry, name: string, now: number): EntryForm {
  const { days, fromMinute, untilMinute, showing, on } = entry;
  const hours = { from: clockOf(fromMinute), until: clockOf(untilMinute) };
  const shown = showing.kind === 'scene' ? `scene:${showing.sceneId}` : `tour:${showing.tourId}`;
  const base = { ...newForm('', now), name, ...hours, showing: shown, on };
  if (days.kind === 'weekly') return { ...base, kind: 'weekly', weekdays: days.weekdays };
  const kind = days.first === days.last ? ('date' as const) : ('dates' as const);
  return { ...base, kind, first: dateOfIso(days.first), last: dateOfIso(days.last) };
}

function daysOf({ kind, weekdays, first, last }: EntryForm): Days | FormProblem {
  if (kind === 'weekly') return weekdays.length > 0 ? { kind, weekdays: [...weekdays].sort() } : 'noDay';
  const from = isoOf(first);
  const to = kind === 'date' ? from : isoOf(last);
  if (from === undefined || to === undefined) return 'wrongDate';
  const length = (dayOfIso(to) ?? 0) - (dayOfIso(from) ?? 0);
  return length >= 0 && length < MOST_DAYS ? { kind: 'dates', first: from, last: to } : 'wrongRange';
}

/** When the entry of a form holds, or what is wrong in it. */
export function hoursOf(form: EntryForm): EntryHours | FormProblem {
  const days = daysOf(form);
  if (typeof days === 'string') return days;
  const [fromMinute, untilMinute] = [minuteOf(form.from), minuteOf(form.until)];
  if (fromMinute === undefined || untilMinute === undefined) return 'wrongClock';
  return { days, fromMinute, untilMinute };
}

/** What the entry of a form takes. */
export function showingOf({ showing }: Pick<EntryForm, 'showing'>): Showing {
  const id = showing.slice(showing.indexOf(':') + 1);
  return showing.startsWith('tour:') ? { kind: 'tour', tourId: id } : { kind: 'scene', sceneId: id };
}
