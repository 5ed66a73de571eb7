import type { Use } from '../../domain/usage/model.ts';

/** A use with the name that people know it by. */
export type NamedUse = { readonly use: Use; readonly name: string; readonly kind: string };
export type Order = 'time' | 'name' | 'last';

/** Longest first, by name, or the newest first. */
export function sorted(uses: readonly NamedUse[], order: Order): readonly NamedUse[] {
  const by: Record<Order, (a: NamedUse, b: NamedUse) => number> = {
    time: (a, b) => b.use.shownMs - a.use.shownMs,
    name: (a, b) => a.name.localeCompare(b.name, 'vi'),
    last: (a, b) => b.use.lastAt - a.use.lastAt,
  };
  return [...uses].sort(by[order]);
}

const MINUTE_MS = 60_000;

/** The table as it leaves the product: minutes with one place, the last time as people write it. */
export function tableOf(
  uses: readonly NamedUse[],
  heads: readonly string[],
  moment: (at: number) => string,
): readonly (readonly (string | number)[])[] {
  const rows = uses.map(({ use, name, kind }) => [
    kind,
    name,
    Math.round((use.shownMs / MINUTE_MS) * 10) / 10,
    use.times,
    moment(use.lastAt),
  ]);
  return [heads, ...rows];
}
