import type { Severity } from '../../domain/incidents/model.ts';
import { nearestEdge } from '../../domain/map/labels.ts';
import type { PxPoint } from '../../domain/map/mercator.ts';
import type { MapLabel } from './mapLabels.ts';
import { marks } from './marks.ts';
import { SeverityMark } from './SeverityMark.tsx';
import { rectStyle } from './rectStyle.ts';

/** From the edge of the mark to the edge of its text. */
function Leader({ label, floorPx }: { readonly label: MapLabel; readonly floorPx: number }) {
  const { anchor, severity } = label;
  if (severity === undefined) return null;
  const end = nearestEdge(label, anchor);
  const across = end.xPx - anchor.xPx;
  const down = end.yPx - anchor.yPx;
  const start = ((marks[severity].sizeEm / 2 + 0.1) * floorPx) / Math.hypot(across, down);
  const from = { x1: anchor.xPx + across * start, y1: anchor.yPx + down * start };
  return <line className={`map-leader map-${severity}`} {...from} x2={end.xPx} y2={end.yPx} />;
}

function Text({ label }: { readonly label: MapLabel }) {
  const severity = label.severity ? `map-${label.severity}` : '';
  const className = `map-text map-${label.kind} ${severity} ${label.sample ? 'sample' : ''}`;
  return (
    <div className={className} style={rectStyle(label)}>
      {label.lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}

/** All texts on the map, where the layout put them, with a line from each incident to its title and a dot for a commune. */
export function MapTexts({
  labels,
  floorPx,
}: {
  readonly labels: readonly MapLabel[];
  readonly floorPx: number;
}) {
  return (
    <div className="map-texts" aria-hidden="true">
      <svg className="map-leaders">
        {labels.map((label) => (
          <Leader key={label.id} label={label} floorPx={floorPx} />
        ))}
      </svg>
      {labels.map((label) => (
        <Text key={label.id} label={label} />
      ))}
      {labels
        .filter((label) => label.kind === 'commune')
        .map(({ id, anchor }) => (
          <span key={id} className="map-dot" style={{ left: anchor.xPx, top: anchor.yPx }} />
        ))}
    </div>
  );
}

type Spot = PxPoint & { readonly id: string; readonly severity: Severity; readonly known: boolean };

/** Marks drawn without a map engine: the incidents stay on the wall while no engine has painted them. */
export function PlainMarks({ spots }: { readonly spots: readonly Spot[] }) {
  return [...spots].reverse().map(({ id, xPx, yPx, severity, known }) => (
    <span key={id} className="map-plain-mark" style={{ left: xPx, top: yPx }} aria-hidden="true">
      <SeverityMark severity={severity} known={known} />
    </span>
  ));
}

/** The ring of an emergency that nobody has acknowledged; the compositor moves it, the map below is not drawn again. */
export function MapPulses({ spots }: { readonly spots: readonly Spot[] }) {
  return spots.map(({ id, xPx, yPx }) => (
    <span key={id} className="map-pulse" style={{ left: xPx, top: yPx }} aria-hidden="true" />
  ));
}
