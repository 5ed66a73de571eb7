import type { Indicator } from '../../domain/indicators/model.ts';
import { useLanguage, useText } from '../text/language.ts';
import { useMeasure } from '../ui/measure.ts';
import type { TileBody } from '../ui/faceLayout.ts';
import { linePx } from '../ui/tileLayout.ts';

/** A named gap: that there is no value, and who has not sent it when there is room to say so. */
export function Gap(props: {
  readonly indicator: Indicator;
  readonly body: TileBody;
  readonly floorPx: number;
}) {
  const { indicator, body, floorPx } = props;
  const words = useText();
  const language = useLanguage();
  const measure = useMeasure();
  const from = words.indicators.missingFrom(indicator.office[language]);
  const roomy = body.heightPx >= 2 * linePx(floorPx) && measure(from) * floorPx <= body.widthPx;
  return (
    <p className="figure-gap">
      <span>{words.indicators.missing}</span>
      {roomy && <span>{from}</span>}
    </p>
  );
}
