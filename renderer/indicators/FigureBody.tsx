import { ArrowDown, ArrowUp, CircleArrowDown, CircleArrowUp, Equal, type LucideIcon } from 'lucide-react';
import { useCallback } from 'react';
import type { Indicator } from '../../domain/indicators/model.ts';
import { Icon } from '../ui/Icon.tsx';
import { useMeasure } from '../ui/measure.ts';
import type { TileBody } from '../ui/faceLayout.ts';
import type { Comparison, Figure, Source } from './figure.ts';
import { figureLayout, isTooSmall, numberLine, rowLayout, type FigureRow } from './figureLayout.ts';
import { figureNow } from './figureNow.ts';
import { LiveText } from './LiveText.tsx';
import { Sparkline } from './Sparkline.tsx';
import { againstWords, limitWords, valueWords, type Speech } from './words.ts';

const ARROW_EM = 1.25;
const PILL_EM = 0.6;

/** Better is a ringed arrow, worse a bare one: the shape says it before the colour does. */
function arrowOf({ difference, verdict }: Comparison): LucideIcon {
  if (difference === 0) return Equal;
  if (verdict === 'better') return difference > 0 ? CircleArrowUp : CircleArrowDown;
  return difference > 0 ? ArrowUp : ArrowDown;
}

function rowsOf(indicator: Indicator, { past, comparison }: Figure, speech: Speech): readonly FigureRow[] {
  return [
    { id: 'limit' as const, candidates: past ? limitWords(indicator, past, speech) : [], extraEm: PILL_EM },
    {
      id: 'against' as const,
      candidates: comparison ? againstWords(indicator, comparison, speech) : [],
      extraEm: ARROW_EM,
    },
  ].filter(({ candidates }) => candidates.length > 0);
}

type FigureBodyInput = {
  readonly source: Source;
  readonly figure: Figure;
  readonly speech: Speech;
  readonly body: TileBody;
  readonly floorPx: number;
  /** Without the small chart, for a large one stands below: under each other, or all in one row. */
  readonly plain?: 'stack' | 'row';
};

/** A line under the number. Its wording was chosen by the layout and stays while its figures move. */
function Row(props: FigureBodyInput & { readonly id: FigureRow['id']; readonly wording: number }) {
  const { source, figure, speech, id, wording } = props;
  const { indicator } = source;
  const words = useCallback(() => {
    const rows = rowsOf(indicator, figureNow(source), speech);
    const candidates = rows.find((row) => row.id === id)?.candidates ?? [];
    return candidates[wording] ?? candidates.at(-1) ?? '';
  }, [indicator, source, speech, id, wording]);
  const { comparison, past } = figure;
  const live = <LiveText of={indicator.id} words={words} className="figure-words" />;
  if (id === 'limit') {
    return (
      <p className="figure-row">
        <span className={`figure-limit limit-${past?.limit.severity}`}>{live}</span>
      </p>
    );
  }
  return (
    <p className={`figure-row verdict-${comparison?.verdict}`}>
      {comparison && <Icon of={arrowOf(comparison)} />}
      {live}
    </p>
  );
}

function figureClass(is: Readonly<Record<'in-row' | 'with-chart' | 'cut', boolean>>): string {
  return ['figure', ...Object.entries(is).flatMap(([name, yes]) => (yes ? [name] : []))].join(' ');
}

/** The number, its measure, and what it stands against. */
export function FigureBody(props: FigureBodyInput) {
  const { source, figure, speech, body, floorPx } = props;
  const { indicator } = source;
  const { printed } = figure;
  const measure = useMeasure();
  const said = {
    value: valueWords(indicator, figure, speech.language),
    measure: indicator.measure[speech.language],
  };
  const rows = rowsOf(indicator, figure, speech);
  const room = { ...body, floorPx, rowPx: body.layout.titlePx };
  const inRow = props.plain === 'row';
  const layout = inRow
    ? rowLayout(room, { ...said, rows }, measure)
    : figureLayout(room, { ...said, rows }, measure);
  const words = useCallback(
    () => valueWords(indicator, figureNow(source), speech.language),
    [indicator, source, speech],
  );
  const hasTrend = printed === undefined || printed.series.length > 0;
  const spark = layout.spark && !props.plain && hasTrend && (
    // A line of its own for each kind: what was printed is not left standing under a reading.
    <Sparkline
      key={printed ? 'printed' : 'kept'}
      indicator={indicator}
      printed={printed}
      widthPx={layout.spark.widthPx}
      heightPx={layout.spark.heightPx}
    />
  );
  const beside = layout.measureAt === 'beside';
  const line = numberLine(layout.valuePx, beside ? body.layout.titlePx : null, layout.sparePx);
  const cut = isTooSmall(body, layout.valuePx, measure(said.value, 'numbers'));
  const below = layout.spark?.at === 'below' && spark;
  const label = body.label !== undefined && <span className="tile-label">{body.label}</span>;
  return (
    <div
      className={figureClass({ 'in-row': inRow, 'with-chart': Boolean(below), cut })}
      style={{ fontSize: body.layout.titlePx }}
    >
      {layout.spark?.at === 'beside' && (label || spark) && (
        <div className="figure-aside" style={{ height: line.heightPx, marginBottom: -line.heightPx }}>
          {label || spark}
        </div>
      )}
      <div
        className="figure-number"
        style={{ fontSize: layout.valuePx, height: line.heightPx, lineHeight: `${line.lineHeightPx}px` }}
      >
        <LiveText of={indicator.id} words={words} className="figure-value" />
        {beside && (
          <span className="figure-measure" style={{ fontSize: body.layout.titlePx }}>
            {said.measure}
          </span>
        )}
      </div>
      {layout.measureAt === 'below' && <p className="figure-row figure-measure">{said.measure}</p>}
      {layout.rows.map(({ id, wording }) => (
        <Row key={id} {...props} id={id} wording={wording} />
      ))}
      {below}
    </div>
  );
}
