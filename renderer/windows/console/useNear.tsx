import { useCallback, type ReactNode } from 'react';
import type { Incident } from '../../../domain/incidents/model.ts';
import { useSession } from '../../access/session.ts';
import { NearCameras } from '../../cameras/near/NearCameras.tsx';
import { nearestCameras } from '../../cameras/near/nearest.ts';
import { useWorld } from '../../replica/store.ts';
import type { Hand } from '../../wall/put/usePutting.ts';

/** The cameras near to an incident: beside it in its desk, and on the wall by a key. */
export function useNear(hand: Hand, chosenId: string | null) {
  const person = useSession((session) => session.person);
  const byId = useWorld((world) => world.cameras.byId);
  const incident = useWorld((world) => (chosenId === null ? undefined : world.incidents.byId[chosenId]));
  const beside = useCallback(
    ({ place }: Incident): ReactNode => (
      <NearCameras point={place.point} of="incident" person={person} hand={hand} />
    ),
    [person, hand],
  );
  return {
    beside,
    /** Those of the chosen incident. */
    putNear(): void {
      if (incident === undefined) return;
      hand.putAll(nearestCameras(byId, person, incident.place.point).map(({ camera }) => camera.id));
    },
  };
}
