import { useCallback, type ReactNode } from 'react';
import { Icon } from '../ui/Icon.tsx';
import { dashes } from './chartColours.ts';
import type { Source } from './figure.ts';
import { figureNow } from './figureNow.ts';
import type { LegendColumn, LegendEntry, LegendLayout } from './legend.ts';
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

function Value({ line, speech }: { readonly line: Source; readonly speech: Speech }) {
  const { indicator } = line;
  const words = useCallback(
    () => valueWords(indicator, figureNow(line), speech.language),
    [indicator, line, speech],
  );
  return <LiveText of={indicator.id} words={words} className="chart-entry-value" />;
}

function Mark({ of: mark }: { readonly of: LegendEntry['mark'] }) {
  if (mark === undefined) return <span />;
  return (
    <span className={`chart-entry-mark tone-${mark.tone}`} role="img" aria-label={mark.word}>
      <Icon of={mark.icon} />
    </span>
  );
}

type EntryInput = {
  readonly line: Source;
  readonly entry: LegendEntry;
  readonly index: number;
  readonly rows: LegendLayout['rows'];
  readonly speech: Speech;
};

function Entry({ line, entry, index, rows, speech }: EntryInput) {
  const cells: Record<LegendColumn, ReactNode> = {
    swatch: <Swatch key="swatch" index={index} />,
    mark: <Mark key="mark" of={entry.mark} />,
    name: (
      <span key="name" className="chart-entry-name">
        {entry.name}
      </span>
    ),
    sample: <span key="sample">{entry.sample && <span className="tile-label">{entry.sample}</span>}</span>,
    value: <Value key="value" line={line} speech={speech} />,
    measure: (
      <span key="measure" className="figure-measure">
        {entry.measure}
      </span>
    ),
    age: (
      <span key="age" className="chart-entry-age">
        {entry.age}
      </span>
    ),
  };
  return (
    <li className={`chart-entry ${entry.state}`}>
      {rows.map((columns) => (
        <div key={columns[0]} className="chart-entry-line">
          {columns.map((id) => cells[id])}
        </div>
      ))}
    </li>
  );
}

/** Which line is which, with its latest value and how that stands: told apart by dashes and names, marks and words. */
export function ChartLegend(props: {
  readonly lines: readonly Source[];
  readonly entries: readonly LegendEntry[];
  readonly rows: LegendLayout['rows'];
  readonly speech: Speech;
}) {
  const { lines, entries, rows, speech } = props;
  const columns = rows.length === 1 ? (rows[0] ?? []) : ['name'];
  const tracks = columns.map((id) => (id === 'name' ? 'minmax(0, 1fr)' : 'auto')).join(' ');
  return (
    <ul
      className={rows.length === 1 ? 'chart-legend' : 'chart-legend stacked'}
      style={{ gridTemplateColumns: tracks }}
    >
      {lines.map((line, index) => {
        const entry = entries[index];
        return entry && <Entry key={entry.id} {...{ line, entry, index, rows, speech }} />;
      })}
    </ul>
  );
}
