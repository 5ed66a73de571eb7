/** Runs inside a page: notes for every camera tile how long after its coming its first picture was painted, ms. */
function watchFirst(): void {
  const times: number[] = [];
  Object.assign(window, { benchFirst: () => times.splice(0) });
  const open = new Map<Element, number>();
  const done = new WeakSet<Element>();
  const look = (): void => {
    requestAnimationFrame(look);
    const now = performance.now();
    for (const tile of document.querySelectorAll('[data-kind="camera"]')) {
      if (done.has(tile)) continue;
      const cameAt = open.get(tile) ?? now;
      open.set(tile, cameAt);
      // A canvas takes the size of a picture with the first one that is painted on it.
      if ((tile.querySelector('canvas')?.width ?? 0) === 0) continue;
      times.push(now - cameAt);
      done.add(tile);
      open.delete(tile);
    }
  };
  requestAnimationFrame(look);
}

export const firstWatch = `(${watchFirst.toString()})()`;

/** How long each tile took that showed its first picture since the last question, ms. */
export const takeFirst = 'window.benchFirst()';
