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
