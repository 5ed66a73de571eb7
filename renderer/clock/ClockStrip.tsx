import type { LucideIcon } from 'lucide-react';
import type { TilePlace } from '../panels/definition.ts';
import { Icon } from '../ui/Icon.tsx';
import type { Measure } from '../ui/measure.ts';
import { stripParts } from './clockLayout.ts';

export type ClockWords = {
  readonly clock: string;
  readonly label: string;
  readonly lines: readonly (readonly string[])[];
  readonly link: readonly string[];
  readonly linkIcon: LucideIcon;
};

/** The clock where there is room for one line only: time, date, counts, link. */
export function ClockStrip(props: {
  readonly said: ClockWords;
  readonly place: TilePlace;
  readonly measure: Measure;
}) {
  const { said, place, measure } = props;
  const { clockPx, parts, link } = stripParts(place, said, measure);
  return (
    <div
      className="clock-strip"
      style={{ fontSize: place.floorPx, padding: `0 ${Math.round(place.floorPx * 0.6)}px` }}
    >
      <time className="clock-time" style={{ fontSize: clockPx }} aria-label={said.label}>
        {said.clock}
      </time>
      {parts.map((part) => (
        <span key={part} className="clock-line">
          {part}
        </span>
      ))}
      {link !== undefined && (
        <span className="clock-link">
          <Icon of={said.linkIcon} />
          <span>{link}</span>
        </span>
      )}
    </div>
  );
}
