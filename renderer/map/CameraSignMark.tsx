import type { CameraLook } from '../../domain/map/cameraMarks.ts';
import { CAMERA_BODY, cameraSigns } from './cameraSigns.ts';

/** A camera's mark in the legend, as the map draws it. A word beside it says what it means. */
export function CameraSignMark({ look }: { readonly look: CameraLook }) {
  const { filled, dashed, stroke } = cameraSigns[look];
  return (
    <svg className={`map-camera map-camera-${look}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        className={filled ? 'filled' : ''}
        d={CAMERA_BODY}
        strokeDasharray={dashed ? '3 2.6' : undefined}
      />
      {stroke !== '' && <path d={stroke} />}
    </svg>
  );
}
