import type { RefObject } from 'react';
import type { Standing } from '../player.ts';

/** What is seen in the preview: its canvas, and the moment of its picture (epoch ms; null: nothing is seen). */
export type Seen = {
  readonly canvas: HTMLCanvasElement;
  readonly pictureAt: number | null;
  readonly live: boolean;
  /** Its pictures come and do not change since then. */
  readonly suspectSince?: number;
};
export type SeenRef = RefObject<(() => Seen | null) | null>;

/** A live picture bears the time at which it was painted, however long ago: a camera may show one picture in ten seconds. */
export function seenLive(
  canvas: HTMLCanvasElement,
  { state, suspectSince }: Pick<Standing, 'state' | 'suspectSince'>,
  paintedAt: number | null,
): Seen {
  return {
    canvas,
    pictureAt: state === 'live' ? paintedAt : null,
    live: true,
    ...(suspectSince !== undefined && { suspectSince }),
  };
}
