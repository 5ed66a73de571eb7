import type { HistoryPoint } from '../../domain/indicators/calls.ts';

export const FEWEST = 3;

type Box = { readonly widthPx: number; readonly heightPx: number; readonly padPx: number };

/**
 * An SVG path over the points, gaps left open, and where its newest value stands; nothing for fewer than three values, nor
 * where all are the same: a flat line beside a number reads as its minus sign.
 */
export function sparkPath(
  points: readonly HistoryPoint[],
  { widthPx, heightPx, padPx }: Box,
): { readonly path: string; readonly end: readonly [x: number, y: number] | null } {
  const values = points.flatMap(([, value]) => (value === null ? [] : [value]));
  const first = points[0];
  const last = points.at(-1);
  const low = Math.min(...values);
  const range = Math.max(...values) - low;
  if (values.length < FEWEST || range === 0 || first === undefined || last === undefined)
    return { path: '', end: null };
  const across = Math.max(1, last[0] - first[0]);
  const xOf = (at: number) => padPx + ((at - first[0]) / across) * (widthPx - 2 * padPx);
  const yOf = (value: number) => heightPx - padPx - ((value - low) / range) * (heightPx - 2 * padPx);
  let open = false;
  let path = '';
  for (const [at, value] of points) {
    if (value !== null) path += `${open ? 'L' : 'M'}${xOf(at).toFixed(1)} ${yOf(value).toFixed(1)}`;
    open = value !== null;
  }
  return { path, end: last[1] === null ? null : [xOf(last[0]), yOf(last[1])] };
}
