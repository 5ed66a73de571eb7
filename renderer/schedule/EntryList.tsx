import { Hand, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { occurrenceAt } from '../../domain/schedule/calendar.ts';
import type { Entry, Schedule } from '../../domain/schedule/model.ts';
import type { Wall } from '../../domain/wall/model.ts';
import { useNow } from '../replica/clock.ts';
import { useName, useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import { EntryEditor } from './EntryEditor.tsx';
import { GiveUpPlan } from './GiveUpPlan.tsx';
import { plan } from './planStore.ts';
import { hoursWords } from './words.ts';

type Parts = { readonly wall: Wall; readonly schedule: Schedule; readonly disabled: boolean };

/** The scene or tour that an entry takes, by name. */
function useShown({ wall, schedule }: Pick<Parts, 'wall' | 'schedule'>): (entry: Entry) => string {
  const text = useText().schedule;
  const name = useName();
  return ({ showing }) => {
    const shown = showing.kind === 'scene' ? wall.scenes[showing.sceneId] : schedule.tours[showing.tourId];
    return shown ? name(shown.name) : text.tour.gone;
  };
}

function EntryRow(
  props: Parts & { readonly entry: Entry; readonly holds: boolean; readonly onEdit: () => void },
) {
  const { wall, entry, holds, disabled } = props;
  const words = useText().schedule;
  const text = words.calendar;
  const name = useName();
  const shown = useShown(props);
  const who = entry.origin === 'province' ? words.ofProvince : words.by(entry.planner.name);
  const { days, fromMinute, untilMinute, showing } = entry;
  const turn = (on: boolean): void => {
    const hours = { days, fromMinute, untilMinute };
    const asked = { wallId: wall.id, entryId: entry.id, name: entry.name.vi, hours, showing, on };
    void plan('schedule.keepEntry', asked);
  };
  return (
    <li className="plan-row">
      <p>
        <strong>{hoursWords(entry, words)}</strong> {name(entry.name)}
        {holds && <span className="mark"> {text.holds}</span>}
      </p>
      <p className="quiet">
        {shown(entry)} · {who}
      </p>
      <div className="plan-keys">
        <label className="plan-check">
          <input
            type="checkbox"
            aria-label={text.onOf(name(entry.name))}
            checked={entry.on}
            disabled={disabled}
            onChange={(event) => turn(event.target.checked)}
          />{' '}
          {text.on}
        </label>
        <Button
          icon={Pencil}
          aria-label={words.tour.editOf(name(entry.name))}
          disabled={disabled}
          onClick={props.onEdit}
        >
          {words.tour.edit}
        </Button>
        <GiveUpPlan
          of={entry}
          disabled={disabled}
          onGiveUp={() => void plan('schedule.deleteEntry', { wallId: wall.id, entryId: entry.id })}
        />
      </div>
    </li>
  );
}

/** The calendar: what holds now is marked; the whole of it can be held. */
export function EntryList(props: Parts) {
  const { wall, schedule, disabled } = props;
  const text = useText().schedule.calendar;
  const now = useNow();
  /** The entry that is edited; `new` for one that is being made. */
  const [editing, edit] = useState<string | null>(null);
  const entries = Object.values(schedule.entries).sort((a, b) => a.fromMinute - b.fromMinute);
  const standing = schedule.held ? undefined : occurrenceAt(entries, now)?.entryId;
  const { wallId } = schedule;
  return (
    <section className="plan-section" aria-label={text.label}>
      <h3>{text.label}</h3>
      <p className="quiet">{entries.length === 0 ? text.none : text.rule}</p>
      <ul>
        {entries.map((entry) =>
          editing === entry.id ? (
            <li key={entry.id}>
              <EntryEditor wall={wall} schedule={schedule} entry={entry} onDone={() => edit(null)} />
            </li>
          ) : (
            <EntryRow
              key={entry.id}
              {...props}
              entry={entry}
              holds={entry.id === standing}
              onEdit={() => edit(entry.id)}
            />
          ),
        )}
      </ul>
      {editing === 'new' ? (
        <EntryEditor wall={wall} schedule={schedule} entry={undefined} onDone={() => edit(null)} />
      ) : (
        <div className="plan-keys">
          <Button icon={Plus} disabled={disabled} onClick={() => edit('new')}>
            {text.add}
          </Button>
          <Button
            icon={Hand}
            disabled={disabled}
            aria-pressed={schedule.held !== null}
            onClick={() => void plan('schedule.holdCalendar', { wallId, held: schedule.held === null })}
          >
            {schedule.held ? text.release : text.hold}
          </Button>
        </div>
      )}
    </section>
  );
}
