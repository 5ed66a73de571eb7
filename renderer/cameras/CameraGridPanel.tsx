import { GalleryHorizontalEnd, Pause } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { GridView } from '../../domain/cameras/grid.ts';
import type { CameraState } from '../../domain/cameras/model.ts';
import { turnOf } from '../../domain/wall/lookRules.ts';
import type { TileLook } from '../../domain/wall/looking.ts';
import type { PanelProps } from '../panels/definition.ts';
import { useWorld } from '../replica/store.ts';
import { useText } from '../text/language.ts';
import type { TileBody } from '../ui/faceLayout.ts';
import { TileFace, type TileMark } from '../ui/TileFace.tsx';
import { CameraSight } from './CameraSight.tsx';
import type { Size } from './fit.ts';
import { cellPlace } from './gridPlaces.ts';
import { useGridTitles } from './gridTitles.ts';
import { ReplayFence } from './playback/ReplayFence.tsx';
import { useReplayed } from './playback/useReplay.ts';
import { useGrid } from './useGrid.ts';
import { useActive, useLook } from './useLook.ts';
import './grid.css';

type Props = PanelProps<'camera-grid'>;

/** Between cells, in parts of the smallest type. */
const GAP_FLOORS = 0.12;
/** The other cells stay connected so long behind an enlarged one: a short look is a cut there and back, ms. */
const LINGER_MS = 10_000;

/** True once something has been so for a while. */
function useLasting(on: boolean, ms: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!on) return setLasts(false);
    const timer = setTimeout(() => setLasts(true), ms);
    return () => clearTimeout(timer);
  }, [on, ms]);
  return lasts && on;
}

type Standing = { readonly state: CameraState; readonly thinned: boolean };
type Standings = Readonly<Record<number, Standing>>;
type Note = (index: number, state: CameraState, thinned: boolean) => void;

/** How the cells stand, as they told last. */
function useStandings(): readonly [Standings, Note] {
  const [standings, setStandings] = useState<Standings>({});
  const note = useCallback<Note>((index, state, thinned) => {
    setStandings((before) => {
      const { [index]: known } = before;
      return known?.state === state && known.thinned === thinned
        ? before
        : { ...before, [index]: { state, thinned } };
    });
  }, []);
  return [standings, note];
}

function Cell(props: {
  readonly tileId: string;
  readonly index: number;
  readonly view: GridView;
  readonly box: Size;
  readonly floorPx: number;
  readonly look: TileLook;
  readonly active: readonly string[];
  readonly audible: boolean;
  readonly turn: string | undefined;
  readonly onState: Note;
}) {
  const { tileId, index, view, box, floorPx, look, active, audible, onState } = props;
  const cameraId = view.cells[index];
  const isLarge = cameraId === look.large?.cameraId;
  const place = isLarge
    ? { leftPx: 0, topPx: 0, ...box }
    : cellPlace(box, view, index, Math.round(GAP_FLOORS * floorPx));
  const said = useCallback(
    (state: CameraState, thinned: boolean) => onState(index, state, thinned),
    [onState, index],
  );
  const { leftPx, topPx, widthPx, heightPx } = place;
  const sight = useMemo(() => ({ widthPx, heightPx, floorPx }), [widthPx, heightPx, floorPx]);
  if (cameraId === undefined || cameraId === null) return null;
  const isActive = active.includes(cameraId);
  return (
    <div
      className={isLarge ? 'grid-cell large' : 'grid-cell'}
      style={{ left: leftPx, top: topPx, width: widthPx, height: heightPx }}
    >
      <ReplayFence tileId={tileId} cameraId={cameraId} place={sight}>
        <CameraSight
          cameraId={cameraId}
          soonId={view.soon[index] ?? null}
          place={sight}
          look={look}
          importance={isLarge ? 'focus' : 'normal'}
          audible={audible && isLarge}
          active={isActive}
          isCell={!isLarge && view.cells.length > 1}
          turn={props.turn}
          onState={said}
        />
      </ReplayFence>
    </div>
  );
}

function Cells(props: {
  readonly view: GridView;
  readonly box: Size;
  readonly tile: Props;
  readonly look: TileLook;
  readonly turn: string | undefined;
  readonly onState: Note;
}) {
  const { view, box, tile, look, turn, onState } = props;
  const active = useActive();
  const largeAt = view.cells.findIndex((id) => id !== null && id === look.large?.cameraId);
  const alone = useLasting(largeAt >= 0, LINGER_MS);
  return (
    <div className="grid-cells" style={{ width: box.widthPx, height: box.heightPx }}>
      {view.cells.map((_id, index) =>
        alone && index !== largeAt ? null : (
          <Cell
            key={index}
            tileId={tile.tile.id}
            index={index}
            view={view}
            box={box}
            floorPx={tile.place.floorPx}
            look={look}
            active={active}
            audible={tile.audible}
            turn={turn}
            onState={onState}
          />
        ),
      )}
    </div>
  );
}

/** Where a grid stands that goes round: `trang 2/5`, and whether somebody holds it. */
function useTurnMark(view: GridView, look: TileLook, lookedBack: boolean): TileMark | undefined {
  const words = useText().cameras;
  if (view.pages === 1) return undefined;
  const paused = turnOf(look, lookedBack)?.paused === true;
  const page = words.page(view.page + 1, view.pages);
  return {
    icon: paused ? Pause : GalleryHorizontalEnd,
    word: paused ? words.pausedAt(page) : page,
    short: `${view.page + 1}/${view.pages}`,
    tone: 'quiet',
  };
}

/** True when a picture of the page is no real one. */
function useSample(view: GridView): boolean {
  return useWorld((world) =>
    view.cells.some((id) => id !== null && world.cameras.byId[id]?.provenance === 'sample'),
  );
}

/** Many cameras in one tile, page by page or cell by cell; one cell alone is a tour. */
export default function CameraGridPanel(props: Props) {
  const { tile, spec, place, onReady, onSource } = props;
  const words = useText();
  const look = useLook(tile);
  const view = useGrid(spec, tile, look);
  const titles = useGridTitles(spec);
  const replayed = useReplayed(tile.id);
  const mark = useTurnMark(view, look, replayed.length > 0);
  const [standings, onState] = useStandings();
  const states = view.cells.map((_id, index) => standings[index]?.state ?? 'connecting');
  const shown = states.filter((_state, index) => view.cells[index] !== null);
  // What shows the past is not live, though its camera is.
  const live = view.cells.filter(
    (id, index) => id !== null && states[index] === 'live' && !replayed.includes(id),
  ).length;
  const settled = shown.every((state) => state !== 'connecting');
  // Who looks back at cameras that are gone wants to see that, and no substitute.
  const anyLives =
    replayed.length > 0 ||
    view.cells.some(
      (id, index) => id !== null && (states[index] === 'live' || standings[index]?.thinned === true),
    );
  const sample = useSample(view);
  const isEmpty = shown.length === 0;
  useEffect(() => {
    if (!settled) return;
    onReady();
    onSource(anyLives);
  }, [settled, anyLives, onReady, onSource]);
  if (view.columns * view.rows === 1 && !isEmpty) {
    return <Cells view={view} box={place} tile={props} look={look} turn={mark?.short} onState={onState} />;
  }
  return (
    <div
      className="camera-grid"
      role="group"
      aria-label={words.cameras.gridLabel(titles[0] ?? '', mark?.word)}
    >
      <TileFace
        place={place}
        titles={titles}
        mark={mark}
        whose={sample ? [words.cameras.sample, words.cameras.sampleShort] : []}
        whoseIsLabel={sample}
        ages={isEmpty ? [] : [words.cameras.liveOf(live, shown.length)]}
      >
        {(body: TileBody) =>
          isEmpty ? (
            <p className="camera-none">{words.cameras.gridNone}</p>
          ) : (
            <Cells view={view} box={body} tile={props} look={look} turn={undefined} onState={onState} />
          )
        }
      </TileFace>
    </div>
  );
}
