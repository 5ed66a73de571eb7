import { CircleDashed, ClockAlert, Newspaper, TriangleAlert, WifiOff, type LucideIcon } from 'lucide-react';
import { useCallback } from 'react';
import type { Indicator, Reading } from '../../domain/indicators/model.ts';
import { useAway } from '../replica/away.ts';
import { currentTime } from '../replica/clock.ts';
import { Icon } from '../ui/Icon.tsx';
import { readFigure, type Figure } from './figure.ts';
import { LiveText } from './LiveText.tsx';
import type { TableColumn } from './tableLayout.ts';
import { useFigure } from './useFigure.ts';
import { useReadingOf } from './useReadingOf.ts';
import { againstWords, ageWords, limitWords, valueWords, type Speech } from './words.ts';

function stateIcon(figure: Figure, away: boolean): LucideIcon | undefined {
  if (figure.state === 'missing') return CircleDashed;
  if (figure.printed) return Newspaper;
  if (figure.state === 'stale') return ClockAlert;
  return away ? WifiOff : undefined;
}

/** What a row stands against, in its shortest wording: the limit it reached before its comparison. */
function standing(indicator: Indicator, figure: Figure, speech: Speech): string {
  if (figure.past) return limitWords(indicator, figure.past, speech)[0] ?? '';
  return figure.comparison ? (againstWords(indicator, figure.comparison, speech).at(-1) ?? '') : '';
}

/** One indicator of a table; its cells follow its own readings alone. */
export function TableRow(props: {
  readonly indicator: Indicator;
  readonly columns: readonly TableColumn[];
  readonly speech: Speech;
}) {
  const { indicator, columns, speech } = props;
  const { figure, printed } = useFigure(indicator, speech);
  const away = useAway() !== null;
  const age = useReadingOf(
    indicator.id,
    (reading, now) => ageWords(readFigure(indicator, reading, printed, now), now, away, speech).at(-1) ?? '',
  );
  const value = useCallback(
    (reading: Reading | undefined) =>
      valueWords(indicator, readFigure(indicator, reading, printed, currentTime()), speech.language),
    [indicator, printed, speech],
  );
  const against = useCallback(
    (reading: Reading | undefined) => standing(indicator, readFigure(indicator, reading, printed, currentTime()), speech),
    [indicator, printed, speech],
  );
  const icon = stateIcon(figure, away);
  const severity = figure.past?.limit.severity;
  const cells: Record<TableColumn, React.ReactNode> = {
    name: (
      <>
        {severity && <Icon of={TriangleAlert} />}
        <span>{indicator.shortName[speech.language]}</span>
      </>
    ),
    value:
      figure.state === 'missing' ? (
        <span className="figure-measure">{speech.words.indicators.missing}</span>
      ) : (
        <>
          <LiveText of={indicator.id} words={value} className="indicator-table-number" />
          <span className="figure-measure">{indicator.measure[speech.language]}</span>
        </>
      ),
    against: <LiveText of={indicator.id} words={against} className="figure-words" />,
    age: (
      <>
        {icon && <Icon of={icon} />}
        <span>{age}</span>
      </>
    ),
  };
  return (
    <tr className={[figure.state, severity && `severity-row-${severity}`].filter(Boolean).join(' ')}>
      {columns.map((column) => (
        <td key={column} className={`column-${column}`}>
          <span className="cell">{cells[column]}</span>
        </td>
      ))}
    </tr>
  );
}
