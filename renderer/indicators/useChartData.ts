import { useEffect, useRef } from 'react';
import { CHART_POINTS, chartData, type ChartData } from './chartData.ts';
import type { Source } from './figure.ts';
import { figureNow } from './figureNow.ts';
import { openSeries } from './series.ts';
import { trendOf } from './trend.ts';

/** Keeps a chart's points and calls `draw` with them: at once, after new points, and as time goes on; once in `everyMs` at most. */
export function useChartData(
  lines: readonly Source[],
  { spanMs, everyMs }: { readonly spanMs: number; readonly everyMs: number },
  draw: (data: ChartData) => void,
): void {
  const latest = useRef(draw);
  latest.current = draw;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    function redraw(): void {
      timer = undefined;
      const trends = lines.map((line, index) =>
        trendOf(figureNow(line).printed, series[index]?.points() ?? []),
      );
      latest.current(chartData(lines, trends, { now: Date.now(), spanMs }));
    }
    const soon = () => {
      timer ??= setTimeout(redraw, everyMs);
    };
    const series = lines.map(({ indicator }) =>
      openSeries(indicator.id, { spanMs, count: CHART_POINTS }, soon),
    );
    redraw();
    // The axis of time moves on even while nothing arrives.
    const clock = setInterval(soon, Math.max(everyMs, spanMs / CHART_POINTS));
    return () => {
      clearTimeout(timer);
      clearInterval(clock);
      for (const one of series) one.close();
    };
  }, [lines, spanMs, everyMs]);
}
