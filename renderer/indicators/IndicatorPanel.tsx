import { WifiOff } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import type { Indicator } from '../../domain/indicators/model.ts';
import type { PanelProps, TilePlace } from '../panels/definition.ts';
import { currentTime } from '../replica/clock.ts';
import { useAway } from '../replica/away.ts';
import { useWorld } from '../replica/store.ts';
import { useLanguage, useText } from '../text/language.ts';
import { TileFace } from '../ui/TileFace.tsx';
import { FigureBody } from './FigureBody.tsx';
import { figureNow } from './figureNow.ts';
import { Gap } from './Gap.tsx';
import { figureFrame, figureMark } from './marks.ts';
import { UnknownIndicator } from './UnknownIndicator.tsx';
import { useAges } from './useAges.ts';
import { useFigure } from './useFigure.ts';
import { useSentence } from './useSentence.ts';
import { figureSentence, whoseWords, type Speech } from './words.ts';
import './figure.css';

function KnownIndicator(props: {
  readonly indicator: Indicator;
  readonly place: TilePlace;
  readonly onSource: (alive: boolean) => void;
}) {
  const { indicator, place, onSource } = props;
  const words = useText();
  const language = useLanguage();
  const away = useAway() !== null;
  const speech = useMemo((): Speech => ({ words, language }), [words, language]);
  const { figure, source } = useFigure(indicator, speech);
  const element = useSentence(() =>
    figureSentence(indicator, figureNow(source), { ...speech, now: currentTime() }),
  );
  const ages = useAges(source, away, speech);
  const missing = figure.state === 'missing';
  useEffect(() => onSource(!missing), [missing, onSource]);
  return (
    <div ref={element} className="tile-figure" role="figure">
      <TileFace
        place={place}
        titles={[indicator.name[language], indicator.shortName[language]]}
        mark={figureMark(figure, words)}
        frame={figureFrame(figure)}
        stale={figure.state === 'stale'}
        whose={whoseWords(indicator, figure, speech)}
        whoseIsLabel={figure.sample}
        ages={ages}
        ageIcon={away && !figure.printed ? WifiOff : undefined}
      >
        {(body) =>
          missing ? (
            <Gap indicator={indicator} body={body} floorPx={place.floorPx} />
          ) : (
            <FigureBody {...{ source, figure, speech, body }} floorPx={place.floorPx} />
          )
        }
      </TileFace>
    </div>
  );
}

/** One indicator as one number, with what it stands against, how fresh it is and whose it is. */
export default function IndicatorPanel({ spec, place, onReady, onSource }: PanelProps<'indicator'>) {
  const indicator = useWorld((world) => world.indicators.catalogue[spec.indicatorId]);
  const unknown = indicator === undefined;
  useEffect(onReady, [onReady]);
  useEffect(() => {
    if (unknown) onSource(false);
  }, [unknown, onSource]);
  if (unknown) return <UnknownIndicator id={spec.indicatorId} place={place} />;
  return <KnownIndicator indicator={indicator} place={place} onSource={onSource} />;
}
