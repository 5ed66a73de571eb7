import type { CameraState } from '../../../domain/cameras/model.ts';
import type { RecordingRefusal } from '../../../domain/cameras/replayCalls.ts';

/** How the camera stood at the moment that is shown; `until`: there are pictures again from then on. Epoch ms. */
export type ReplayStanding = {
  readonly state: Extract<CameraState, 'connecting' | 'live' | 'offline' | 'no-source'>;
  readonly until?: number;
  /** Why there are none. */
  readonly why?: RecordingRefusal;
};

export type ReplayEvents = {
  onStanding(standing: ReplayStanding): void;
  onSize(widthPx: number, heightPx: number): void;
  /** The moment of the picture that was painted last, epoch ms. */
  onPicture(at: number): void;
};
