import type { Area } from './model.ts';

/** Half a hundredth of a millimetre: sums of sizes in mm meet within it. */
const EPSILON_MM = 0.005;

/** True when `inner` lies wholly on `outer`, edges included. */
export function contains(outer: Area, inner: Area): boolean {
  return (
    inner.xMm >= outer.xMm - EPSILON_MM &&
    inner.yMm >= outer.yMm - EPSILON_MM &&
    inner.xMm + inner.widthMm <= outer.xMm + outer.widthMm + EPSILON_MM &&
    inner.yMm + inner.heightMm <= outer.yMm + outer.heightMm + EPSILON_MM
  );
}

/** True when the two share more than an edge. */
export function overlaps(a: Area, b: Area): boolean {
  return (
    a.xMm + EPSILON_MM < b.xMm + b.widthMm &&
    b.xMm + EPSILON_MM < a.xMm + a.widthMm &&
    a.yMm + EPSILON_MM < b.yMm + b.heightMm &&
    b.yMm + EPSILON_MM < a.yMm + a.heightMm
  );
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
