import { TriangleAlert } from 'lucide-react';
import { useCallback, type ReactNode } from 'react';
import type { Indicator } from '../../domain/indicators/model.ts';
import { useAway } from '../replica/away.ts';
import { Icon } from '../ui/Icon.tsx';
import type { Figure, Source } from './figure.ts';
import { figureNow } from './figureNow.ts';
import { LiveText } from './LiveText.tsx';
import { limitTones, severityNow } from './marks.ts';
import type { TableColumn, TableLayout } from './tableLayout.ts';
import { rowMarks, type RowMarks } from './tableMarks.ts';
import { useAges } from './useAges.ts';
import { useFigure } from './useFigure.ts';
import { standingWords, valueWords, type Speech } from './words.ts';

type RowInput = {
  readonly indicator: Indicator;
  readonly layout: TableLayout;
  readonly speech: Speech;
  /** The table says of all of it that it is sample data. */
  readonly labelled: boolean;
};

type Told = { readonly source: Source; readonly figure: Figure; readonly speech: Speech };

function Value({ source, figure, speech }: Told) {
  const { indicator } = source;
  const words = useCallback(
    () => valueWords(indicator, figureNow(source), speech.language),
    [indicator, source, speech],
  );
  if (figure.state === 'missing')
    return <span className="figure-measure">{speech.words.indicators.missing}</span>;
  return (
    <>
      <LiveText of={indicator.id} words={words} className="indicator-table-number" />
      <span className="figure-measure">{indicator.measure[speech.language]}</span>
    </>
  );
}

function Standing({ source, speech }: Told) {
  const { indicator } = source;
  const words = useCallback(
    () => standingWords(indicator, figureNow(source), speech),
    [indicator, source, speech],
  );
  return <LiveText of={indicator.id} words={words} className="figure-words" />;
}

function Age({ source, icon, away, speech }: Told & Pick<RowMarks, 'icon'> & { readonly away: boolean }) {
  const age = useAges(source, away, speech).at(-1) ?? '';
  return (
    <>
      {icon && <Icon of={icon} />}
      <span>{age}</span>
    </>
  );
}

/** One indicator of a table; its cells follow its own readings alone. */
export function TableRow({ indicator, layout, speech, labelled }: RowInput) {
  const { figure, source } = useFigure(indicator, speech);
  const severity = severityNow(figure);
  const told = { source, figure, speech };
  const away = useAway() !== null;
  const { label, icon } = rowMarks(figure, { labelled, away }, speech.words);
  const hasAge = layout.columns.some(({ id }) => id === 'age');
  const name = (
    <span className="cell">
      {severity && (
        <span className={`indicator-table-mark tone-${limitTones[severity]}`}>
          <Icon of={TriangleAlert} />
        </span>
      )}
      {icon && !hasAge && (
        <span className="indicator-table-mark tone-quiet">
          <Icon of={icon} />
        </span>
      )}
      <span className="indicator-table-name">{indicator.shortName[speech.language]}</span>
      {label && <span className="tile-label">{label}</span>}
    </span>
  );
  const cells: Record<TableColumn, ReactNode> = {
    name,
    value: <Value {...told} />,
    against: <Standing {...told} />,
    age: <Age {...told} icon={icon} away={away} />,
  };
  return (
    <tr className={figure.state} style={{ height: layout.rowPx }}>
      {layout.columns.map(({ id }) => (
        <td key={id} className={`column-${id}`}>
          {id === 'name' ? name : <span className="cell">{cells[id]}</span>}
          {layout.stacked && <span className="cell stacked">{cells.value}</span>}
        </td>
      ))}
    </tr>
  );
}
