import type { IncidentMarker } from '../../domain/map/markers.ts';
import { useText } from '../text/language.ts';

/** The markers in words, unseen: for screen readers, and to find an incident by its name. `painted` holds the ids on screen. */
export function MarkerList(props: {
  readonly markers: readonly IncidentMarker[];
  readonly painted: ReadonlySet<string>;
}) {
  const text = useText().map;
  return (
    <ul className="map-list" aria-label={text.list}>
      {props.markers.map(({ id, title, severity, place, pulsing, sample }) => {
        const words = text.marker(title, text.severities[severity], place, sample);
        return (
          <li
            key={id}
            aria-label={words}
            data-incident={id}
            data-pulsing={pulsing}
            data-painted={props.painted.has(id)}
          >
            {words}
          </li>
        );
      })}
    </ul>
  );
}
