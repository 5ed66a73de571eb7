import { useEffect, useRef, useState, type RefObject } from 'react';
import type { ReplayAnchor } from '../../../domain/cameras/rules.ts';
import type { Size } from '../fit.ts';
import type { ReplayStanding } from './replayEvents.ts';
import { openReplay } from './replayLine.ts';

const opening: ReplayStanding = { state: 'connecting' };

/** Keeps a recording on the canvas as the anchor says; another anchor goes on from its own moment. */
export function useReplayPicture(
  cameraId: string,
  anchor: ReplayAnchor,
  canvas: RefObject<HTMLCanvasElement | null>,
) {
  const { mediaAt, clockAt, rate } = anchor;
  const [standing, setStanding] = useState(opening);
  const [picture, setPicture] = useState<Size | null>(null);
  /** The moment of the picture that is seen, epoch ms. */
  const pictureAt = useRef<number | null>(null);
  useEffect(() => {
    if (canvas.current === null) return undefined;
    return openReplay({ cameraId, anchor: { mediaAt, clockAt, rate } }, canvas.current, {
      onStanding: setStanding,
      onSize: (widthPx, heightPx) => setPicture({ widthPx, heightPx }),
      onPicture: (at) => void (pictureAt.current = at),
    });
  }, [cameraId, mediaAt, clockAt, rate, canvas]);
  return { standing, picture, pictureAt };
}
