import { useLayoutEffect, useState, type RefObject } from 'react';
import type { Author } from '../../domain/wall/looking.ts';

/** A picture is the one of the moment only when it is taken so soon after it, ms. */
const CAPTURE_WITHIN_MS = 2_000;

/** When the picture that stands still was painted (epoch ms); null: this window has none of that moment. */
export type Still = { readonly pictureAt: number | null };

/**
 * Copies the picture that is seen when the camera is frozen. A window that opens later has no picture of that moment, and
 * must not show another one under its time.
 */
export function useStill(
  frozen: Author | undefined,
  screen: RefObject<HTMLElement | null>,
  paintedAt: number | null,
): { readonly still: Still | null; readonly copy: RefObject<HTMLCanvasElement | null> } {
  const [still, setStill] = useState<Still | null>(null);
  const [copy] = useState<RefObject<HTMLCanvasElement | null>>({ current: null });
  const id = frozen && `${frozen.at} ${frozen.by}`;
  useLayoutEffect(() => {
    if (frozen === undefined) return setStill(null);
    const source = screen.current?.querySelector<HTMLCanvasElement>('.camera-layer.seen canvas');
    const target = copy.current;
    const inTime = Math.abs(Date.now() - frozen.at) < CAPTURE_WITHIN_MS;
    if (!source || !target || source.width === 0 || paintedAt === null || !inTime)
      return setStill({ pictureAt: null });
    target.width = source.width;
    target.height = source.height;
    target.className = source.className;
    target.style.transform = source.style.transform;
    target.getContext('2d')?.drawImage(source, 0, 0);
    setStill({ pictureAt: paintedAt });
    // The picture of the moment is taken once: what the camera shows later is none of its business.
  }, [id]);
  return { still, copy };
}
