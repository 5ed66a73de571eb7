import type { CameraSpot } from '../../domain/map/cameraMarks.ts';
import { useWorld } from '../replica/store.ts';
import { useName, useText } from '../text/language.ts';
import type { LightMark } from './lightSource.ts';
import type { MapPainted } from './useMapEngine.ts';

/** Cameras and traffic lights in words, unseen: for screen readers. A spot with several cameras says how many. */
export function LayerList(props: {
  readonly spots: readonly CameraSpot[];
  readonly lights: readonly LightMark[];
  readonly painted: Pick<MapPainted, 'cameras' | 'lights'>;
}) {
  const { spots, lights, painted } = props;
  const text = useText().map;
  const nameOf = useName();
  const byId = useWorld((world) => world.cameras.byId);
  return (
    <>
      {spots.length > 0 && (
        <ul className="map-list" aria-label={text.cameraList}>
          {spots.map(({ marks }) => {
            const [first] = marks;
            if (first === undefined) return null;
            const known = byId[first.id];
            const name = known ? nameOf(known.name) : first.id;
            return (
              <li key={first.id} data-painted={painted.cameras.has(first.id)}>
                {text.cameraSpot(name, text.cameraLooks[first.look], marks.length - 1)}
              </li>
            );
          })}
        </ul>
      )}
      {lights.length > 0 && (
        <ul className="map-list" aria-label={text.lightList}>
          {lights.map(({ id, name, look, sample }) => (
            <li key={id} data-painted={painted.lights.has(id)}>
              {text.light(name, text.lightLooks[look], sample)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
