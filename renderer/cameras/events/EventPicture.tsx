import { useEffect, useRef, useState } from 'react';
import { pictureMoment, type CameraEvent } from '../../../domain/cameras/events.ts';
import { useText } from '../../text/language.ts';
import { openMoment } from '../playback/openMoment.ts';
import { formatSecond } from '../../text/format.ts';
import { useNow } from '../../replica/clock.ts';

/**
 * What the camera showed when the event began, as far as this machine recorded it; without a recording there is no picture,
 * and no room is kept for one.
 */
export function EventPicture({ event }: { readonly event: CameraEvent }) {
  const text = useText().cameraEvents;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [shown, setShown] = useState(false);
  const now = useNow();
  const { cameraId } = event;
  const at = pictureMoment(event);
  useEffect(() => {
    setShown(false);
    return canvas.current ? openMoment({ cameraId, at }, canvas.current, () => setShown(true)) : undefined;
  }, [cameraId, at]);
  return (
    <canvas
      ref={canvas}
      className="event-picture"
      role="img"
      aria-label={text.pictureOf(formatSecond(at, now))}
      hidden={!shown}
      width={0}
      height={0}
    />
  );
}
