import { useEffect, useRef, type PointerEvent } from 'react';
import type { Wall } from '../../../domain/wall/model.ts';
import { useReplica } from '../../replica/store.ts';
import { useText } from '../../text/language.ts';
import type { BoardPlace } from '../boardLayout.ts';
import { beginLine, onCanvas, placeAt } from './penLine.ts';
import { usePen } from './penStore.ts';
import type { Holding } from './useHold.ts';
import { dropSketch, joinSketch } from './sketchStore.ts';

type Drawing = { readonly place: BoardPlace; line: ReturnType<typeof beginLine> };

/** How far a line may stray from what is drawn, px of the board. */
const STEP_PX = 0.7;

/** Over the board while the pen is in the hand: what is drawn here is on the wall within a frame or two. */
export function PenSurface({
  wall,
  places,
  holding,
}: {
  readonly wall: Wall;
  readonly places: readonly BoardPlace[];
  readonly holding: Pick<Holding, 'said'>;
}) {
  const text = useText().hold;
  const { on, colour, width } = usePen();
  const remote = useReplica((state) => state.link.wallLive !== null);
  const drawing = useRef<Drawing | null>(null);
  const frame = useRef(0);

  function begin(place: BoardPlace): Drawing['line'] {
    const stepMm = (STEP_PX * place.display.area.widthMm) / place.widthPx;
    return beginLine({ id: crypto.randomUUID(), colour, width }, stepMm);
  }

  function sendPiece(): void {
    const piece = drawing.current?.line.piece() ?? null;
    if (piece === null) return;
    joinSketch({ wallId: wall.id, ...piece });
    // From afar a piece in every frame would stand in the way of commands: the finished line is enough.
    if (remote) return;
    void window.ioc.call('wall.sketch', { wallId: wall.id, ...piece });
  }

  function keep(line: Drawing['line']): void {
    const whole = line.whole();
    if (whole.points.length === 0) return;
    const order = { wallId: wall.id, commandId: whole.id, line: whole };
    void window.ioc.call('wall.draw', order).then((answer) => {
      if (!answer.ok) dropSketch(whole.id);
      holding.said(answer);
    });
  }

  function finish(): void {
    cancelAnimationFrame(frame.current);
    sendPiece();
    if (drawing.current) keep(drawing.current.line);
    drawing.current = null;
  }

  function addPoint(event: PointerEvent<HTMLDivElement>): void {
    const now = drawing.current;
    if (now === null) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const point = onCanvas(now.place, wall.canvas.area, event.clientX - left, event.clientY - top);
    if (now.line.isFull()) {
      const last = now.line.last();
      sendPiece();
      keep(now.line);
      now.line = begin(now.place);
      now.line.add(last);
    }
    now.line.add(point);
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(sendPiece);
  }

  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  if (!on) return null;
  return (
    <div
      className="pen-surface"
      role="application"
      aria-label={text.surface}
      title={text.penHelp}
      onPointerDown={(event) => {
        const { left, top } = event.currentTarget.getBoundingClientRect();
        const place = placeAt(places, event.clientX - left, event.clientY - top);
        if (place === undefined || event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        drawing.current = { place, line: begin(place) };
        addPoint(event);
      }}
      onPointerMove={addPoint}
      onPointerUp={finish}
      onPointerCancel={finish}
    />
  );
}
