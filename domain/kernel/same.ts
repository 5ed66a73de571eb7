/** True when two values of plain data (as JSON would write them, keys in one order) are the same. */
export function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
