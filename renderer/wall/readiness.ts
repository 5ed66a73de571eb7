/**
 * Counts which mounted tiles have said that they show what they have. A tile that was taken down must say it again; what
 * a tile says before anybody told which take it warms up for is kept, and settles nothing.
 */
export function createReadiness() {
  let ready = new Set<string>();
  let expected: { readonly takeId: string; readonly identities: readonly string[] } | null = null;

  return {
    tileReady(identity: string): void {
      ready.add(identity);
    },
    /** Tells what is mounted now, and what of it warms up for which take. */
    expect(takeId: string | null, warming: readonly string[], mounted: readonly string[]): void {
      const standing = new Set(mounted);
      ready = new Set([...ready].filter((identity) => standing.has(identity)));
      expected = takeId === null ? null : { takeId, identities: warming };
    },
    /** True once all tiles of this very take are ready. */
    allReady(takeId: string): boolean {
      return expected?.takeId === takeId && expected.identities.every((identity) => ready.has(identity));
    },
  };
}
