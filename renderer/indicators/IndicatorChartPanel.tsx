import { leastFloors } from '../../domain/wall/leastRoom.ts';
import { WifiOff } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import type { PanelProps, TilePlace } from '../panels/definition.ts';
import { useAway } from '../replica/away.ts';
import { useWorld } from '../replica/store.ts';
import { useLanguage, useText } from '../text/language.ts';
import type { TileBody } from '../ui/faceLayout.ts';
import { TileFace } from '../ui/TileFace.tsx';
import { chartHeadPx, isWideChart } from './chartLayout.ts';
import { ChartLegend } from './ChartLegend.tsx';
import type { Figure, Source } from './figure.ts';
import { FigureBody } from './FigureBody.tsx';
import { figureFrame, figureMark } from './marks.ts';
import { UnknownIndicator } from './UnknownIndicator.tsx';
import { useAges } from './useAges.ts';
import { useFigure } from './useFigure.ts';
import { useSentence } from './useSentence.ts';
import { whoseWords, type Speech } from './words.ts';
import './chart.css';
import './figure.css';

const engines = { fast: lazy(() => import('./FastChart.tsx')), rich: lazy(() => import('./RichChart.tsx')) };

type ChartTileInput = {
  readonly lines: readonly [Source, ...Source[]];
  readonly spec: PanelProps<'indicator-chart'>['spec'];
  readonly place: TilePlace;
  readonly onReady: () => void;
};

type ChartBodyInput = ChartTileInput & {
  readonly source: Source;
  readonly figure: Figure;
  readonly speech: Speech;
  readonly body: TileBody;
};

function ChartBody({ lines, spec, place, onReady, source, figure, speech, body }: ChartBodyInput) {
  const Engine = engines[spec.engine];
  const headPx = chartHeadPx(body, place.floorPx, lines.length);
  const heightPx = body.heightPx - headPx - Math.round(place.floorPx * 0.2);
  const size = { widthPx: body.widthPx, heightPx, floorPx: place.floorPx };
  const plain = isWideChart(body, place.floorPx) ? 'row' : 'stack';
  return (
    <div className="chart">
      <div className="chart-head" style={{ height: headPx }}>
        {lines.length === 1 ? (
          <FigureBody
            {...{ source, figure, speech, plain }}
            body={{ ...body, heightPx: headPx }}
            floorPx={place.floorPx}
          />
        ) : (
          <ChartLegend lines={lines} speech={speech} />
        )}
      </div>
      {heightPx >= leastFloors.chart.high * place.floorPx && (
        <Suspense fallback={null}>
          <Engine lines={lines} spanMs={spec.spanMs} {...size} language={speech.language} onDrawn={onReady} />
        </Suspense>
      )}
    </div>
  );
}

function ChartTile({ lines, spec, place, onReady }: ChartTileInput) {
  const words = useText();
  const language = useLanguage();
  const away = useAway() !== null;
  const speech = useMemo((): Speech => ({ words, language }), [words, language]);
  const [{ indicator }] = lines;
  const { figure, source } = useFigure(indicator, speech);
  const element = useSentence(source, figure, speech);
  const ages = useAges(source, away, speech);
  const alone = lines.length === 1;
  const names = lines.map((line) => line.indicator.shortName[language]).join(' – ');
  return (
    <div ref={element} className="tile-figure" role="figure">
      <TileFace
        place={place}
        titles={
          alone ? [indicator.name[language], indicator.shortName[language]] : [names, words.panels.chart]
        }
        mark={figureMark(figure, words)}
        frame={alone ? figureFrame(figure) : undefined}
        stale={figure.state === 'stale'}
        whose={whoseWords(indicator, figure, speech)}
        whoseIsLabel={figure.sample}
        ages={ages}
        ageIcon={away && !figure.printed ? WifiOff : undefined}
      >
        {(body) => <ChartBody {...{ lines, spec, place, onReady, source, figure, speech, body }} />}
      </TileFace>
    </div>
  );
}

/** One to six indicators over time, with the latest values above the lines. */
export default function IndicatorChartPanel({ spec, place, onReady }: PanelProps<'indicator-chart'>) {
  const catalogue = useWorld((world) => world.indicators.catalogue);
  const published = useWorld((world) => world.indicators.published);
  const lines = useMemo(
    () =>
      spec.indicatorIds.flatMap((id): readonly Source[] => {
        const indicator = catalogue[id];
        const printed = published[id];
        return indicator
          ? [{ indicator, printed: printed && printed.series.length > 0 ? printed : undefined }]
          : [];
      }),
    [spec.indicatorIds, catalogue, published],
  );
  const [first, ...rest] = lines;
  const all = useMemo(() => (first ? ([first, ...rest] as const) : null), [lines]);
  useEffect(() => {
    if (all === null) onReady();
  }, [all, onReady]);
  if (all === null) return <UnknownIndicator id={spec.indicatorIds.join(', ')} place={place} />;
  return <ChartTile lines={all} spec={spec} place={place} onReady={onReady} />;
}
