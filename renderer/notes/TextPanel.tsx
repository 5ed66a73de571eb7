import { useEffect } from 'react';
import type { PanelProps } from '../panels/definition.ts';
import { useText } from '../text/language.ts';
import { useMeasure } from '../ui/measure.ts';
import { textLayout } from './noteLayout.ts';
import { PlainFace } from './PlainFace.tsx';

/** Words of the operator's own: wrapped, in the size that was asked for or the largest below it that holds them all. */
export default function TextPanel({ spec, place, onReady }: PanelProps<'text'>) {
  const words = useText();
  const measure = useMeasure();
  useEffect(onReady, [onReady]);
  const text = spec.text.trim() === '' ? words.notes.empty : spec.text;
  const body = textLayout({ ...spec, text }, place, measure);
  return (
    <PlainFace place={place} label={text}>
      {spec.title !== '' && (
        <h2 className="note-title" style={{ fontSize: body.titlePx }}>
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
