import { useEffect, useMemo, useState } from 'react';
import type { Indicator } from '../../domain/indicators/model.ts';
import type { PanelProps } from '../panels/definition.ts';
import { useWorld } from '../replica/store.ts';
import { useLanguage, useText } from '../text/language.ts';
import { useMeasure } from '../ui/measure.ts';
import type { TileBody } from '../ui/faceLayout.ts';
import { TileFace } from '../ui/TileFace.tsx';
import { columnNeeds } from './columnNeeds.ts';
import { allSample } from './figure.ts';
import { figureNow } from './figureNow.ts';
import { tableLayout, type TableLayout } from './tableLayout.ts';
import { TableRow } from './TableRow.tsx';
import { useTimed } from './useReadingOf.ts';
import type { Speech } from './words.ts';
import './figure.css';
import './indicatorTable.css';

/** A page stays long enough to be read by a stranger. */
const PAGE_MS = 15_000;
/** Rises with every page's turn. */
function useTurn(): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((before) => before + 1), PAGE_MS);
    return () => clearInterval(timer);
  }, []);
  return turn;
}

function Page(props: {
  readonly shown: readonly Indicator[];
  readonly layout: TableLayout;
  readonly speech: Speech;
  readonly labelled: boolean;
}) {
  const { shown, layout, speech, labelled } = props;
  const { columns: heads } = speech.words.indicators;
  return (
    <table className="indicator-table" aria-label={speech.words.panels.table}>
      <colgroup>
        {layout.columns.map(({ id, widthPx }) => (
          <col key={id} style={{ width: widthPx }} />
        ))}
      </colgroup>
      {layout.hasHead && (
        <thead>
          <tr style={{ height: layout.rowPx }}>
            {layout.columns.map(({ id }) => (
              <th key={id} scope="col" className={`column-${id}`}>
                {heads[id]}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {shown.map((indicator) => (
          <TableRow key={indicator.id} {...{ indicator, layout, speech, labelled }} />
        ))}
      </tbody>
    </table>
  );
}

/** Many indicators, one line each, paged to what can be read from the farthest seat. */
export default function IndicatorTablePanel({ spec, place, onReady }: PanelProps<'indicator-table'>) {
  const words = useText();
  const language = useLanguage();
  const measure = useMeasure();
  const speech = useMemo((): Speech => ({ words, language }), [words, language]);
  const catalogue = useWorld((world) => world.indicators.catalogue);
  const indicators = useMemo(
    () => spec.indicatorIds.flatMap((id) => catalogue[id] ?? []),
    [spec.indicatorIds, catalogue],
  );
  const published = useWorld((world) => world.indicators.published);
  const turn = useTurn();
  useEffect(onReady, [onReady]);
  const sources = useMemo(
    () => indicators.map((indicator) => ({ indicator, printed: published[indicator.id] })),
    [indicators, published],
  );
  const sample = useTimed(() => Number(allSample(sources.map(figureNow)))) === 1;
  const isLabelled = (body: TileBody) => sample && body.label === undefined;
  const layoutIn = (body: TileBody) => {
    const needs = columnNeeds(sources, { ...speech, labelled: isLabelled(body) }, measure);
    return tableLayout({ ...body, floorPx: place.floorPx }, needs, indicators.length);
  };
  return (
    <TileFace
      place={place}
      titles={[words.panels.table]}
      whose={sample ? [words.indicators.sample, words.indicators.sampleShort] : []}
      whoseIsLabel={sample}
      noteRoom={words.indicators.page(10, 10)}
      note={(body) => {
        const { pages } = layoutIn(body);
        return pages > 1 ? words.indicators.page((turn % pages) + 1, pages) : undefined;
      }}
    >
      {(body) => {
        const layout = layoutIn(body);
        const first = (turn % layout.pages) * layout.rows;
        const shown = indicators.slice(first, first + layout.rows);
        return <Page {...{ shown, layout, speech }} labelled={isLabelled(body)} />;
      }}
    </TileFace>
  );
}
