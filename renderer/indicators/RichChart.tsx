import { LineChart, type LineSeriesOption } from 'echarts/charts';
import { GridComponent, MarkAreaComponent, MarkLineComponent, MarkPointComponent } from 'echarts/components';
import { init, use, type ECharts, type EChartsCoreOption } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { formatNumber } from '../text/format.ts';
import { useTheme } from '../ui/theme.ts';
import { useFontGeneration } from '../ui/measure.ts';
import { numberFloorPx } from '../ui/typeScale.ts';
import { chartColours, dashes, type ChartColours } from './chartColours.ts';
import type { ChartData } from './chartData.ts';
import { labelledTimes, splitDecimals, timeLabel, valueSplits } from './chartScale.ts';
import type { ChartInput } from './FastChart.tsx';
import { limitLines } from './limitLines.ts';
import { useChartData } from './useChartData.ts';

use([LineChart, GridComponent, MarkLineComponent, MarkAreaComponent, MarkPointComponent, CanvasRenderer]);

const EVERY_MS = 1_000;
/** Air above the lines for a figure, and room below them for the times, in sizes of the axis' type. */
const TOP_EM = 0.8;
const BOTTOM_EM = 1.5;

const labelPositions = {
  start: { above: 'insideStartTop', below: 'insideStartBottom' },
  end: { above: 'insideEndTop', below: 'insideEndBottom' },
} as const;

type Look = { readonly input: ChartInput; readonly colours: ChartColours; readonly axisPx: number };

/** The limits as lines with their names, and the band beyond the gravest. */
function limitMarks(
  data: ChartData,
  { input, colours, axisPx }: Look,
): Pick<LineSeriesOption, 'markLine' | 'markArea'> {
  const { floorPx, language } = input;
  const heightPx = input.heightPx - (TOP_EM + BOTTOM_EM) * axisPx;
  const [low, high] = data.value;
  const yOf = (value: number) => ((high - value) / (high - low)) * heightPx;
  const lines = limitLines(data, yOf, { labelPx: floorPx * 1.15, topPx: 0 });
  const gravest = lines[0]?.limit;
  return {
    markLine: {
      silent: true,
      animation: false,
      symbol: 'none',
      data: lines.map(({ limit, y, labelY, side, labelled }) => ({
        yAxis: limit.value,
        lineStyle: {
          color: colours.limit[limit.severity],
          width: Math.max(2, floorPx * 0.05),
          type: 'dashed',
        },
        label: {
          show: labelled,
          distance: [floorPx * 0.15, floorPx * 0.2],
          position: labelPositions[side][labelY > y ? 'below' : 'above'],
          color: colours.limit[limit.severity],
          fontFamily: 'Be Vietnam Pro',
          fontWeight: 500,
          fontSize: floorPx,
          // A seam in the tile's colour keeps the words apart from the line they may lie on.
          textBorderColor: colours.surface,
          textBorderWidth: floorPx * 0.15,
          formatter: limit.name[language],
        },
      })),
    },
    ...(gravest && {
      markArea: {
        silent: true,
        animation: false,
        itemStyle: { color: colours.limit[gravest.severity], opacity: 0.1 },
        data: [[{ yAxis: gravest.value }, { yAxis: gravest.when === 'above' ? high : low }]],
      },
    }),
  };
}

/** The highest value of a lone line, as a point with its figure; not where it is the latest, which stands above. */
function highest(data: ChartData, { input, colours, axisPx }: Look): Pick<LineSeriesOption, 'markPoint'> {
  const points = (data.lines[0]?.points ?? []).flatMap(([at, value]) =>
    value === null ? [] : [{ at, value }],
  );
  const [first] = points;
  if (input.lines.length !== 1 || first === undefined) return {};
  const top = points.reduce((best, point) => (point.value > best.value ? point : best), first);
  const along = (top.at - data.time[0]) / (data.time[1] - data.time[0]);
  if (along > 0.9) return {};
  const label = {
    position: 'top' as const,
    align: along < 0.15 ? ('left' as const) : ('center' as const),
    distance: input.floorPx * 0.2,
    color: colours.text,
    fontFamily: 'Barlow Condensed',
    fontWeight: 500 as const,
    fontSize: axisPx,
    formatter: formatNumber(top.value, input.lines[0]?.indicator.decimals ?? 0, input.language),
  };
  return {
    markPoint: {
      silent: true,
      animation: false,
      symbol: 'circle',
      symbolSize: input.floorPx * 0.3,
      itemStyle: { color: colours.text },
      data: [{ name: '', coord: [top.at, top.value], label }],
    },
  };
}

function seriesOf(data: ChartData, look: Look): LineSeriesOption[] {
  const width = Math.max(2, look.input.floorPx * 0.07);
  return data.lines.map(({ points, printed }, index) => ({
    type: 'line',
    data: points.map(([at, value]) => [at, value]),
    showSymbol: printed,
    symbol: 'circle',
    symbolSize: look.input.floorPx * 0.3,
    connectNulls: false,
    animation: false,
    silent: true,
    color: index === 0 ? look.colours.text : look.colours.text2,
    lineStyle: {
      width,
      type: index === 0 ? 'solid' : [...(dashes[index] ?? [])].map((part) => part * width),
    },
    ...(data.lines.length === 1 && {
      areaStyle: { color: look.colours.text, opacity: 0.08, origin: 'start' },
    }),
    ...(index === 0 && { ...limitMarks(data, look), ...highest(data, look) }),
  }));
}

function optionOf(data: ChartData, look: Look): EChartsCoreOption {
  const { input, colours, axisPx } = look;
  const [from, to] = data.time;
  const across = labelledTimes(data.time, { widthPx: input.widthPx - 3 * axisPx, labelPx: axisPx * 2.4 });
  const most = Math.max(2, Math.floor(input.heightPx / (axisPx * 2.4)));
  const up = valueSplits(data.value, most, data.leastStep);
  const longest = Math.max(
    1,
    ...up.map((value) => formatNumber(value, splitDecimals(up), input.language).length),
  );
  const text = { color: colours.text2, fontFamily: 'Barlow Condensed', fontWeight: 500, fontSize: axisPx };
  const splitLine = {
    show: true,
    lineStyle: { color: colours.line, width: Math.max(1, input.floorPx * 0.03) },
  };
  const bare = { axisLine: { show: false }, axisTick: { show: false }, splitLine };
  return {
    animation: false,
    grid: {
      left: longest * axisPx * 0.46 + axisPx * 0.3,
      right: axisPx * 0.4,
      top: axisPx * TOP_EM,
      bottom: axisPx * BOTTOM_EM,
    },
    xAxis: {
      type: 'value',
      min: from,
      max: to,
      ...bare,
      axisTick: { show: false, customValues: across },
      axisLabel: {
        ...text,
        customValues: across,
        margin: axisPx * 0.3,
        formatter: (at: number) => timeLabel(at, to - from),
      },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      min: data.value[0],
      max: data.value[1],
      ...bare,
      axisTick: { show: false, customValues: up },
      axisLabel: {
        ...text,
        customValues: up,
        margin: axisPx * 0.2,
        formatter: (value: number) => formatNumber(value, splitDecimals(up), input.language),
      },
    },
    series: seriesOf(data, look),
  };
}

/** One careful picture a second: the band beyond the gravest limit, the highest value named, the area under a lone line. */
export default function RichChart(input: ChartInput) {
  const { lines, spanMs, widthPx, heightPx, onDrawn } = input;
  const fonts = useFontGeneration();
  const theme = useTheme();
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const last = useRef<ChartData | null>(null);
  const paint = useRef<() => void>(() => undefined);
  paint.current = () => {
    if (last.current === null || box.current === null) return;
    const look = { input, colours: chartColours(box.current), axisPx: numberFloorPx(input.floorPx) };
    chart.current?.setOption(optionOf(last.current, look), { notMerge: true });
  };
  useEffect(() => {
    if (box.current === null) return;
    const made = init(box.current, null, { renderer: 'canvas', width: widthPx, height: heightPx });
    chart.current = made;
    paint.current();
    return () => {
      made.dispose();
      chart.current = null;
    };
  }, [widthPx, heightPx, fonts, theme]);
  useChartData(lines, { spanMs, everyMs: EVERY_MS }, (data) => {
    last.current = data;
    paint.current();
    onDrawn();
  });
  return <div ref={box} className="chart-canvas" />;
}
