import { useState } from 'react';
import type { Person } from '../../../domain/access/model.ts';
import type { LngLat } from '../../../domain/map/model.ts';
import { NearCameras } from '../../cameras/near/NearCameras.tsx';
import { CameraMap } from '../../map/CameraMap.tsx';
import { useName, useText } from '../../text/language.ts';
import type { Hand } from '../../wall/put/usePutting.ts';

/** The cameras on a map: carried from there to the wall, and those nearest to a place that is pointed at. */
export function CameraMapDesk({ hand, person }: { readonly hand: Hand; readonly person: Person | null }) {
  const text = useText().map;
  const nameOf = useName();
  const [point, setPoint] = useState<LngLat | null>(null);
  return (
    <section className="registry" aria-label={text.cameraMap}>
      <p className="quiet">{text.cameraMapHelp}</p>
      <CameraMap
        point={point}
        onPoint={setPoint}
        onCamera={({ id, name }, start) => hand.take({ cameraIds: [id], name: nameOf(name) }, start)}
      />
      {point && <NearCameras point={point} of="place" person={person} hand={hand} />}
    </section>
  );
}
