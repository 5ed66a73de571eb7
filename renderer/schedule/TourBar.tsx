import { Pause, Play, SkipBack, SkipForward, Square } from 'lucide-react';
import type { Run, Schedule } from '../../domain/schedule/model.ts';
import { useName, useText } from '../text/language.ts';
import { Button } from '../ui/Button.tsx';
import { plan } from './planStore.ts';

/** The key of the tour: pauses it, or lets it go on. */
export function turnTour(schedule: Schedule): void {
  const { run, wallId } = schedule;
  if (run) void plan(run.paused ? 'schedule.resumeTour' : 'schedule.pauseTour', { wallId });
}

function pauseWords(run: Run, words: ReturnType<typeof useText>): string {
  const { paused } = words.schedule.tour;
  if (run.paused === null) return '';
  return paused[run.paused.why](run.paused.by === 'system' ? words.take.system : run.paused.by);
}

/** The tour under way, and its keys. */
export function TourBar({
  schedule,
  blocked,
}: {
  readonly schedule: Schedule;
  readonly blocked: string | null;
}) {
  const words = useText();
  const text = words.schedule.tour;
  const name = useName();
  const { run, tours, wallId } = schedule;
  const tour = run && tours[run.tourId];
  if (!run || !tour) return null;
  const disabled = blocked !== null;
  return (
    <div className={run.paused ? 'plan-part paused' : 'plan-part'} role="group" aria-label={text.label}>
      <p role="status">
        <strong>{text.running(name(tour.name), run.index + 1, tour.stops.length)}</strong>{' '}
        {run.paused && <span>{pauseWords(run, words)}</span>}
      </p>
      <div className="plan-keys">
        <Button
          icon={run.paused ? Play : Pause}
          keys="T"
          aria-keyshortcuts="T"
          disabled={disabled}
          onClick={() => turnTour(schedule)}
        >
          {run.paused ? text.resume : text.pause}
        </Button>
        <Button
          icon={SkipBack}
          disabled={disabled}
          onClick={() => void plan('schedule.stepTour', { wallId, step: -1 })}
        >
          {text.previous}
        </Button>
        <Button
          icon={SkipForward}
          disabled={disabled}
          onClick={() => void plan('schedule.stepTour', { wallId, step: 1 })}
        >
          {text.next}
        </Button>
        <Button icon={Square} disabled={disabled} onClick={() => void plan('schedule.stopTour', { wallId })}>
          {text.stop}
        </Button>
      </div>
    </div>
  );
}
