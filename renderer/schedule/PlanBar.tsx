import { CalendarClock, Timer } from 'lucide-react';
import type { Schedule } from '../../domain/schedule/model.ts';
import type { Upcoming } from '../../domain/schedule/next.ts';
import type { Wall } from '../../domain/wall/model.ts';
import { useNow } from '../replica/clock.ts';
import { formatMoment, formatSecond } from '../text/format.ts';
import { useName, useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ArmBar, turnArm } from './ArmBar.tsx';
import { plan, usePlanState, type Preview } from './planStore.ts';
import { TourBar } from './TourBar.tsx';
import { useSchedule, useUpcoming } from './useSchedule.ts';
import { leftWords } from './words.ts';
import './planBar.css';

/** Within this the clock is told with its seconds, ms. */
const SOON_MS = 60_000;

function useNextWords(): (next: Upcoming | undefined, place: 'next' | 'then') => string {
  const text = useText().schedule;
  const name = useName();
  const now = useNow();
  return (next, place) => {
    if (next === undefined) return text.nothingNext;
    const what = text.kinds[next.kind](name(next.name));
    const left = next.at - now;
    if (left <= 0) return text.now(what);
    const clock = left <= SOON_MS ? formatSecond(next.at, now) : formatMoment(next.at, now);
    return text[place](clock, what, leftWords(left, text));
  };
}

function Held({ schedule, blocked }: { readonly schedule: Schedule; readonly blocked: string | null }) {
  const text = useText().schedule.calendar;
  const now = useNow();
  const { held, wallId } = schedule;
  if (held === null) return null;
  return (
    <div className="plan-part paused">
      <p>{text.held(held.by, formatMoment(held.at, now))}</p>
      <Button
        disabled={blocked !== null}
        onClick={() => void plan('schedule.holdCalendar', { wallId, held: false })}
      >
        {text.release}
      </Button>
    </div>
  );
}

/** What goes on the wall by itself: what comes next, the tour under way, the armed take; each with its key. */
export function PlanBar(props: {
  readonly wall: Wall;
  readonly preview: Preview | undefined;
  readonly blocked: string | null;
}) {
  const { wall, preview, blocked } = props;
  const words = useText();
  const text = words.schedule;
  const schedule = useSchedule(wall.id);
  const [next, afterwards] = useUpcoming(wall, schedule);
  const nextWords = useNextWords();
  const refusal = usePlanState((state) => state.refusal);
  const told = refusal === 'choose-first' ? text.arm.chooseFirst : refusal && words.refusals[refusal];
  return (
    <section className="plan-bar" aria-label={text.bar}>
      <div className="plan-part">
        <p className="plan-next">
          <Icon of={CalendarClock} /> {nextWords(next, 'next')}
          {afterwards && <span className="quiet"> · {nextWords(afterwards, 'then')}</span>}
        </p>
        {schedule.arm === null && (
          <Button
            icon={Timer}
            keys="G"
            aria-keyshortcuts="G"
            disabled={blocked !== null}
            onClick={() => turnArm(schedule, preview)}
          >
            {text.arm.open}
          </Button>
        )}
      </div>
      <ArmBar schedule={schedule} preview={preview} blocked={blocked} />
      <TourBar schedule={schedule} blocked={blocked} />
      <Held schedule={schedule} blocked={blocked} />
      {told && (
        <p className="plan-refusal" role="status">
          {told}
        </p>
      )}
    </section>
  );
}
