import { useEffect, useRef } from 'react';
import type { HistoryPoint } from '../../domain/indicators/calls.ts';
import type { Indicator } from '../../domain/indicators/model.ts';
import { sparkPath } from './sparkPath.ts';
import { gapMs, openSeries, withGaps } from './series.ts';
import './sparkline.css';

const REDRAW_MS = 1_000;
const POINTS = 120;
const HOUR_MS = 3_600_000;

/** How far back a small chart looks: sixty values, an hour at least. */
function spanOf(indicator: Indicator): number {
  return Math.max(HOUR_MS, indicator.cadenceMs * 60);
}

/** The shape of the last hour or of the last sixty values; no axes, no colour. */
export function Sparkline(props: {
  readonly indicator: Indicator;
  readonly printed: readonly HistoryPoint[] | undefined;
  readonly widthPx: number;
  readonly heightPx: number;
}) {
  const { indicator, printed, widthPx, heightPx } = props;
  const line = useRef<SVGPathElement>(null);
  const dot = useRef<SVGCircleElement>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    function draw(): void {
      timer = undefined;
      const points =
        printed ?? withGaps(series?.points() ?? [], gapMs(indicator, spanOf(indicator) / POINTS));
      const { path, end } = sparkPath(points, { widthPx, heightPx, padPx: heightPx * 0.06 });
      line.current?.setAttribute('d', path);
      dot.current?.setAttribute('visibility', end === null ? 'hidden' : 'visible');
      if (end !== null) {
        dot.current?.setAttribute('cx', String(end[0]));
        dot.current?.setAttribute('cy', String(end[1]));
      }
    }
    const series = printed
      ? null
      : openSeries(indicator.id, { spanMs: spanOf(indicator), count: POINTS }, () => {
          timer ??= setTimeout(draw, REDRAW_MS);
        });
    draw();
    return () => {
      clearTimeout(timer);
      series?.close();
    };
  }, [indicator, printed, widthPx, heightPx]);
  return (
    <svg className="sparkline" width={widthPx} height={heightPx} aria-hidden="true">
      <path ref={line} />
      <circle ref={dot} r="0.12em" />
    </svg>
  );
}
