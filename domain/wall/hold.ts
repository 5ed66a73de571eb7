import type { Area } from './model.ts';
import type { Hold } from './snap.ts';
import { LEAST_SIDE_MM } from './limits.ts';

function span(from: number, length: number, hold: Hold['x'], by: number) {
  if (hold === 'move') return { from: from + by, length };
  if (hold === 'end') return { from, length: Math.max(LEAST_SIDE_MM, length + by) };
  if (hold === null) return { from, length };
  const moved = Math.min(by, length - LEAST_SIDE_MM);
  return { from: from + moved, length: length - moved };
}

/** The area after the hand moved the edges that it holds by so much, mm; no side becomes shorter than the least. */
export function held(area: Area, hold: Hold, byXMm: number, byYMm: number): Area {
  const x = span(area.xMm, area.widthMm, hold.x, byXMm);
  const y = span(area.yMm, area.heightMm, hold.y, byYMm);
  return { xMm: x.from, yMm: y.from, widthMm: x.length, heightMm: y.length };
}

/** The smallest area around several. */
export function around(areas: readonly Area[]): Area {
  const xMm = Math.min(...areas.map((area) => area.xMm));
  const yMm = Math.min(...areas.map((area) => area.yMm));
  const right = Math.max(...areas.map((area) => area.xMm + area.widthMm));
  const bottom = Math.max(...areas.map((area) => area.yMm + area.heightMm));
  return { xMm, yMm, widthMm: right - xMm, heightMm: bottom - yMm };
}

/** The same area elsewhere, mm. */
export function shifted(area: Area, byXMm: number, byYMm: number): Area {
  return { ...area, xMm: area.xMm + byXMm, yMm: area.yMm + byYMm };
}
