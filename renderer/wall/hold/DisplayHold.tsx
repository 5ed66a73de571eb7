import { Pause } from 'lucide-react';
import { useRef } from 'react';
import { emptyHold } from '../../../domain/wall/holding.ts';
import { coverOf } from '../../../domain/wall/holdRules.ts';
import type { Canvas, Display } from '../../../domain/wall/model.ts';
import { useWorld } from '../../replica/store.ts';
import { useText } from '../../text/language.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Cover } from './Cover.tsx';
import { InkLayer } from './InkLayer.tsx';
import { useStill } from './useStill.ts';
import { useNow } from '../../replica/clock.ts';
import { formatSecond } from '../../text/format.ts';
import './displayHold.css';

/** That the wall stands still, and since when. */
function StillMark({ takenAt, floorPx }: { readonly takenAt: number; readonly floorPx: number }) {
  const text = useText().hold;
  const now = useNow();
  return (
    <p className="still-mark" style={{ fontSize: floorPx }}>
      <Icon of={Pause} />
      <span>{text.stillOf(formatSecond(takenAt, now))}</span>
    </p>
  );
}

/** What lies over one display's tiles: its still while the wall is frozen, pen marks, and the cover in front of all. */
export function DisplayHold(props: {
  readonly wallId: string;
  readonly canvas: Canvas;
  readonly display: Display;
  /** Font size whose capitals are just legible at the farthest seat, px of this window. */
  readonly floorPx: number;
  readonly settled: boolean;
}) {
  const { wallId, canvas, display, floorPx, settled } = props;
  const hold = useWorld((world) => world.walls[wallId]?.hold) ?? emptyHold;
  const sheet = useRef<HTMLCanvasElement>(null);
  const covered = coverOf(hold, display.id) !== null;
  const wanted = { displayId: display.id, turn: display.turn, freeze: hold.freeze, covered, settled };
  const { still, taking } = useStill(wanted, sheet);
  return (
    <>
      <canvas
        ref={sheet}
        className="still"
        data-over="true"
        data-still={still?.takenAt}
        hidden={still === undefined}
      />
      <InkLayer
        wallId={wallId}
        ink={hold.ink}
        seatMm={canvas.seatDistanceMm}
        area={display.area}
        hidden={taking}
      />
      {still && <StillMark takenAt={still.takenAt} floorPx={floorPx} />}
      <Cover shown={covered} />
    </>
  );
}
