import { useEffect, useMemo, useState } from 'react';
import type { Indicator } from '../../domain/indicators/model.ts';
import type { PanelProps } from '../panels/definition.ts';
import { currentTime } from '../replica/clock.ts';
import { latestReading, useWorld } from '../replica/store.ts';
import { useLanguage, useText } from '../text/language.ts';
import { useMeasure, type Measure } from '../ui/measure.ts';
import { TileFace, type TileBody } from '../ui/TileFace.tsx';
import { readFigure, type Source } from './figure.ts';
import { tableLayout, type TableColumn, type TableLayout } from './tableLayout.ts';
import { TableRow } from './TableRow.tsx';
import { ageWords, standingWords, valueWords, type Speech } from './words.ts';
import './figure.css';
import './indicatorTable.css';

/** A page stays long enough to be read by a stranger. */
const PAGE_MS = 15_000;
const ICON_EM = 1.3;
/** The numbers of a table are this much larger than its text. */
const NUMBER_EM = 1.2;

/** Rises with every page's turn. */
function useTurn(): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((before) => before + 1), PAGE_MS);
    return () => clearInterval(timer);
  }, []);
  return turn;
}

/** What each column needs for its longest words as they stand now, in floors of type. */
function columnNeeds(
  sources: readonly Source[],
  speech: Speech,
  measure: Measure,
): Record<TableColumn, number> {
  const now = currentTime();
  const { language, words } = speech;
  const needs = {
    name: 0,
    value: measure(words.indicators.missing),
    against: 0,
    age: measure(words.indicators.columns.age),
  };
  for (const source of sources) {
    const { indicator } = source;
    const figure = readFigure(source, latestReading(indicator.id), now);
    const value = measure(valueWords(indicator, figure, language), 'numbers') * NUMBER_EM;
    const age = ageWords(figure, { now, away: false }, speech).at(-1) ?? '';
    needs.name = Math.max(needs.name, measure(indicator.shortName[language]) + (figure.past ? ICON_EM : 0));
    needs.value = Math.max(needs.value, value + measure(indicator.measure[language]) + 0.25);
    needs.against = Math.max(needs.against, measure(standingWords(indicator, figure, speech)));
    needs.age = Math.max(needs.age, measure(age) + ICON_EM);
  }
  return needs;
}

function Page(props: {
  readonly shown: readonly Indicator[];
  readonly layout: TableLayout;
  readonly speech: Speech;
}) {
  const { shown, layout, speech } = props;
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
          <TableRow key={indicator.id} indicator={indicator} layout={layout} speech={speech} />
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
  const sample = indicators.some(({ id }) => latestReading(id)?.provenance === 'sample');
  const sources = indicators.map((indicator) => ({ indicator, printed: published[indicator.id] }));
  const needs = columnNeeds(sources, speech, measure);
  const layoutIn = (body: TileBody) =>
    tableLayout({ ...body, floorPx: place.floorPx }, needs, indicators.length);
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
        return <Page shown={indicators.slice(first, first + layout.rows)} layout={layout} speech={speech} />;
      }}
    </TileFace>
  );
}
