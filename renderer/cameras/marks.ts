import {
  CircleDashed,
  CircleSlash,
  GalleryHorizontalEnd,
  Gauge,
  History,
  ImageOff,
  KeyRound,
  Move3d,
  Pause,
  Plug,
  TimerOff,
  TriangleAlert,
  Video,
  VideoOff,
  ZoomIn,
  type LucideIcon,
} from 'lucide-react';
import type { CameraState } from '../../domain/cameras/model.ts';
import { formatNumber } from '../text/format.ts';
import type { Dictionary } from '../text/vi.ts';
import type { TileMark, Tone } from '../ui/TileFace.tsx';
import type { Standing } from './player.ts';
import type { Speech } from './words.ts';

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

type Marked = Pick<Standing, 'state' | 'shed' | 'suspectSince' | 'thinned'>;

/** The state in one icon and word; a live camera wears none, unless it may stand still: normal is quiet. */
export function cameraMark(
  { state, shed, suspectSince, thinned }: Marked,
  words: Dictionary,
): TileMark | undefined {
  if (state === 'live' && suspectSince !== undefined)
    return { icon: TimerOff, word: words.cameras.suspect, tone: 'attention', filled: true };
  if (thinned && shed === 'still')
    return { icon: Gauge, word: words.cameras.shed.still, tone: 'quiet', filled: false };
  if (thinned || (state === 'live' && shed === 'keys'))
    return { icon: Gauge, word: words.cameras.shed.keys, tone: 'quiet', filled: false };
  if (state === 'live') return undefined;
  return {
    icon: stateIcons[state],
    word: words.cameras.states[state],
    tone: stateTones[state],
    filled: isTrouble(state),
  };
}

type Seen = {
  readonly standing: Marked;
  readonly frozen: boolean;
  readonly active: boolean;
  /** Who turns the camera now. */
  readonly holder?: string | undefined;
  readonly zoom: number | undefined;
  readonly turn: string | undefined;
};

/** What somebody must look at first, then what was done to the picture. */
export function sightMark(
  { standing, frozen, active, holder, zoom, turn }: Seen,
  { words, language }: Speech,
): TileMark | undefined {
  const { cameras } = words;
  if (frozen) return { icon: Pause, word: cameras.frozenWord, tone: 'attention', filled: true };
  const told = cameraMark(standing, words);
  if (told?.filled) return told;
  if (active) return { icon: TriangleAlert, word: cameras.eventWord, tone: 'attention', filled: true };
  if (told) return told;
  if (holder !== undefined) return { icon: Move3d, word: cameras.turnedBy(holder), tone: 'quiet' };
  if (zoom !== undefined)
    return { icon: ZoomIn, word: cameras.zoomed(formatNumber(zoom, 1, language)), tone: 'quiet' };
  return turn === undefined ? undefined : { icon: GalleryHorizontalEnd, word: turn, tone: 'quiet' };
}

/** A camera that somebody must look after. */
export function isTrouble(state: CameraState): boolean {
  return state === 'offline' || state === 'unauthorised' || state === 'unsupported' || state === 'stale';
}
