import { useState } from 'react';
import { occurrenceOf } from '../../domain/schedule/calendar.ts';
import type { Entry, EntryHours, Schedule } from '../../domain/schedule/model.ts';
import type { Wall } from '../../domain/wall/model.ts';
import { currentTime, useNow } from '../replica/clock.ts';
import { useName, useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Choice, SceneOptions } from './Choice.tsx';
import { formOf, hoursOf, newForm, showingOf, type EntryForm, type FormProblem } from './entryForm.ts';
import { plan } from './planStore.ts';
import { weekOrder } from './words.ts';

const kinds = ['weekly', 'date', 'dates'] as const;

type Part = { readonly form: EntryForm; readonly set: (change: Partial<EntryForm>) => void };

function Weekdays({ form, set }: Part) {
  const text = useText().schedule.calendar;
  const turned = (weekday: number): readonly number[] =>
    form.weekdays.includes(weekday)
      ? form.weekdays.filter((other) => other !== weekday)
      : [...form.weekdays, weekday];
  return (
    <div className="plan-weekdays" role="group" aria-label={text.kinds.weekly}>
      {weekOrder.map((weekday) => (
        <label key={weekday}>
          <input
            type="checkbox"
            aria-label={text.weekdayNames[weekday]}
            checked={form.weekdays.includes(weekday)}
            onChange={() => set({ weekdays: turned(weekday) })}
          />{' '}
          {text.weekdays[weekday]}
        </label>
      ))}
    </div>
  );
}

function DayFields({ form, set, problem }: Part & { readonly problem: FormProblem | undefined }) {
  const text = useText().schedule.calendar;
  if (form.kind === 'weekly') return <Weekdays form={form} set={set} />;
  const wrong = problem === 'wrongDate' || problem === 'wrongRange' ? text[problem] : undefined;
  return (
    <div className="plan-keys">
      <Field
        label={form.kind === 'date' ? text.date : text.first}
        value={form.first}
        maxLength={10}
        problem={wrong}
        onChange={(event) => set({ first: event.target.value })}
      />
      {form.kind === 'dates' && (
        <Field
          label={text.last}
          value={form.last}
          maxLength={10}
          onChange={(event) => set({ last: event.target.value })}
        />
      )}
    </div>
  );
}

function Hours({ form, set, problem }: Part & { readonly problem: FormProblem | undefined }) {
  const text = useText().schedule.calendar;
  return (
    <>
      <div className="plan-keys">
        <Field
          label={text.from}
          value={form.from}
          maxLength={5}
          problem={problem === 'wrongClock' ? text.wrongClock : undefined}
          onChange={(event) => set({ from: event.target.value })}
        />
        <Field
          label={text.until}
          value={form.until}
          maxLength={5}
          onChange={(event) => set({ until: event.target.value })}
        />
      </div>
      <p className="quiet">{text.clockHelp}</p>
    </>
  );
}

function Shown({ form, set, wall, schedule }: Part & { readonly wall: Wall; readonly schedule: Schedule }) {
  const words = useText().schedule;
  const text = words.calendar;
  const name = useName();
  const tours = Object.values(schedule.tours);
  return (
    <Choice label={text.showing} value={form.showing} onChange={(showing) => set({ showing })}>
      <optgroup label={text.scenes}>
        <SceneOptions
          scenes={Object.values(wall.scenes)}
          chosen={form.showing}
          gone={words.tour.gone}
          prefix="scene:"
        />
      </optgroup>
      {tours.length > 0 && (
        <optgroup label={text.tours}>
          {tours.map((tour) => (
            <option key={tour.id} value={`tour:${tour.id}`}>
              {name(tour.name)}
            </option>
          ))}
        </optgroup>
      )}
    </Choice>
  );
}

/** True when an entry of these hours would hold now. */
function holdsNow(hours: EntryHours, on: boolean, now: number): boolean {
  const planner = { name: '', role: null };
  const showing = { kind: 'scene', sceneId: '' } as const;
  const entry: Entry = { ...hours, id: '', name: { vi: '', en: '' }, showing, on, origin: 'room', planner };
  return occurrenceOf(entry, now) !== undefined;
}

/** An entry of the calendar under somebody's hands: what is wrong is said at its field, what happens at once before it does. */
export function EntryEditor(props: {
  readonly wall: Wall;
  readonly schedule: Schedule;
  readonly entry: Entry | undefined;
  readonly onDone: () => void;
}) {
  const { wall, schedule, entry, onDone } = props;
  const words = useText().schedule;
  const text = words.calendar;
  const nameOf = useName();
  const now = useNow();
  const [form, setForm] = useState(() =>
    entry
      ? formOf(entry, nameOf(entry.name), currentTime())
      : newForm(Object.keys(wall.scenes)[0] ?? '', currentTime()),
  );
  const set = (change: Partial<EntryForm>): void => setForm({ ...form, ...change });
  const hours = hoursOf(form);
  const problem = typeof hours === 'string' ? hours : undefined;
  const save = async (): Promise<void> => {
    if (typeof hours === 'string') return;
    const id = entry ? { entryId: entry.id } : {};
    const asked = { wallId: wall.id, ...id, name: form.name, hours, showing: showingOf(form), on: form.on };
    if (await plan('schedule.keepEntry', asked)) onDone();
  };
  return (
    <form
      className="plan-form"
      noValidate
      aria-label={entry ? words.tour.editOf(nameOf(entry.name)) : text.add}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        label={text.name}
        value={form.name}
        maxLength={120}
        autoFocus
        onChange={(event) => set({ name: event.target.value })}
      />
      <div className="plan-keys" role="radiogroup" aria-label={text.kind}>
        {kinds.map((kind) => (
          <label key={kind} className="plan-check">
            <input
              type="radio"
              name="entry-days"
              checked={form.kind === kind}
              onChange={() => set({ kind })}
            />{' '}
            {text.kinds[kind]}
          </label>
        ))}
      </div>
      <DayFields form={form} set={set} problem={problem} />
      <Hours form={form} set={set} problem={problem} />
      <Shown form={form} set={set} wall={wall} schedule={schedule} />
      <label className="plan-check">
        <input type="checkbox" checked={form.on} onChange={(event) => set({ on: event.target.checked })} />{' '}
        {text.on}
      </label>
      {problem === 'noDay' && <p className="plan-refusal">{text.noDay}</p>}
      {typeof hours !== 'string' && holdsNow(hours, form.on, now) && (
        <p className="plan-refusal">{text.beginsNow}</p>
      )}
      <div className="plan-keys">
        <Button type="submit" look="primary" disabled={problem !== undefined || form.name.trim() === ''}>
          {words.save}
        </Button>
        <Button onClick={onDone}>{words.drop}</Button>
      </div>
    </form>
  );
}
