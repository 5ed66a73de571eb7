import { useEffect, useState, type RefObject } from 'react';

/** Pixels of the panel that a box really covers, across: whatever scales it on the way to the glass is counted. */
function realWidthPx(box: HTMLElement): number {
  return box.getBoundingClientRect().width * window.devicePixelRatio;
}

/** How wide a box is in the panel's own pixels; 0 until it was laid out. */
export function useRealWidth(box: RefObject<HTMLElement | null>): number {
  const [widthPx, setWidthPx] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const look = (): void => setWidthPx(Math.round(realWidthPx(element)));
    const watch = new ResizeObserver(look);
    watch.observe(element);
    window.addEventListener('resize', look);
    look();
    return () => {
      watch.disconnect();
      window.removeEventListener('resize', look);
    };
  }, [box]);
  return widthPx;
}
