import { useEffect, useMemo } from 'react';
import { VideoOff } from 'lucide-react';
import type { CamerasState } from '../../domain/cameras/state.ts';
import type { PanelProps } from '../panels/definition.ts';
import { useNow } from '../replica/clock.ts';
import { useWorld } from '../replica/store.ts';
import { formatMoment } from '../text/format.ts';
import { useLanguage, useText } from '../text/language.ts';
import { Icon } from '../ui/Icon.tsx';
import type { TileBody } from '../ui/faceLayout.ts';
import { firstFitting, useMeasure } from '../ui/measure.ts';
import { TileFace, type TileMark } from '../ui/TileFace.tsx';
import { pageOf } from './listPages.ts';
import { cameraPages } from './cameraPages.ts';
import { isTrouble, stateIcons, stateTones } from './marks.ts';
import { nameWordings } from './nameWordings.ts';
import { useHealths, type CameraRow } from './useHealths.ts';
import './camera.css';

/** Of a row, in parts of the type size: its padding and one gap; the sign before it, in a row of two lines and of one. */
const EDGES_EM = 1.3;
const SIGN_EM = { tall: 1.6, flat: 1 } as const;
/** Between the name and the word in the same line. */
const WORD_GAP_EM = 0.5;

/** A page stands so long before the next one comes, ms. */
const PAGE_MS = 12_000;

/** Room that the longest name takes in a row of one line, with its sign and the longest word for a state that is there, em. */
function useWidest(rows: readonly CameraRow[]): number {
  const measure = useMeasure();
  const { states } = useText().cameras;
  const language = useLanguage();
  const byId = useWorld((world) => world.cameras.byId);
  return useMemo(() => {
    const names = rows.map(({ id }) => measure(byId[id]?.name[language] ?? id, 'strong'));
    const words = rows.map(({ state }) => measure(states[state]));
    return EDGES_EM + SIGN_EM.flat + WORD_GAP_EM + Math.max(0, ...names) + Math.max(0, ...words);
  }, [rows, measure, states, language, byId]);
}

type RowInput = {
  readonly row: CameraRow;
  readonly now: number;
  readonly tall: boolean;
  readonly widthPx: number;
  readonly floorPx: number;
};

/** What the name is called in the room that sign and word leave to it. */
function useShownName(name: string, word: string, { tall, widthPx, floorPx }: RowInput): string {
  const measure = useMeasure();
  const taken = EDGES_EM + (tall ? SIGN_EM.tall : SIGN_EM.flat + WORD_GAP_EM + measure(word));
  const roomPx = widthPx - taken * floorPx;
  return firstFitting(nameWordings(name, undefined), (text) => measure(text, 'strong') * floorPx <= roomPx)
    .text;
}

function Row(props: RowInput) {
  const { row, now, tall } = props;
  const words = useText();
  const language = useLanguage();
  const name = useWorld((world) => world.cameras.byId[row.id]?.name[language] ?? row.id);
  const state = words.cameras.states[row.state];
  const since =
    isTrouble(row.state) && row.since !== null ? words.cameras.since(formatMoment(row.since, now)) : null;
  const shown = useShownName(name, state, props);
  return (
    <li
      className={`camera-row ${tall ? 'tall' : ''}`}
      aria-label={words.cameras.row(name, [state, since].filter(Boolean).join(' '))}
    >
      <span className={`camera-sign tone-${stateTones[row.state]}`}>
        <Icon of={stateIcons[row.state]} />
      </span>
      <span className="camera-name">{shown}</span>
      <span className={`camera-word ${isTrouble(row.state) ? 'trouble' : ''}`}>
        {since !== null && tall ? `${state} ${since}` : state}
      </span>
    </li>
  );
}

function listMark(rows: readonly CameraRow[], troubled: (count: number) => string): TileMark | undefined {
  const trouble = rows.filter(({ state }) => isTrouble(state)).length;
  return trouble > 0
    ? { icon: VideoOff, word: troubled(trouble), tone: 'attention', filled: true }
    : undefined;
}

/** Every camera in its turn; rows of a list that is longer than a page fill it from top to bottom. */
function usePages(
  rows: readonly CameraRow[],
  floorPx: number,
  now: number,
): (body: TileBody) => ReturnType<typeof cameraPages> & ReturnType<typeof pageOf<CameraRow>> {
  const widestPx = useWidest(rows) * floorPx;
  const turn = Math.floor(now / PAGE_MS);
  return (body) => {
    const layout = cameraPages(body, { floorPx, widestPx }, rows.length);
    return { ...layout, ...pageOf(rows, layout.perPage, turn) };
  };
}

/** What everybody in the room may see: a list asks the register, and a restricted camera is named or not shown. */
function useOpenCameras(): CamerasState['byId'] {
  const byId = useWorld((world) => world.cameras.byId);
  return useMemo(
    () => Object.fromEntries(Object.entries(byId).filter(([, { restricted }]) => !restricted)),
    [byId],
  );
}

/** Every camera with its state in words and shape, those that somebody must look at first. */
export default function CameraListPanel({ place, onReady }: PanelProps<'camera-list'>) {
  const words = useText();
  const now = useNow();
  const cameras = useOpenCameras();
  const rows = useHealths(cameras);
  const live = rows.filter(({ state }) => state === 'live').length;
  const pagesIn = usePages(rows, place.floorPx, now);
  const sample = Object.values(cameras).some(({ provenance }) => provenance === 'sample');
  useEffect(onReady, [onReady]);
  return (
    <TileFace
      place={place}
      titles={[words.panels.cameras]}
      mark={listMark(rows, words.cameras.troubled)}
      whose={sample ? [words.cameras.sample, words.cameras.sampleShort] : []}
      whoseIsLabel={sample}
      ages={[words.cameras.liveOf(live, rows.length)]}
      noteRoom={rows.length > 1 ? words.cameras.page(10, 10) : undefined}
      note={(body) => {
        const { page, pages } = pagesIn(body);
        return pages > 1 ? words.cameras.page(page + 1, pages) : undefined;
      }}
    >
      {(body) => {
        if (rows.length === 0) return <p className="camera-none">{words.cameras.none}</p>;
        const { shown, pages, columns, columnPx, high, tall } = pagesIn(body);
        const down = pages > 1 ? { gridTemplateRows: `repeat(${high}, 1fr)` } : {};
        return (
          <ul
            className="camera-list"
            style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`, ...down }}
          >
            {shown.map((row) => (
              <Row key={row.id} {...{ row, now, tall, floorPx: place.floorPx }} widthPx={columnPx} />
            ))}
          </ul>
        );
      }}
    </TileFace>
  );
}
