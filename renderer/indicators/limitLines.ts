import type { Limit } from '../../domain/indicators/model.ts';

export type LimitLine = {
  readonly limit: Limit;
  readonly y: number;
  readonly labelY: number;
  readonly labelled: boolean;
};

/** Limits as lines from the gravest: a label stands above its line, and stays away where it would lie on another one's. */
export function limitLines(
  limits: readonly Limit[],
  yOf: (value: number) => number,
  { labelPx, topPx }: { readonly labelPx: number; readonly topPx: number },
): readonly LimitLine[] {
  const rank = { attention: 1, serious: 2, emergency: 3 } as const;
  const placed: LimitLine[] = [];
  for (const limit of [...limits].sort((a, b) => rank[b.severity] - rank[a.severity])) {
    const y = yOf(limit.value);
    const labelY = y - labelPx < topPx ? y + labelPx : y;
    const labelled = placed.every((other) => !other.labelled || Math.abs(other.labelY - labelY) >= labelPx);
    placed.push({ limit, y, labelY, labelled });
  }
  return placed;
}
