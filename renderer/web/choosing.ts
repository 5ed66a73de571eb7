/** Whose page it is: 0 is on the wall, n belongs to the nth scene that waits unseen; what was on before is the last. */
type Ranked = { readonly rank: number };

/**
 * The pages that a window has, nearest to the wall first. What waits gives way to what is on; `full` is what is on and
 * found no room, so that its tile can say so.
 */
export function choosePages<Page extends Ranked>(
  pages: readonly Page[],
  most: number,
): { readonly chosen: readonly Page[]; readonly full: readonly Page[] } {
  const inOrder = pages.toSorted((a, b) => a.rank - b.rank);
  return { chosen: inOrder.slice(0, most), full: inOrder.slice(most).filter(({ rank }) => rank === 0) };
}
