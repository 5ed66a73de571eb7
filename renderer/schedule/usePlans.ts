import type { Bilingual } from '../../domain/kernel/text.ts';
import type { Schedule } from '../../domain/schedule/model.ts';
import type { Scene, Wall } from '../../domain/wall/model.ts';
import { turnArm } from './ArmBar.tsx';
import { useName, useText } from '../text/language.ts';
import type { Dictionary } from '../text/vi.ts';
import { plan, type Preview } from './planStore.ts';
import { turnTour } from './TourBar.tsx';
import { useSchedule } from './useSchedule.ts';

/** The console's keys for what goes up by itself. */
export type Plans = {
  readonly preview: Preview | undefined;
  /** Pauses the tour, or lets it go on. */
  readonly turnTour: () => void;
  /** Arms the preview, or calls off what is armed. */
  readonly turnArm: () => void;
  /** What else can be done now: start each tour, end the one under way, hold the calendar or let it go on. */
  readonly acts: readonly { readonly id: string; readonly name: string; readonly run: () => void }[];
};

function actsOn(
  { wallId, tours, entries, run, held }: Schedule,
  text: Dictionary['schedule'],
  nameOf: (name: Bilingual) => string,
): Plans['acts'] {
  const starts = Object.values(tours).map(({ id: tourId, name }) => ({
    id: `tour ${tourId}`,
    name: text.tour.startOf(nameOf(name)),
    run: () => void plan('schedule.startTour', { wallId, tourId }),
  }));
  const stop = {
    id: 'stop-tour',
    name: text.tour.stop,
    run: () => void plan('schedule.stopTour', { wallId }),
  };
  const hold = {
    id: 'hold-calendar',
    name: held ? text.calendar.release : text.calendar.hold,
    run: () => void plan('schedule.holdCalendar', { wallId, held: held === null }),
  };
  const isKept = held !== null || Object.keys(entries).length > 0;
  return [...starts, ...(run ? [stop] : []), ...(isKept ? [hold] : [])];
}

/** `scene`: what is previewed, `source`: from where; `blocked`: why no command is taken now, then `onBlocked` leads to the remedy. */
export function usePlans(props: {
  readonly wall: Wall | undefined;
  readonly scene: Scene | undefined;
  readonly source: Preview['source'] | undefined;
  readonly blocked: string | null;
  readonly onBlocked: () => void;
}): Plans {
  const { wall, scene, source, blocked, onBlocked } = props;
  const text = useText().schedule;
  const nameOf = useName();
  const schedule = useSchedule(wall?.id ?? '');
  const programRevision = wall?.program?.revision ?? 0;
  const preview: Preview | undefined =
    scene && source ? { source, name: scene.name, programRevision } : undefined;
  const unlessBlocked = (command: () => void) => () => (blocked === null ? command() : onBlocked());
  return {
    preview,
    turnTour: unlessBlocked(() => turnTour(schedule)),
    turnArm: unlessBlocked(() => turnArm(schedule, preview)),
    acts: actsOn(schedule, text, nameOf).map(({ run, ...act }) => ({ ...act, run: unlessBlocked(run) })),
  };
}
