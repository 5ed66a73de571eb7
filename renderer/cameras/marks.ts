import {
  CircleDashed,
  CircleSlash,
  History,
  KeyRound,
  Plug,
  Video,
  VideoOff,
  type LucideIcon,
} from 'lucide-react';
import type { CameraState } from '../../domain/cameras/model.ts';
import type { Dictionary } from '../text/vi.ts';
import type { TileMark, Tone } from '../ui/TileFace.tsx';

/** Every state has its own shape, so that none is told by colour alone. */
export const stateIcons: Record<CameraState, LucideIcon> = {
  live: Video,
  connecting: Plug,
  stale: History,
  offline: VideoOff,
  unauthorised: KeyRound,
  'no-source': CircleDashed,
  idle: CircleSlash,
};

export const stateTones: Record<CameraState, Tone> = {
  live: 'quiet',
  connecting: 'quiet',
  stale: 'attention',
  offline: 'attention',
  unauthorised: 'attention',
  'no-source': 'quiet',
  idle: 'quiet',
};

/** The state in one icon and word; a live camera wears none: normal is quiet. */
export function cameraMark(state: CameraState, words: Dictionary): TileMark | undefined {
  if (state === 'live') return undefined;
  return {
    icon: stateIcons[state],
    word: words.cameras.states[state],
    tone: stateTones[state],
    filled: isTrouble(state),
  };
}

/** A camera that somebody must look after. */
export function isTrouble(state: CameraState): boolean {
  return state === 'offline' || state === 'unauthorised' || state === 'stale';
}
