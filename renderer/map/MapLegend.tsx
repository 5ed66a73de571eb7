import { MoveUpRight } from 'lucide-react';
import type { countByLook } from '../../domain/map/cameraMarks.ts';
import type { countBySeverity, IncidentMarker } from '../../domain/map/markers.ts';
import type { PxRect } from '../../domain/map/mercator.ts';
import { useText } from '../text/language.ts';
import { Icon } from '../ui/Icon.tsx';
import { CameraSignMark } from './CameraSignMark.tsx';
import { LightSignMark } from './LightSignMark.tsx';
import { SeverityMark } from './SeverityMark.tsx';
import { rectStyle } from './rectStyle.ts';

/** Every mark with its word and how many there are; in a small tile without the words. */
export function MapLegend(props: {
  readonly rect: PxRect;
  readonly compact: boolean;
  readonly counts: ReturnType<typeof countBySeverity>;
  /** Incidents that the map does not show, gravest first. */
  readonly outside: readonly IncidentMarker[];
  readonly looks: ReturnType<typeof countByLook>;
  /** A mark that somebody has taken note of, where the outline is explained. */
  readonly known: IncidentMarker | undefined;
  /** How many sets of traffic lights. */
  readonly lights: number;
  readonly hasSamples: boolean;
}) {
  const text = useText().map;
  const { rect, compact, counts, outside, known, looks, lights, hasSamples } = props;
  const [gravest] = outside;
  // A small tile has one row: what there is none of makes room.
  const shown = compact && gravest ? counts.filter(({ count }) => count > 0) : counts;
  return (
    <div className={compact ? 'map-legend compact' : 'map-legend'} style={rectStyle(rect)} aria-hidden="true">
      {shown.map(({ severity, count }) => (
        <div key={severity} className={count === 0 ? 'map-legend-row none' : 'map-legend-row'}>
          <span className="map-legend-mark">
            <SeverityMark severity={severity} />
          </span>
          {compact ? null : <span className="map-legend-word">{text.severities[severity]}</span>}
          <span className="map-legend-count">{count}</span>
        </div>
      ))}
      {gravest ? (
        <div className="map-legend-row">
          <span className="map-legend-mark">
            {compact ? (
              <Icon of={MoveUpRight} />
            ) : (
              <SeverityMark severity={gravest.severity} known={gravest.known} />
            )}
          </span>
          {compact ? null : <span className="map-legend-word">{text.outside}</span>}
          <span className="map-legend-count">{outside.length}</span>
        </div>
      ) : null}
      {known && !compact ? (
        <div className="map-legend-row">
          <span className="map-legend-mark">
            <SeverityMark severity={known.severity} known />
          </span>
          <span className="map-legend-word">{text.known}</span>
        </div>
      ) : null}
      {compact
        ? null
        : looks.map(({ look, count }) => (
            <div key={look} className="map-legend-row">
              <span className="map-legend-mark">
                <CameraSignMark look={look} />
              </span>
              <span className="map-legend-word">{text.cameraLooks[look]}</span>
              <span className="map-legend-count">{count}</span>
            </div>
          ))}
      {lights > 0 && !compact ? (
        <div className="map-legend-row">
          <span className="map-legend-mark">
            <LightSignMark look="green" />
          </span>
          <span className="map-legend-word">{text.lights}</span>
          <span className="map-legend-count">{lights}</span>
        </div>
      ) : null}
      {hasSamples && !compact ? (
        <div className="map-legend-row sample">
          <span className="map-legend-mark">
            <span className="map-sample-swatch" />
          </span>
          <span className="map-legend-word">{text.sample}</span>
        </div>
      ) : null}
    </div>
  );
}
