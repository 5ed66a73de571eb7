import type { PortReading } from '../../domain/contract/port.ts';
import {
  isRestrictedEvent,
  knownSince,
  type CameraEvent,
  type CameraEventsChange,
} from '../../domain/cameras/events.ts';
import { phaseNumber } from '../../domain/cameras/lights.ts';
import type { CameraSighting } from '../../domain/cameras/sightings.ts';
import type { LightReading } from '../../domain/cameras/wire.ts';
import { own } from '../../domain/kernel/own.ts';
import type { Hub } from '../kernel/hub.ts';
import type { ReadingTimes, Telling } from '../kernel/intake.ts';
import type { Clock } from '../kernel/ports.ts';

/** What a camera's analysis told, since when this room knows of it, by its own clock, and whether only some may see the camera. */
export type Heard = {
  readonly sighting: CameraSighting;
  readonly knownAt: number;
  readonly restricted: boolean;
};

type Needs = {
  readonly hub: Pick<Hub, 'world'>;
  readonly clock: Pick<Clock, 'now'>;
  /** Keeps what was read, and gives each event as windows may know it. */
  readonly keep: (heard: readonly Heard[]) => readonly CameraEvent[];
};

/** What the province's cameras tell. Nothing that comes from here holds a whole plate. */
export function createCameraReceivers({ hub, clock, keep }: Needs) {
  function heard(sighting: CameraSighting, telling: Telling): Heard {
    const now = clock.now();
    const { cameras, cameraEvents } = hub.world();
    const before = own(cameraEvents.byId, sighting.id);
    const restricted = isRestrictedEvent(before ?? {}, own(cameras.byId, sighting.cameraId));
    // The same event again, or its end. One whose time moved on goes on: it is news.
    if (before?.at === sighting.at) return { sighting, restricted, knownAt: knownSince(before) };
    // How long the province has known what it tells late, nobody says: the reader's time is all there is.
    return { sighting, restricted, knownAt: telling === 'live' ? now : Math.min(now, sighting.at) };
  }

  return {
    seen(sighting: CameraSighting, telling: Telling): readonly CameraEventsChange[] {
      return keep([heard(sighting, telling)]).map((event) => ({ type: 'cameras.eventNoted', event }));
    },
    reset(sightings: readonly CameraSighting[]): readonly CameraEventsChange[] {
      return [{ type: 'cameras.eventsReset', events: keep(sightings.map((each) => heard(each, 'late'))) }];
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
