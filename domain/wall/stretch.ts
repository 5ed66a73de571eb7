import type { Area } from './model.ts';
import type { Grip } from './snap.ts';
import { LEAST_SIDE_MM } from './limits.ts';

function span(from: number, length: number, grip: Grip['x'], by: number) {
  if (grip === 'move') return { from: from + by, length };
  if (grip === 'end') return { from, length: Math.max(LEAST_SIDE_MM, length + by) };
  if (grip === null) return { from, length };
  const moved = Math.min(by, length - LEAST_SIDE_MM);
  return { from: from + moved, length: length - moved };
}

/** The area after the hand moved the edges that it grips by so much, mm; no side becomes shorter than the least. */
export function stretched(area: Area, grip: Grip, byXMm: number, byYMm: number): Area {
  const x = span(area.xMm, area.widthMm, grip.x, byXMm);
  const y = span(area.yMm, area.heightMm, grip.y, byYMm);
  return { xMm: x.from, yMm: y.from, widthMm: x.length, heightMm: y.length };
}
