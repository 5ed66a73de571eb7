import { Newspaper, WifiOff } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import type { Indicator } from '../../domain/indicators/model.ts';
import type { PanelProps, TilePlace } from '../panels/definition.ts';
import { useAway } from '../replica/away.ts';
import { useWorld } from '../replica/store.ts';
import { useLanguage, useText } from '../text/language.ts';
import { TileFace } from '../ui/TileFace.tsx';
import { readFigure } from './figure.ts';
import { FigureBody } from './FigureBody.tsx';
import { Gap } from './Gap.tsx';
import { figureFrame, figureMark } from './marks.ts';
import { UnknownIndicator } from './UnknownIndicator.tsx';
import { useFigure } from './useFigure.ts';
import { useReadingOf } from './useReadingOf.ts';
import { useSentence } from './useSentence.ts';
import { ageWords, whoseWords, type Speech } from './words.ts';
import './figure.css';

function KnownIndicator(props: { readonly indicator: Indicator; readonly place: TilePlace }) {
  const { indicator, place } = props;
  const words = useText();
  const language = useLanguage();
  const away = useAway() !== null;
  const speech = useMemo((): Speech => ({ words, language }), [words, language]);
  const told = useFigure(indicator, speech);
  const { figure, printed } = told;
  const element = useSentence(indicator, told, speech);
  const ages = useReadingOf(indicator.id, (reading, now) =>
    ageWords(readFigure(indicator, reading, printed, now), now, away, speech).join('\n'),
  );
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
        ages={ages === '' ? [] : ages.split('\n')}
        ageIcon={figure.printed ? Newspaper : away ? WifiOff : undefined}
      >
        {(body) =>
          figure.state === 'missing' ? (
            <Gap indicator={indicator} body={body} floorPx={place.floorPx} />
          ) : (
            <FigureBody {...{ indicator, printed, figure, speech, body }} floorPx={place.floorPx} />
          )
        }
      </TileFace>
    </div>
  );
}

/** One indicator as one number, with what it stands against, how fresh it is and whose it is. */
export default function IndicatorPanel({ spec, place, onReady }: PanelProps<'indicator'>) {
  const indicator = useWorld((world) => world.indicators.catalogue[spec.indicatorId]);
  useEffect(onReady, [onReady]);
  if (indicator === undefined) return <UnknownIndicator id={spec.indicatorId} place={place} />;
  return <KnownIndicator indicator={indicator} place={place} />;
}
