import { describe, expect, it } from 'vitest';
import { formOf, hoursOf, newForm, showingOf, type EntryForm } from './entryForm.ts';

const NOW = Date.UTC(2026, 10, 22, 18);
const form = (change: Partial<EntryForm> = {}): EntryForm => ({ ...newForm('map', NOW), ...change });

describe('the form of an entry', () => {
  it('begins with today in Viet Nam', () => {
    expect(form().first).toBe('23/11/2026');
    expect(hoursOf(form())).toEqual({
      days: { kind: 'weekly', weekdays: [1, 2, 3, 4, 5] },
      fromMinute: 450,
      untilMinute: 690,
    });
  });

  it.each([
    [{ weekdays: [] }, 'noDay'],
    [{ kind: 'date', first: '31/04/2027' }, 'wrongDate'],
    [{ kind: 'dates', first: '02/01/2027', last: '01/01/2027' }, 'wrongRange'],
    [{ kind: 'dates', first: '01/01/2027', last: '02/01/2028' }, 'wrongRange'],
    [{ from: '7 giờ' }, 'wrongClock'],
  ] as const)('%j is told as %s', (change, problem) => expect(hoursOf(form(change))).toBe(problem));

  it('gives back the entry that it was made from', () => {
    const entry = {
      id: 'e',
      name: { vi: 'Tết', en: 'Tết' },
      days: { kind: 'dates', first: '2027-02-05', last: '2027-02-10' },
      fromMinute: 1_320,
      untilMinute: 360,
      showing: { kind: 'tour', tourId: 'round' },
      on: false,
      origin: 'room',
      planner: { name: 'Hạnh', role: 'operator' },
    } as const;
    const { days, fromMinute, untilMinute, showing } = entry;
    const filled = formOf(entry, 'Tết', NOW);
    expect(hoursOf(filled)).toEqual({ days, fromMinute, untilMinute });
    expect(showingOf(filled)).toEqual(showing);
    expect(filled).toMatchObject({ name: 'Tết', on: false, kind: 'dates' });
  });
});
