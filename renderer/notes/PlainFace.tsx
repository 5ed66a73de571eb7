import type { ReactNode } from 'react';
import type { TilePlace } from '../panels/definition.ts';
import { tileLayout } from '../ui/tileLayout.ts';
import './notes.css';

/** The face of a tile that is nothing but words: no source, no age, for somebody in this room wrote them. */
export function PlainFace(props: {
  readonly place: TilePlace;
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const { padXPx, padYPx } = tileLayout(props.place);
  return (
    <div
      className={`note ${props.className ?? ''}`}
      role="note"
      aria-label={props.label}
      style={{ padding: `${padYPx}px ${padXPx}px` }}
    >
      {props.children}
    </div>
  );
}
