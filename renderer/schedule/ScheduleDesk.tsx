import type { Wall } from '../../domain/wall/model.ts';
import { useText } from '../text/language.ts';
import { EntryList } from './EntryList.tsx';
import { IdleForm } from './IdleForm.tsx';
import { usePlanState } from './planStore.ts';
import { TourList } from './TourList.tsx';
import { useSchedule } from './useSchedule.ts';
import './schedule.css';

/** What goes on the wall by itself, planned: tours, the calendar, the default scene. */
export function ScheduleDesk({ wall, blocked }: { readonly wall: Wall; readonly blocked: string | null }) {
  const words = useText();
  const schedule = useSchedule(wall.id);
  const refusal = usePlanState((state) => state.refusal);
  const told = refusal === null || refusal === 'choose-first' ? blocked : words.refusals[refusal];
  const parts = { wall, schedule, disabled: blocked !== null };
  return (
    <section className="schedule" aria-label={words.schedule.title}>
      {told && (
        <p className="plan-refusal" role="alert">
          {told}
        </p>
      )}
      <EntryList {...parts} />
      <TourList {...parts} />
      <IdleForm key={schedule.idle.sceneId} {...parts} />
    </section>
  );
}
