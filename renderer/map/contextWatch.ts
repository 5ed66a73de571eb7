/** A graphics process that was reset gives a context back within this time, or not at all, ms. */
const RESTORED_WITHIN_MS = 3_000;

/** The two words in which both libraries tell of their drawing context. */
type ContextTeller = {
  on(event: 'webglcontextlost' | 'webglcontextrestored' | 'remove', listener: () => void): unknown;
};

/** Calls `onGone` when the map's drawing context was lost and the library has not built its map anew 3 s later. */
export function watchContext(map: ContextTeller, onGone: () => void): void {
  let late: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => clearTimeout(late);
  map.on('webglcontextlost', () => {
    stop();
    late = setTimeout(onGone, RESTORED_WITHIN_MS);
  });
  map.on('webglcontextrestored', stop);
  map.on('remove', stop);
}
