import type { PortReading } from '../../domain/contract/port.ts';
import { shownEvent, type CameraEventsChange, type WatchHit } from '../../domain/cameras/events.ts';
import { phaseNumber } from '../../domain/cameras/lights.ts';
import type { CameraSighting } from '../../domain/cameras/sightings.ts';
import type { LightReading } from '../../domain/cameras/wire.ts';
import type { Hub } from '../kernel/hub.ts';
import type { ReadingTimes } from '../kernel/intake.ts';

type Needs = {
  readonly hub: Pick<Hub, 'world'>;
  /** Keeps what was read, and tells whether somebody looks for it. */
  readonly keep: (sightings: readonly CameraSighting[]) => (sighting: CameraSighting) => WatchHit | undefined;
};

/** What the province's cameras tell. Nothing that comes from here holds a whole plate. */
export function createCameraReceivers({ hub, keep }: Needs) {
  return {
    seen(sighting: CameraSighting): readonly CameraEventsChange[] {
      const hitOf = keep([sighting]);
      return [{ type: 'cameras.eventNoted', event: shownEvent(sighting, hitOf(sighting)) }];
    },
    reset(sightings: readonly CameraSighting[]): readonly CameraEventsChange[] {
      const hitOf = keep(sightings);
      return [
        { type: 'cameras.eventsReset', events: sightings.map((each) => shownEvent(each, hitOf(each))) },
      ];
    },
    light(
      { key, phase, provenance }: LightReading,
      { asOf, sentAt, arrivedAt }: ReadingTimes,
    ): PortReading | null {
      if (!Object.hasOwn(hub.world().lights.byId, key.slice('light:'.length))) return null;
      return [key, phaseNumber(phase), asOf, arrivedAt, Math.max(0, sentAt - asOf), provenance];
    },
  };
}
export type CameraReceivers = ReturnType<typeof createCameraReceivers>;
