import {
  CircleDashed,
  CircleSlash,
  History,
  ImageOff,
  KeyRound,
  Plug,
  TimerOff,
  Video,
  VideoOff,
  type LucideIcon,
} from 'lucide-react';
import type { CameraState } from '../../domain/cameras/model.ts';
import type { Dictionary } from '../text/vi.ts';
import type { TileMark, Tone } from '../ui/TileFace.tsx';
import type { Standing } from './player.ts';

/** Every state has its own shape, so that none is told by colour alone. */
export const stateIcons: Record<CameraState, LucideIcon> = {
  live: Video,
  connecting: Plug,
  stale: History,
  offline: VideoOff,
  unauthorised: KeyRound,
  unsupported: ImageOff,
  'no-source': CircleDashed,
  idle: CircleSlash,
};

export const stateTones: Record<CameraState, Tone> = {
  live: 'quiet',
  connecting: 'quiet',
  stale: 'attention',
  offline: 'attention',
  unauthorised: 'attention',
  unsupported: 'attention',
  'no-source': 'quiet',
  idle: 'quiet',
};

/** The state in one icon and word; a live camera wears none, unless it may stand still: normal is quiet. */
export function cameraMark(
  { state, suspectSince }: Pick<Standing, 'state' | 'suspectSince'>,
  words: Dictionary,
): TileMark | undefined {
  if (state === 'live' && suspectSince !== undefined)
    return { icon: TimerOff, word: words.cameras.suspect, tone: 'attention', filled: true };
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
  return state === 'offline' || state === 'unauthorised' || state === 'unsupported' || state === 'stale';
}
