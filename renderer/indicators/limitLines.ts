import type { Limit } from '../../domain/indicators/model.ts';
import type { ChartData } from './chartData.ts';

export type LimitLine = {
  readonly limit: Limit;
  readonly y: number;
  readonly labelY: number;
  /** The end of the line at which its label stands. */
  readonly side: 'start' | 'end';
  readonly labelled: boolean;
};

const rank = { attention: 1, serious: 2, emergency: 3 } as const;

/** One end for all labels: the one at which the values keep farther away from every limit. */
function sideFor({ lines, limits }: Pick<ChartData, 'lines' | 'limits'>): LimitLine['side'] {
  const values = (lines[0]?.points ?? []).flatMap(([, value]) => (value === null ? [] : [value]));
  const room = (at: number | undefined) =>
    at === undefined ? 0 : Math.min(...limits.map(({ value }) => Math.abs(at - value)));
  return room(values.at(-1)) > room(values[0]) ? 'end' : 'start';
}

/**
 * Limits as lines from the gravest. A label stands above its line, where the values leave it room, and stays away where
 * it would lie on another one's.
 */
export function limitLines(
  data: Pick<ChartData, 'lines' | 'limits'>,
  yOf: (value: number) => number,
  { labelPx, topPx }: { readonly labelPx: number; readonly topPx: number },
): readonly LimitLine[] {
  const side = sideFor(data);
  const placed: LimitLine[] = [];
  for (const limit of [...data.limits].sort((a, b) => rank[b.severity] - rank[a.severity])) {
    const y = yOf(limit.value);
    const labelY = y - labelPx < topPx ? y + labelPx : y;
    const apart = (other: LimitLine) => Math.abs(other.labelY - labelY) >= labelPx;
    placed.push({
      limit,
      y,
      labelY,
      side,
      labelled: placed.every((other) => !other.labelled || apart(other)),
    });
  }
  return placed;
}
