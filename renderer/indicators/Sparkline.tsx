import { useEffect, useRef } from 'react';
import type { Indicator } from '../../domain/indicators/model.ts';
import { currentTime, onTick } from '../replica/clock.ts';
import type { Figure } from './figure.ts';
import { FEWEST, sparkPath } from './sparkPath.ts';
import { inTurn } from '../ui/inTurn.ts';
import { gapMs, openSeries, thinned, withGaps } from './series.ts';
import { trendOf } from './trend.ts';
import './sparkline.css';

/** Drawn anew no more often, and only when its newest point has moved on by a pixel, ms. */
const REDRAW_MS = 15_000;
const POINTS = 120;
/** Points closer than this are no shape but a smear, and dear to paint, px. */
const POINT_PX = 3;
const HOUR_MS = 3_600_000;

/** How far back a small chart looks: sixty values, an hour at least. */
function spanOf(indicator: Indicator): number {
  return Math.max(HOUR_MS, indicator.cadenceMs * 60);
}

/** The shape of the last hour or of the last sixty values; no axes, no colour. */
export function Sparkline(props: {
  readonly indicator: Indicator;
  readonly printed: Figure['printed'];
  readonly widthPx: number;
  readonly heightPx: number;
}) {
  const { indicator, printed, widthPx, heightPx } = props;
  const line = useRef<SVGPathElement>(null);
  const dot = useRef<SVGCircleElement>(null);
  useEffect(() => {
    let drawn = '';
    let dueAt = 0;
    let callOff = (): unknown => undefined;
    function draw(): void {
      const trend = trendOf(printed, series.points());
      const all = trend.points;
      const spanMs = (all.at(-1)?.[0] ?? 0) - (all[0]?.[0] ?? 0);
      const stepMs = (spanMs * POINT_PX) / widthPx;
      const points = trend.printed ? all : withGaps(thinned(all, stepMs), gapMs(indicator, stepMs));
      dueAt = all.length < FEWEST ? 0 : currentTime() + Math.max(REDRAW_MS, spanMs / widthPx);
      const { path, end } = sparkPath(points, { widthPx, heightPx, padPx: heightPx * 0.06 });
      if (path === drawn) return;
      drawn = path;
      line.current?.setAttribute('d', path);
      dot.current?.setAttribute('visibility', end === null ? 'hidden' : 'inherit');
      if (end !== null) {
        dot.current?.setAttribute('cx', String(end[0]));
        dot.current?.setAttribute('cy', String(end[1]));
      }
    }
    /** The small charts of a window are due together, and few are drawn in one frame; one without values is due at once. */
    function drawInTime(): void {
      if (currentTime() < dueAt) return;
      callOff = inTurn(draw);
    }
    const series = openSeries(indicator.id, { spanMs: spanOf(indicator), count: POINTS }, () => undefined);
    const stop = printed ? undefined : onTick(drawInTime);
    dot.current?.setAttribute('visibility', 'hidden');
    draw();
    return () => {
      stop?.();
      callOff();
      series.close();
    };
  }, [indicator, printed, widthPx, heightPx]);
  return (
    <svg className="sparkline" width={widthPx} height={heightPx} aria-hidden="true">
      <path ref={line} />
      <circle ref={dot} r="0.12em" />
    </svg>
  );
}
