import { useMemo, useRef, type ReactNode } from 'react';
import type { Canvas, Display, Receipt, Scene } from '../../domain/wall/model.ts';
import { useNow } from '../replica/clock.ts';
import { useText } from '../text/language.ts';
import { useAgo } from '../text/useAgo.ts';
import { boardLayout, type Board, type BoardPlace } from './boardLayout.ts';
import { pictureAgeMs, pictureState, type PictureState } from './pictureAge.ts';
import { usePicture } from './pictures.ts';
import { receiptWords } from './receiptWords.ts';
import { SceneSchematic } from './SceneSchematic.tsx';
import { useSize } from './useSize.ts';
import './board.css';

/** Captions in parts of the console's type: one line, and two where a display is too narrow for one. */
const captions = { oneLine: 1.9, twoLines: 3.3, narrowUnder: 28 } as const;

/** The wall in the box, with captions that fit the narrowest display. */
function layOutBoard(
  canvas: Canvas,
  box: { widthPx: number; heightPx: number },
): Board & { readonly narrow: boolean } {
  const remPx = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const board = boardLayout(canvas, box, Math.round(captions.oneLine * remPx));
  const narrow = board.places.some(({ widthPx }) => widthPx < captions.narrowUnder * remPx);
  return { ...(narrow ? boardLayout(canvas, box, Math.round(captions.twoLines * remPx)) : board), narrow };
}

/** The word on the picture, only when there is something wrong with it. */
function PictureMark({
  state,
  receipt,
}: {
  readonly state: PictureState;
  readonly receipt: Receipt | undefined;
}) {
  const text = useText().wallBoard;
  const missing = state === 'missing' || receipt?.reason === 'window-missing';
  if (missing) return <p className="board-state serious">{text.missing}</p>;
  if (state === 'waiting') return <p className="board-state">{text.waiting}</p>;
  return state === 'old' || state === 'overtaken' ? (
    <p className="board-state attention">{text.old}</p>
  ) : null;
}

/** What a display shows, drawn: its pictures are on another machine. */
function Drawing({ display, scene }: { readonly display: Display; readonly scene: Scene }) {
  const canvas = { area: display.area, displays: [display], seatDistanceMm: 1 };
  return <SceneSchematic canvas={canvas} scene={scene} />;
}

function DisplayInSmall(props: {
  readonly place: BoardPlace;
  readonly receipt: Receipt | undefined;
  readonly ofPen: boolean;
  readonly marks: ReactNode;
  readonly keys: ReactNode;
  readonly drawing: Scene | undefined;
}) {
  const text = useText().wallBoard;
  const { drawing } = props;
  const { tenths } = useAgo();
  const { display, ...box } = props.place;
  const { picture, canvas } = usePicture(display.id);
  const now = Math.max(useNow(), picture.arrivedAt);
  const { receipt } = props;
  const shownAt = receipt?.state === 'shown' && !props.ofPen ? receipt.at : null;
  const state = pictureState(picture, shownAt, now);
  const name = text.display(display.order);
  return (
    <figure
      className={`board-display ${state}`}
      style={{ left: box.leftPx, top: box.topPx, width: box.widthPx }}
      aria-label={name}
    >
      <div className="board-picture" style={{ height: box.heightPx }}>
        <canvas ref={canvas} role="img" aria-label={text.picture(name)} hidden={picture.takenAt === null} />
        {drawing && <Drawing display={display} scene={drawing} />}
        {drawing && receipt?.state !== 'failed' ? (
          <p className="board-state">{text.drawing}</p>
        ) : (
          <PictureMark state={state} receipt={receipt} />
        )}
        {props.marks}
      </div>
      <figcaption>
        <strong>{name}</strong>
        <span className={`board-receipt ${receipt?.state ?? 'none'}`}>
          {receiptWords(receipt, now, text.receipt)}
        </span>
        {picture.takenAt !== null && (
          <span className="board-age">{text.age(tenths(pictureAgeMs(picture.takenAt, now)))}</span>
        )}
        {props.keys}
      </figcaption>
    </figure>
  );
}

/** The wall as it really is: every display at its place, with the picture of its window and the receipt of the take. */
export function WallBoard(props: {
  readonly canvas: Canvas;
  readonly receipts: Readonly<Record<Display['id'], Receipt>>;
  /** The receipts are of a stroke of the pen, which the board draws itself: no picture has to tell of it. */
  readonly ofPen: boolean;
  /** What lies over one display's picture. */
  readonly marks: (display: Display) => ReactNode;
  /** What can be done with one display alone. */
  readonly keys: (display: Display) => ReactNode;
  /** What lies over the whole board. */
  readonly surface: (places: readonly BoardPlace[]) => ReactNode;
  /** Drawn in place of pictures, on a console that has none: what the displays that are lit show. */
  readonly drawing: Scene | undefined;
}) {
  const text = useText().wallBoard;
  const box = useRef<HTMLElement>(null);
  const size = useSize(box);
  // It asks for the size of the console's type: that settles the whole page's style.
  const board = useMemo(() => layOutBoard(props.canvas, size), [props.canvas, size]);
  return (
    <section className={board.narrow ? 'board narrow' : 'board'} aria-label={text.label} ref={box}>
      {props.canvas.displays.length === 0 && <p className="empty">{text.noDisplay}</p>}
      <div className="board-canvas" style={{ width: board.widthPx, height: board.heightPx }}>
        {board.places.map((place) => (
          <DisplayInSmall
            key={place.display.id}
            place={place}
            receipt={props.receipts[place.display.id]}
            ofPen={props.ofPen}
            marks={props.marks(place.display)}
            keys={props.keys(place.display)}
            drawing={place.display.dark === true ? undefined : props.drawing}
          />
        ))}
        {props.surface(board.places)}
      </div>
    </section>
  );
}
