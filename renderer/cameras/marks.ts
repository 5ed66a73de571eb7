import {
  CircleDashed,
  CircleSlash,
  Gauge,
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

/** It shows a picture only now and then, because this machine is busy: old, but nothing that somebody must look after. */
export function isStill({ state, shed }: Pick<Standing, 'state' | 'shed'>): boolean {
  return state === 'stale' && shed === 'still';
}

/** The state in one icon and word; a live camera wears none, unless it may stand still: normal is quiet. */
export function cameraMark(
  { state, shed, suspectSince }: Pick<Standing, 'state' | 'shed' | 'suspectSince'>,
  words: Dictionary,
): TileMark | undefined {
  if (state === 'live' && suspectSince !== undefined)
    return { icon: TimerOff, word: words.cameras.suspect, tone: 'attention', filled: true };
  if (isStill({ state, shed }))
    return { icon: Gauge, word: words.cameras.shed.still, tone: 'quiet', filled: false };
  if (state === 'live' && shed === 'keys')
    return { icon: Gauge, word: words.cameras.shed.keys, tone: 'quiet', filled: false };
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
