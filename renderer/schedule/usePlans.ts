import type { Scene, Wall } from '../../domain/wall/model.ts';
import { turnArm } from './ArmBar.tsx';
import { useName, useText } from '../text/language.ts';
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
  /** Every tour, to be started by name. */
  readonly tours: readonly { readonly id: string; readonly name: string; readonly start: () => void }[];
};

/** `scene`: what is previewed, `source`: from where; `blocked`: why no command is taken now, then `onBlocked` leads to the remedy. */
export function usePlans(props: {
  readonly wall: Wall | undefined;
  readonly scene: Scene | undefined;
  readonly source: Preview['source'] | undefined;
  readonly blocked: string | null;
  readonly onBlocked: () => void;
}): Plans {
  const { wall, scene, source, blocked, onBlocked } = props;
  const text = useText().schedule.tour;
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
    tours: Object.values(schedule.tours).map(({ id, name }) => ({
      id,
      name: text.startOf(nameOf(name)),
      start: unlessBlocked(() => void plan('schedule.startTour', { wallId: schedule.wallId, tourId: id })),
    })),
  };
}
