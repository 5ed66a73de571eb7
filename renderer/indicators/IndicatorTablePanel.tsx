import { useEffect, useMemo, useState } from 'react';
import type { Indicator } from '../../domain/indicators/model.ts';
import type { PanelProps } from '../panels/definition.ts';
import { latestReading, useWorld } from '../replica/store.ts';
import { useLanguage, useText } from '../text/language.ts';
import { TileFace, type TileBody } from '../ui/TileFace.tsx';
import { tableLayout, type TableLayout } from './tableLayout.ts';
import { TableRow } from './TableRow.tsx';
import type { Speech } from './words.ts';
import './figure.css';
import './indicatorTable.css';

/** A page stays long enough to be read by a stranger. */
const PAGE_MS = 15_000;

/** The page whose turn it is; one page stays for good. */
function usePage(pages: number): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (pages < 2) return;
    const timer = setInterval(() => setTurn((before) => before + 1), PAGE_MS);
    return () => clearInterval(timer);
  }, [pages]);
  return turn % pages;
}

function Pages(props: { readonly indicators: readonly Indicator[]; readonly layout: TableLayout; readonly speech: Speech }) {
  const { indicators, layout, speech } = props;
  const page = usePage(layout.pages);
  const { columns: heads } = speech.words.indicators;
  const shown = indicators.slice(page * layout.rows, (page + 1) * layout.rows);
  return (
    <>
      <table className={`indicator-table columns-${layout.columns.length}`} aria-label={speech.words.panels.table}>
        {layout.hasHead && (
          <thead>
            <tr style={{ height: layout.rowPx }}>
              {layout.columns.map((column) => (
                <th key={column} scope="col" className={`column-${column}`}>
                  {heads[column]}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {shown.map((indicator) => (
            <TableRow key={indicator.id} indicator={indicator} columns={layout.columns} speech={speech} />
          ))}
        </tbody>
      </table>
      {layout.pages > 1 && <p className="indicator-table-page">{speech.words.indicators.page(page + 1, layout.pages)}</p>}
    </>
  );
}

/** Many indicators, one line each, paged to what can be read from the farthest seat. */
export default function IndicatorTablePanel({ spec, place, onReady }: PanelProps<'indicator-table'>) {
  const words = useText();
  const language = useLanguage();
  const speech = useMemo((): Speech => ({ words, language }), [words, language]);
  const catalogue = useWorld((world) => world.indicators.catalogue);
  const indicators = useMemo(
    () => spec.indicatorIds.flatMap((id) => catalogue[id] ?? []),
    [spec.indicatorIds, catalogue],
  );
  const sample = indicators.some(({ id }) => latestReading(id)?.provenance === 'sample');
  useEffect(onReady, [onReady]);
  const layoutIn = (body: TileBody) => tableLayout({ ...body, floorPx: place.floorPx }, indicators.length);
  return (
    <TileFace
      place={place}
      titles={[words.panels.table]}
      whose={sample ? [words.indicators.sample, words.indicators.sampleShort] : []}
      whoseIsLabel={sample}
      ages={sample ? [''] : []}
    >
      {(body) => <Pages indicators={indicators} layout={layoutIn(body)} speech={speech} />}
    </TileFace>
  );
}
