import { CircleDashed, ClockAlert, Newspaper, TriangleAlert, WifiOff, type LucideIcon } from 'lucide-react';
import { useCallback, type ReactNode } from 'react';
import type { Indicator } from '../../domain/indicators/model.ts';
import { useAway } from '../replica/away.ts';
import { Icon } from '../ui/Icon.tsx';
import type { Figure, Source } from './figure.ts';
import { figureNow } from './figureNow.ts';
import { LiveText } from './LiveText.tsx';
import type { TableColumn, TableLayout } from './tableLayout.ts';
import { useAges } from './useAges.ts';
import { useFigure } from './useFigure.ts';
import { standingWords, valueWords, type Speech } from './words.ts';

function stateIcon(figure: Figure, away: boolean): LucideIcon | undefined {
  if (figure.state === 'missing') return CircleDashed;
  if (figure.printed) return Newspaper;
  if (figure.state === 'stale') return ClockAlert;
  return away ? WifiOff : undefined;
}

type RowInput = { readonly indicator: Indicator; readonly layout: TableLayout; readonly speech: Speech };

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

function Age({ source, figure, speech }: Told) {
  const away = useAway() !== null;
  const age = useAges(source, away, speech).at(-1) ?? '';
  const icon = stateIcon(figure, away);
  return (
    <>
      {icon && <Icon of={icon} />}
      <span>{age}</span>
    </>
  );
}

/** One indicator of a table; its cells follow its own readings alone. */
export function TableRow({ indicator, layout, speech }: RowInput) {
  const { figure, source } = useFigure(indicator, speech);
  const severity = figure.past?.limit.severity;
  const told = { source, figure, speech };
  const name = (
    <span className="cell">
      {severity && <Icon of={TriangleAlert} />}
      <span>{indicator.shortName[speech.language]}</span>
    </span>
  );
  const cells: Record<TableColumn, ReactNode> = {
    name,
    value: <Value {...told} />,
    against: <Standing {...told} />,
    age: <Age {...told} />,
  };
  return (
    <tr
      className={[figure.state, severity && `severity-row-${severity}`].filter(Boolean).join(' ')}
      style={{ height: layout.rowPx }}
    >
      {layout.columns.map(({ id }) => (
        <td key={id} className={`column-${id}`}>
          {id === 'name' ? name : <span className="cell">{cells[id]}</span>}
          {layout.stacked && <span className="cell stacked">{cells.value}</span>}
        </td>
      ))}
    </tr>
  );
}
