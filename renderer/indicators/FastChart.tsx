import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Language } from '../../domain/kernel/text.ts';
import { formatNumber } from '../text/format.ts';
import { useTheme } from '../ui/theme.ts';
import { useFontGeneration } from '../ui/measure.ts';
import { numberFloorPx } from '../ui/typeScale.ts';
import { chartColours, dashes, type ChartColours } from './chartColours.ts';
import type { ChartData } from './chartData.ts';
import { labelledTimes, splitDecimals, timeLabel, valueSplits } from './chartScale.ts';
import type { Source } from './figure.ts';
import { limitLines } from './limitLines.ts';
import { useChartData } from './useChartData.ts';

const EVERY_MS = 100;

export type ChartInput = {
  readonly lines: readonly Source[];
  readonly spanMs: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly floorPx: number;
  readonly language: Language;
  readonly onDrawn: () => void;
};

/** One column of times for all lines; a line without a value at a time has `undefined` there, a known gap has null. */
function aligned({ lines }: ChartData): uPlot.AlignedData {
  if (lines.length === 1) {
    const points = lines[0]?.points ?? [];
    return [points.map(([at]) => at), points.map(([, value]) => value)];
  }
  return uPlot.join(lines.map(({ points }) => [points.map(([at]) => at), points.map(([, value]) => value)]));
}

function drawLimits(
  plot: uPlot,
  data: ChartData,
  look: { colours: ChartColours; textPx: number; language: Language },
): void {
  const { ctx, bbox } = plot;
  const ratio = uPlot.pxRatio;
  const labelPx = look.textPx * 1.15 * ratio;
  const yOf = (value: number) => plot.valToPos(value, 'y', true);
  const lines = limitLines(data, yOf, { labelPx, topPx: bbox.top });
  ctx.save();
  ctx.font = `500 ${look.textPx * ratio}px 'Be Vietnam Pro'`;
  ctx.textBaseline = 'alphabetic';
  ctx.lineJoin = 'round';
  for (const { limit, y, labelY, side, labelled } of lines) {
    ctx.lineWidth = Math.max(2, look.textPx * 0.05) * ratio;
    ctx.strokeStyle = look.colours.limit[limit.severity];
    ctx.fillStyle = look.colours.limit[limit.severity];
    ctx.setLineDash([look.textPx * 0.3 * ratio, look.textPx * 0.2 * ratio]);
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
    if (!labelled) continue;
    const inset = look.textPx * 0.15 * ratio;
    const x = side === 'start' ? bbox.left + inset : bbox.left + bbox.width - inset;
    const at = [x, labelY - look.textPx * 0.18 * ratio] as const;
    ctx.textAlign = side === 'start' ? 'left' : 'right';
    ctx.setLineDash([]);
    ctx.strokeStyle = look.colours.surface;
    ctx.lineWidth = look.textPx * 0.2 * ratio;
    ctx.strokeText(limit.name[look.language], ...at);
    ctx.fillText(limit.name[look.language], ...at);
  }
  ctx.restore();
}

type Held = { data: ChartData };

function options(input: ChartInput, colours: ChartColours, held: Held): uPlot.Options {
  const { widthPx, heightPx, floorPx, language } = input;
  const axisPx = numberFloorPx(floorPx);
  const font = `500 ${axisPx}px 'Barlow Condensed'`;
  const grid = { stroke: colours.line, width: Math.max(1, floorPx * 0.03) };
  const lineWidth = Math.max(2, floorPx * 0.07);
  const axis = { widthPx: widthPx - 3 * axisPx, labelPx: axisPx * 2.4 };
  const ticksUp = Math.max(2, Math.floor(heightPx / (axisPx * 2.4)));
  const words = (splits: readonly number[]) =>
    splits.map((value) => formatNumber(value, splitDecimals(splits), language));
  return {
    width: widthPx,
    height: heightPx,
    padding: [axisPx * 0.5, axisPx * 0.4, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    ms: 1,
    scales: {
      x: { time: false, range: () => [...held.data.time] },
      y: { range: () => [...held.data.value] },
    },
    axes: [
      {
        font,
        grid,
        stroke: colours.text2,
        size: axisPx * 1.4,
        gap: axisPx * 0.25,
        ticks: { show: false },
        splits: () => [...labelledTimes(held.data.time, axis)],
        values: (_plot, splits) => splits.map((at) => timeLabel(at, held.data.time[1] - held.data.time[0])),
      },
      {
        font,
        grid,
        stroke: colours.text2,
        gap: axisPx * 0.2,
        ticks: { show: false },
        size: (_plot, values) =>
          Math.max(1, ...(values ?? []).map((value) => value.length)) * axisPx * 0.46 + axisPx * 0.3,
        splits: () => [...valueSplits(held.data.value, ticksUp, held.data.leastStep)],
        values: (_plot, splits) => words(splits),
      },
    ],
    series: [
      {},
      ...input.lines.map((_line, index) => ({
        stroke: index === 0 ? colours.text : colours.text2,
        width: lineWidth,
        dash: (dashes[index] ?? []).map((part) => part * lineWidth),
        points: { show: false },
      })),
    ],
    hooks: { draw: [(plot) => drawLimits(plot, held.data, { colours, textPx: floorPx, language })] },
  };
}

/** Ten pictures a second of moving lines. Gaps stay gaps; limits are lines with their names. */
export default function FastChart(input: ChartInput) {
  const { lines, spanMs, onDrawn } = input;
  const fonts = useFontGeneration();
  const theme = useTheme();
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const held = useRef<Held>({
    data: {
      lines: lines.map(() => ({ points: [], printed: false })),
      time: [0, 1],
      value: [0, 1],
      leastStep: 1,
      limits: [],
    },
  });
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const made = new uPlot(
      options(input, chartColours(element), held.current),
      aligned(held.current.data),
      element,
    );
    plot.current = made;
    return () => {
      made.destroy();
      plot.current = null;
    };
    // The plot is made anew when its shape changes, never for data.
  }, [lines, input.widthPx, input.heightPx, input.floorPx, input.language, fonts, theme]);
  useChartData(lines, { spanMs, everyMs: EVERY_MS }, (data) => {
    held.current.data = data;
    plot.current?.setData(aligned(data));
    onDrawn();
  });
  return <div ref={box} className="chart-canvas" />;
}
