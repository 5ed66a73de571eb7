import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { MAIN_FROM_PX } from '../../domain/cameras/rules.ts';
import type { Importance } from '../../domain/cameras/shedding.ts';
import type { Size } from './fit.ts';
import { openPlayer, unheard, type Player, type Standing } from './player.ts';

/** What is wanted of a camera; `large`: its main picture. */
export type CameraRequest = {
  readonly cameraId: string;
  readonly large: boolean;
  readonly wanted: boolean;
  readonly audible: boolean;
  /** A tile that is heard is looked at, whatever is said here. */
  readonly importance: Importance;
  /** What is seen of it in the window, px; 0: nothing yet. */
  readonly areaPx: number;
};

/** Keeps a camera on the canvas while the component is mounted; it is opened anew only for another picture. */
export function useCamera(
  { cameraId, large, wanted, audible, importance, areaPx }: CameraRequest,
  canvas: RefObject<HTMLCanvasElement | null>,
): {
  readonly standing: Standing;
  readonly picture: Size | null;
  /** When the picture that is seen was painted, asked anew at each call, epoch ms. */
  readonly paintedAt: () => number | null;
} {
  const opened = useRef<Player>(null);
  const focus = audible ? 'focus' : importance;
  const firstFocus = useRef(focus);
  const [told, setTold] = useState({ cameraId, standing: unheard });
  const [picture, setPicture] = useState<Size | null>(null);

  // Before it is painted: the name changes and the picture of the camera before is gone in one frame.
  useLayoutEffect(() => {
    if (!wanted || canvas.current === null) return undefined;
    const widthPx = large ? MAIN_FROM_PX : MAIN_FROM_PX - 1;
    const camera = openPlayer({ cameraId, widthPx, focus: firstFocus.current }, canvas.current, {
      onStanding: (standing) => setTold({ cameraId, standing }),
      onSize: (width, height) => setPicture({ widthPx: width, heightPx: height }),
    });
    opened.current = camera;
    return () => {
      opened.current = null;
      camera.close();
    };
  }, [cameraId, large, wanted, canvas]);

  useEffect(() => opened.current?.hear(audible), [audible, cameraId, large, wanted]);
  useEffect(() => opened.current?.focus(focus), [focus, cameraId, large, wanted]);
  useEffect(() => opened.current?.spread(areaPx), [areaPx, cameraId, large, wanted]);

  // What was said of the camera before is not said of this one.
  const standing = told.cameraId === cameraId ? told.standing : unheard;
  return { standing, picture, paintedAt: () => opened.current?.paintedAt() ?? null };
}
