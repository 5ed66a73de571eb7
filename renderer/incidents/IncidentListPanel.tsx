import { BellRing, Check, WifiOff } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import type { PanelProps } from '../panels/definition.ts';
import { useHeardAges } from '../replica/useHeardAges.ts';
import { useNow } from '../replica/clock.ts';
import { useWorld } from '../replica/store.ts';
import { useLanguage, useText } from '../text/language.ts';
import type { Dictionary } from '../text/vi.ts';
import { useMeasure, type Measure } from '../ui/measure.ts';
import type { TileBody } from '../ui/faceLayout.ts';
import { TileFace, type TileMark, type Tone } from '../ui/TileFace.tsx';
import { saysAll } from './detailFit.ts';
import { listLayout, type ListLayout } from './listLayout.ts';
import { labelWords, wallRows, type WallRow } from './wallRows.ts';
import { WallRowView } from './WallRowView.tsx';
import './incidentList.css';

function listMark(rows: readonly WallRow[], words: Dictionary): TileMark | undefined {
  const unseen = rows.filter((row) => row.unseen);
  if (rows.length === 0) return undefined;
  if (unseen.length === 0) return { icon: Check, word: words.incidentList.allKnown, tone: 'quiet' };
  const tones: Record<WallRow['severity'], Tone> = {
    info: 'quiet',
    warning: 'attention',
    critical: 'serious',
    emergency: 'emergency',
  };
  return {
    icon: BellRing,
    word: words.incidentList.unseen(unseen.length),
    short: String(unseen.length),
    tone: tones[unseen[0]?.severity ?? 'info'],
    filled: true,
  };
}

function rowWidthEm(widthPx: number, { padPx, fontPx }: ListLayout): number {
  return (widthPx - 6 * padPx) / fontPx;
}

type Labelled = { readonly row: WallRow; readonly label: string };

/** Type grows only where every row still says all of it. */
function layoutFor(rows: readonly Labelled[], room: ListRoom, measure: Measure): ListLayout {
  const wanted = { open: rows.length, max: room.max };
  const large = listLayout(room, { ...wanted, mayGrow: true });
  const widthEm = rowWidthEm(room.widthPx, large);
  return rows.every(({ row, label }) => saysAll(row, { label, measure, widthEm }))
    ? large
    : listLayout(room, { ...wanted, mayGrow: false });
}

type ListRoom = {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly floorPx: number;
  readonly max: number;
};

function Rows(props: {
  readonly rows: readonly Labelled[];
  readonly layout: ListLayout;
  readonly widthPx: number;
}) {
  const { rows, layout, widthPx } = props;
  const words = useText();
  const measure = useMeasure();
  const fit = { widthEm: rowWidthEm(widthPx, layout), measure };
  const shapeOf = (index: number) => (layout.narrow ? 'narrow' : index < layout.twoLines ? 'two' : 'one');
  return (
    <ul className="incident-list" style={{ fontSize: layout.fontPx, gap: layout.gapPx }}>
      {rows.slice(0, layout.shown).map(({ row, label }, index) => (
        <WallRowView key={row.id} row={row} fit={{ ...fit, label }} shape={shapeOf(index)} words={words} />
      ))}
    </ul>
  );
}

function Quiet() {
  const words = useText();
  return (
    <div className="incident-quiet">
      <p>{words.incidentList.quiet}</p>
      <p>{words.incidentList.quietHelp}</p>
    </div>
  );
}

/** The open incidents, gravest first, filling the tile. */
export default function IncidentListPanel({ spec, place, onReady }: PanelProps<'incident-list'>) {
  const words = useText();
  const language = useLanguage();
  const incidents = useWorld((world) => world.incidents);
  const measure = useMeasure();
  const { ages, away } = useHeardAges();
  const today = Math.floor(useNow() / 60_000) * 60_000;
  const rows = useMemo(
    () => wallRows(incidents, { words, language }, today),
    [incidents, words, language, today],
  );
  const sample = rows.length > 0 && rows.every(({ provenance }) => provenance === 'sample');
  useEffect(onReady, [onReady]);
  const labelled = (body: TileBody): readonly Labelled[] =>
    rows.map((row) => ({ row, label: labelWords(row, sample && body.label === undefined, words) }));
  const layoutIn = (body: TileBody) =>
    layoutFor(labelled(body), { ...body, floorPx: place.floorPx, max: spec.max }, measure);
  const hidden = (body: TileBody) => layoutIn(body).hidden;
  return (
    <TileFace
      place={place}
      titles={[rows.length > 0 ? words.incidentList.open(rows.length) : words.panels.incidents]}
      mark={listMark(rows, words)}
      whose={sample ? [words.incidentList.sample, words.indicators.sampleShort] : []}
      whoseIsLabel={sample}
      ages={ages}
      ageIcon={away ? WifiOff : undefined}
      noteRoom={rows.length > 1 ? words.incidentList.more(rows.length) : undefined}
      note={(body) => (hidden(body) > 0 ? words.incidentList.more(hidden(body)) : undefined)}
    >
      {(body) =>
        rows.length === 0 ? (
          <Quiet />
        ) : (
          <Rows rows={labelled(body)} layout={layoutIn(body)} widthPx={body.widthPx} />
        )
      }
    </TileFace>
  );
}
