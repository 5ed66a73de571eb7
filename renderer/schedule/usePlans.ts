import type { Scene, Wall } from '../../domain/wall/model.ts';
import { turnArm } from './ArmBar.tsx';
import type { Preview } from './planStore.ts';
import { turnTour } from './TourBar.tsx';
import { useSchedule } from './useSchedule.ts';

/** The console's keys for what goes up by itself. */
export type Plans = {
  readonly preview: Preview | undefined;
  /** Pauses the tour, or lets it go on. */
  readonly turnTour: () => void;
  /** Arms the preview, or calls off what is armed. */
  readonly turnArm: () => void;
};

/** `scene`: what is previewed; `blocked`: why no command is taken now, then `onBlocked` leads to the remedy. */
export function usePlans(props: {
  readonly wall: Wall | undefined;
  readonly scene: Scene | undefined;
  readonly blocked: string | null;
  readonly onBlocked: () => void;
}): Plans {
  const { wall, scene, blocked, onBlocked } = props;
  const schedule = useSchedule(wall?.id ?? '');
  const preview: Preview | undefined = scene && {
    source: { from: 'scene', sceneId: scene.id },
    name: scene.name,
    programRevision: wall?.program?.revision ?? 0,
  };
  const unlessBlocked = (command: () => void) => () => (blocked === null ? command() : onBlocked());
  return {
    preview,
    turnTour: unlessBlocked(() => turnTour(schedule)),
    turnArm: unlessBlocked(() => turnArm(schedule, preview)),
  };
}
