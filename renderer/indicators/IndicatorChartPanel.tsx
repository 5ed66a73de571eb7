import { leastFloors } from '../../domain/wall/leastRoom.ts';
import { WifiOff } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, type ReactNode } from 'react';
import type { PanelProps, TilePlace } from '../panels/definition.ts';
import { useAway } from '../replica/away.ts';
import { currentTime } from '../replica/clock.ts';
import { useWorld } from '../replica/store.ts';
import { useLanguage, useText } from '../text/language.ts';
import type { TileBody } from '../ui/faceLayout.ts';
import { useMeasure } from '../ui/measure.ts';
import { TileFace } from '../ui/TileFace.tsx';
import { chartGapPx, chartHeadPx, isWideChart, legendPx, mayStack } from './chartLayout.ts';
import { chartFace, type ChartLine } from './chartFace.ts';
import { ChartLegend } from './ChartLegend.tsx';
import { chartTitles } from './chartTitles.ts';
import { allSample, type Source } from './figure.ts';
import { FigureBody } from './FigureBody.tsx';
import { figureNow } from './figureNow.ts';
import { legendEntries, legendLayout } from './legend.ts';
import { UnknownIndicator } from './UnknownIndicator.tsx';
import { useChartLines } from './useChartLines.ts';
import { useSentence } from './useSentence.ts';
import { figureSentence, type Speech } from './words.ts';
import './chart.css';
import './figure.css';

const engines = { fast: lazy(() => import('./FastChart.tsx')), rich: lazy(() => import('./RichChart.tsx')) };

type ChartTileInput = {
  readonly sources: readonly [Source, ...Source[]];
  readonly spec: PanelProps<'indicator-chart'>['spec'];
  readonly place: TilePlace;
  readonly onReady: () => void;
};

type ChartBodyInput = ChartTileInput & {
  readonly lines: readonly ChartLine[];
  readonly speech: Speech;
  readonly body: TileBody;
  readonly away: boolean;
};

/** The latest values above the lines, and how high they stand, px. */
function useHead({ sources, lines, place, speech, body, away }: ChartBodyInput): {
  readonly head: ReactNode;
  readonly headPx: number;
} {
  const measure = useMeasure();
  const { floorPx } = place;
  const [source] = sources;
  const figure = lines[0]?.figure;
  if (sources.length === 1 && figure) {
    const headPx = chartHeadPx(body, floorPx);
    const plain = isWideChart(body, floorPx) ? 'row' : 'stack';
    const room = { ...body, heightPx: headPx };
    return { headPx, head: <FigureBody {...{ source, figure, speech, floorPx, plain }} body={room} /> };
  }
  const labelled = allSample(lines.map((line) => line.figure)) && body.label === undefined;
  const entries = legendEntries(lines, { now: currentTime(), away, labelled }, speech);
  const room = { widthEm: body.widthPx / floorPx, mayStack: mayStack(body, floorPx, lines.length) };
  const { rows } = legendLayout(room, lines, { entries, speech, measure });
  return {
    headPx: legendPx(lines.length * rows.length, floorPx),
    head: <ChartLegend lines={sources} {...{ entries, rows, speech }} />,
  };
}

function ChartBody(props: ChartBodyInput) {
  const { sources, spec, place, onReady, speech, body } = props;
  const Engine = engines[spec.engine];
  const { head, headPx } = useHead(props);
  const heightPx = body.heightPx - headPx - chartGapPx(place.floorPx);
  const size = { widthPx: body.widthPx, heightPx, floorPx: place.floorPx };
  return (
    <div className="chart">
      <div className="chart-head" style={{ height: headPx }}>
        {head}
      </div>
      {heightPx >= leastFloors.chart.high * place.floorPx && (
        <Suspense fallback={null}>
          <Engine
            lines={sources}
            spanMs={spec.spanMs}
            {...size}
            language={speech.language}
            onDrawn={onReady}
          />
        </Suspense>
      )}
    </div>
  );
}

function ChartTile(props: ChartTileInput) {
  const { sources, place } = props;
  const words = useText();
  const language = useLanguage();
  const away = useAway() !== null;
  const speech = useMemo((): Speech => ({ words, language }), [words, language]);
  const lines = useChartLines(sources, away, speech);
  const element = useSentence(() =>
    sources
      .map((source) => figureSentence(source.indicator, figureNow(source), { ...speech, now: currentTime() }))
      .join('; '),
  );
  const face = chartFace(lines, { now: currentTime(), away }, speech);
  return (
    <div ref={element} className="tile-figure" role="figure">
      <TileFace
        place={place}
        titles={chartTitles(
          sources.map(({ indicator }) => indicator),
          speech,
        )}
        {...face}
        ageIcon={away && lines.some(({ figure }) => !figure.printed) ? WifiOff : undefined}
      >
        {(body) => <ChartBody {...props} {...{ lines, speech, body, away }} />}
      </TileFace>
    </div>
  );
}

/** One to six indicators over time, with the latest values above the lines. */
export default function IndicatorChartPanel({ spec, place, onReady }: PanelProps<'indicator-chart'>) {
  const catalogue = useWorld((world) => world.indicators.catalogue);
  const published = useWorld((world) => world.indicators.published);
  const sources = useMemo(
    () =>
      spec.indicatorIds.flatMap((id): readonly Source[] => {
        const indicator = catalogue[id];
        return indicator ? [{ indicator, printed: published[id] }] : [];
      }),
    [spec.indicatorIds, catalogue, published],
  );
  const all = useMemo(() => {
    const [first, ...rest] = sources;
    return first ? ([first, ...rest] as const) : null;
  }, [sources]);
  useEffect(() => {
    if (all === null) onReady();
  }, [all, onReady]);
  if (all === null) return <UnknownIndicator id={spec.indicatorIds.join(', ')} place={place} />;
  return <ChartTile sources={all} spec={spec} place={place} onReady={onReady} />;
}
