import { useEffect } from 'react';
import { FLOOR_ARC_MINUTES } from '../../domain/wall/legibility.ts';
import type { PanelProps } from '../panels/definition.ts';
import { useText } from '../text/language.ts';
import { useMeasure } from '../ui/measure.ts';
import { linePx, tileLayout } from '../ui/tileLayout.ts';
import { wrapText } from '../ui/wrap.ts';
import { PlainFace } from './PlainFace.tsx';

/** Words of the operator's own: wrapped, in the size that was asked for or the largest below it that holds them all. */
export default function TextPanel({ spec, place, onReady }: PanelProps<'text'>) {
  const words = useText();
  const measure = useMeasure();
  useEffect(onReady, [onReady]);
  const layout = tileLayout(place);
  const wantPx = (place.floorPx * spec.arcMinutes) / FLOOR_ARC_MINUTES;
  const headPx = spec.title === '' ? 0 : linePx(Math.max(layout.titlePx, wantPx));
  const room = {
    widthPx: layout.innerWidthPx,
    heightPx: place.heightPx - 2 * layout.padYPx - headPx,
  };
  const text = spec.text.trim() === '' ? words.notes.empty : spec.text;
  const body = wrapText(text, room, { wantPx, floorPx: place.floorPx }, measure);
  return (
    <PlainFace place={place} label={text}>
      {spec.title !== '' && (
        <h2 className="note-title" style={{ fontSize: Math.max(layout.titlePx, body.fontPx) }}>
          {spec.title}
        </h2>
      )}
      {body.lines.map((line, index) => (
        <p key={`${index} ${line}`} style={{ fontSize: body.fontPx }}>
          {line === '' ? '\u00a0' : line}
        </p>
      ))}
    </PlainFace>
  );
}
