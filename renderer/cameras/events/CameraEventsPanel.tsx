import { BellRing, Check, WifiOff } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import type { PanelProps } from '../../panels/definition.ts';
import { useNow } from '../../replica/clock.ts';
import { useWorld } from '../../replica/store.ts';
import { useHeardAges } from '../../replica/useHeardAges.ts';
import { useLanguage, useText } from '../../text/language.ts';
import type { Dictionary } from '../../text/vi.ts';
import type { TileBody } from '../../ui/faceLayout.ts';
import { Icon } from '../../ui/Icon.tsx';
import { firstFitting, useMeasure } from '../../ui/measure.ts';
import { TileFace, type TileMark } from '../../ui/TileFace.tsx';
import { CARD_SPARE_EM, cardLayout } from './cardLayout.ts';
import { cardRows, type CardRow } from './cardRows.ts';
import { EventPicture } from './EventPicture.tsx';
import { kindIcons } from './marks.ts';
import './cards.css';

function Card(props: {
  readonly row: CardRow;
  readonly widthEm: number;
  readonly markSample: boolean;
  readonly pictured: boolean;
}) {
  const { row, widthEm, markSample, pictured } = props;
  const text = useText().cameraEvents;
  const measure = useMeasure();
  const details = row.details.map((each) =>
    markSample && row.sample ? `${each} · ${text.sampleShort}` : each,
  );
  const shown = firstFitting(details, (each) => measure(each) <= widthEm);
  return (
    <li
      className={row.active ? 'event-card active' : 'event-card'}
      aria-label={text.card(row.what, row.camera, row.details[0] ?? '')}
    >
      <Icon of={kindIcons[row.kind]} />
      <span className="event-what">{row.what}</span>
      <span className="event-camera">{row.camera}</span>
      <span className="event-when">{shown.text}</span>
      {pictured && row.pictured && <EventPicture event={row.pictured} />}
    </li>
  );
}

function cardsMark(rows: readonly CardRow[], { cameraEvents }: Dictionary): TileMark {
  const active = rows.filter((row) => row.active).length;
  if (active === 0) return { icon: Check, word: cameraEvents.calm, short: '0', tone: 'quiet' };
  const word = cameraEvents.goingOn(active);
  return { icon: BellRing, word, short: String(active), tone: 'attention', filled: true };
}

function useRows(): readonly CardRow[] {
  const words = useText();
  const language = useLanguage();
  const events = useWorld((world) => world.cameraEvents);
  const cameras = useWorld((world) => world.cameras.byId);
  // What is over by the clock alone is over within this time, ms.
  const now = Math.floor(useNow() / 10_000) * 10_000;
  return useMemo(
    () => cardRows(events, cameras, now, { words, language }),
    [events, cameras, now, words, language],
  );
}

/** What the cameras' own analysis told: jams, crowds, smoke and plates that are looked for, the newest first. */
export default function CameraEventsPanel({ place, onReady }: PanelProps<'camera-events'>) {
  const words = useText();
  const text = words.cameraEvents;
  const rows = useRows();
  const { ages, away } = useHeardAges();
  const allSample = rows.length > 0 && rows.every(({ sample }) => sample);
  useEffect(onReady, [onReady]);
  const layoutIn = (body: TileBody) => cardLayout(body, place.floorPx, rows.length);
  const hidden = (body: TileBody): number => rows.length - layoutIn(body).shown;
  return (
    <TileFace
      place={place}
      titles={[text.title]}
      mark={cardsMark(rows, words)}
      whose={allSample ? [text.sample, text.sampleShort] : []}
      whoseIsLabel={allSample}
      ages={ages}
      ageIcon={away ? WifiOff : undefined}
      noteRoom={rows.length > 1 ? text.others(rows.length) : undefined}
      note={(body) => (hidden(body) > 0 ? text.others(hidden(body)) : undefined)}
    >
      {(body) => {
        if (rows.length === 0) return <p className="camera-none">{text.quiet}</p>;
        const { columns, shown, columnPx, pictured } = layoutIn(body);
        const widthEm = columnPx / place.floorPx - CARD_SPARE_EM;
        return (
          <ul
            className="event-cards"
            aria-label={text.title}
            style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
          >
            {rows.slice(0, shown).map((row) => (
              <Card key={row.id} {...{ row, widthEm, pictured }} markSample={!allSample} />
            ))}
          </ul>
        );
      }}
    </TileFace>
  );
}
