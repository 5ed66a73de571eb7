import { memo, useEffect } from 'react';
import { INK_ARC_MINUTES, type Line, type Stroke } from '../../../domain/wall/ink.ts';
import { heightForArcMm } from '../../../domain/wall/legibility.ts';
import type { Area } from '../../../domain/wall/model.ts';
import { inkPath } from './inkPath.ts';
import { dropSketch, useSketches } from './sketchStore.ts';
import './ink.css';

const Mark = memo(function Mark({ line, seatMm }: { readonly line: Line; readonly seatMm: number }) {
  const path = inkPath(line.points);
  const width = heightForArcMm(INK_ARC_MINUTES[line.width], seatMm);
  return (
    <g className={`ink-mark ink-${line.colour}`} data-over="true">
      <path className="ink-edge" d={path} strokeWidth={width * 1.7} />
      <path d={path} strokeWidth={width} />
    </g>
  );
});

/** Pen marks over a part of the wall's canvas: what is kept, and what is being drawn. */
export function InkLayer(props: {
  readonly wallId: string;
  readonly ink: readonly Stroke[];
  readonly seatMm: number;
  readonly area: Area;
  readonly hidden?: boolean;
}) {
  const { ink, area, hidden } = props;
  const sketches = useSketches();
  const drawing = Object.values(sketches).filter(({ wallId }) => wallId === props.wallId);
  useEffect(() => {
    for (const { id } of drawing) if (ink.some((stroke) => stroke.id === id)) dropSketch(id);
  }, [drawing, ink]);
  const lines: readonly Line[] = [
    ...ink,
    ...drawing.filter(({ id }) => ink.every((stroke) => stroke.id !== id)),
  ];
  if (lines.length === 0) return null;
  const { xMm, yMm, widthMm, heightMm } = area;
  return (
    <svg
      className="ink"
      viewBox={`${xMm} ${yMm} ${widthMm} ${heightMm}`}
      preserveAspectRatio="none"
      visibility={hidden === true ? 'hidden' : 'visible'}
      aria-hidden="true"
    >
      {lines.map((line) => (
        <Mark key={line.id} line={line} seatMm={props.seatMm} />
      ))}
    </svg>
  );
}
