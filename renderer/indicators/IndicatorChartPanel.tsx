import { leastFloors } from '../../domain/wall/leastRoom.ts';
import { WifiOff } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import type { PanelProps, TilePlace } from '../panels/definition.ts';
import { useAway } from '../replica/away.ts';
import { currentTime } from '../replica/clock.ts';
import { useWorld } from '../replica/store.ts';
import { useLanguage, useText } from '../text/language.ts';
import type { TileBody } from '../ui/faceLayout.ts';
import { useMeasure } from '../ui/measure.ts';
import { TileFace } from '../ui/TileFace.tsx';
import { chartHeadPx, isWideChart } from './chartLayout.ts';
import { chartFace, type ChartLine } from './chartFace.ts';
import { ChartLegend } from './ChartLegend.tsx';
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

type HeadInput = {
  readonly sources: ChartTileInput['sources'];
  readonly lines: readonly ChartLine[];
  readonly speech: Speech;
  readonly body: TileBody;
  readonly floorPx: number;
  readonly away: boolean;
};

/** The latest values above the lines. */
function Head({ sources, lines, speech, body, floorPx, away }: HeadInput) {
  const measure = useMeasure();
  const [source] = sources;
  const figure = lines[0]?.figure;
  if (sources.length === 1 && figure) {
    const plain = isWideChart(body, floorPx) ? 'row' : 'stack';
    return <FigureBody {...{ source, figure, speech, body, floorPx, plain }} />;
  }
  const labelled = allSample(lines.map((line) => line.figure)) && body.label === undefined;
  const entries = legendEntries(lines, { now: currentTime(), away, labelled }, speech);
  const { columns } = legendLayout(body.widthPx / floorPx, lines, { entries, speech, measure });
  return <ChartLegend lines={sources} entries={entries} columns={columns} speech={speech} />;
}

type ChartBodyInput = ChartTileInput & Omit<HeadInput, 'floorPx'>;

function ChartBody(props: ChartBodyInput) {
  const { sources, spec, place, onReady, speech, body } = props;
  const Engine = engines[spec.engine];
  const headPx = chartHeadPx(body, place.floorPx, sources.length);
  const heightPx = body.heightPx - headPx - Math.round(place.floorPx * 0.2);
  const size = { widthPx: body.widthPx, heightPx, floorPx: place.floorPx };
  return (
    <div className="chart">
      <div className="chart-head" style={{ height: headPx }}>
        <Head {...props} body={{ ...body, heightPx: headPx }} floorPx={place.floorPx} />
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
  const [{ indicator }] = sources;
  const lines = useChartLines(sources, away, speech);
  const element = useSentence(() =>
    sources.map((source) => figureSentence(source.indicator, figureNow(source), speech)).join('; '),
  );
  const face = chartFace(lines, { now: currentTime(), away }, speech);
  const names = sources.map((source) => source.indicator.shortName[language]).join(' – ');
  return (
    <div ref={element} className="tile-figure" role="figure">
      <TileFace
        place={place}
        titles={
          sources.length === 1
            ? [indicator.name[language], indicator.shortName[language]]
            : [names, words.panels.chart]
        }
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
