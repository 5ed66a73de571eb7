import { useCallback } from 'react';
import { dashes } from './chartColours.ts';
import type { Source } from './figure.ts';
import { figureNow } from './figureNow.ts';
import { LiveText } from './LiveText.tsx';
import { valueWords, type Speech } from './words.ts';

function Swatch({ index }: { readonly index: number }) {
  const parts = (dashes[index] ?? []).map((part) => part * 0.08);
  return (
    <svg className="chart-swatch" viewBox="0 0 1.4 1" aria-hidden="true">
      <line x1="0" y1="0.5" x2="1.4" y2="0.5" strokeDasharray={parts.join(' ')} />
    </svg>
  );
}

function Entry(props: { readonly line: Source; readonly index: number; readonly speech: Speech }) {
  const { line, index, speech } = props;
  const { indicator } = line;
  const words = useCallback(
    () => valueWords(indicator, figureNow(line), speech.language),
    [indicator, line, speech],
  );
  return (
    <li className="chart-entry">
      <Swatch index={index} />
      <span className="chart-entry-name">{indicator.shortName[speech.language]}</span>
      <LiveText of={indicator.id} words={words} className="chart-entry-value" />
      <span className="figure-measure">{indicator.measure[speech.language]}</span>
    </li>
  );
}

/** Which line is which, with its latest value: told apart by dashes and names. */
export function ChartLegend(props: { readonly lines: readonly Source[]; readonly speech: Speech }) {
  return (
    <ul className="chart-legend">
      {props.lines.map((line, index) => (
        <Entry key={line.indicator.id} line={line} index={index} speech={props.speech} />
      ))}
    </ul>
  );
}
