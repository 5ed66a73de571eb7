import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Freeze } from '../../../domain/wall/holding.ts';
import type { Display } from '../../../domain/wall/model.ts';
import { askStill, dropStill, paintStill, useStills, type Still, type StillPicture } from './stills.ts';

/** A picture that could not be had yet is asked for again, ms. */
const AGAIN_MS = 100;

function paintedFrame(): Promise<void> {
  return new Promise((painted) => {
    requestAnimationFrame(() => requestAnimationFrame(() => painted()));
  });
}

function forget(displayId: string): void {
  useStills.setState((stills) => {
    const { [displayId]: _gone, ...others } = stills;
    return others;
  }, true);
}

type Wanted = {
  readonly displayId: string;
  readonly turn: Display['turn'];
  readonly freeze: Freeze | null;
  /** Under a cover there is no picture to keep: it is taken when the cover goes. */
  readonly covered: boolean;
  /** False while a page that has just opened still fills: its first picture is taken when it is whole. */
  readonly settled: boolean;
};

/**
 * Keeps a display's picture on the canvas while the wall is frozen. The picture is the window's own, taken by the shell:
 * so whatever a tile is made of stands still, and the living tiles go on beneath. `taking`: pen marks must be away.
 */
export function useStill(
  { displayId, turn, freeze, covered, settled }: Wanted,
  canvas: RefObject<HTMLCanvasElement | null>,
): { readonly still: Still | undefined; readonly taking: boolean } {
  const still = useStills((stills) => stills[displayId]);
  const [taking, setTaking] = useState(false);
  const freezeId = freeze?.id;
  const open = useRef(false);
  open.current = !covered && settled;

  useEffect(() => {
    if (freezeId === undefined) return;
    let over = false;
    let again: ReturnType<typeof setTimeout> | undefined;

    async function takeNow(id: string): Promise<StillPicture | null> {
      if (!open.current) return null;
      setTaking(true);
      await paintedFrame();
      return askStill(displayId, id, 'now').finally(() => setTaking(false));
    }

    async function keep(id: string, how: 'kept' | 'now'): Promise<void> {
      const asked = how === 'kept' ? askStill(displayId, id, 'kept') : takeNow(id);
      const picture = await asked.catch(() => null);
      if (over) return;
      if (picture === null || canvas.current === null) {
        again = setTimeout(() => void keep(id, 'now'), how === 'kept' ? 0 : AGAIN_MS);
        return;
      }
      paintStill(canvas.current, picture, turn);
      useStills.setState({ [displayId]: { freezeId: id, takenAt: picture.takenAt } });
    }

    void keep(freezeId, 'kept');
    return () => {
      over = true;
      clearTimeout(again);
      setTaking(false);
      if (canvas.current !== null) canvas.current.width = 0;
      forget(displayId);
      dropStill(displayId);
    };
  }, [displayId, turn, freezeId, canvas]);

  return { still: still?.freezeId === freezeId ? still : undefined, taking };
}
