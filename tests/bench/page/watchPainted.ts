/** Where a page keeps what the bench wants to know of it. */
export type Painted = { readonly at: number | null };

/**
 * Runs inside a page from its first moment: notes (epoch ms) when every tile of the wall has been painted with its
 * title; an indicator also with its last value and its age, a table with its values.
 */
function watchPainted(): void {
  // The console has no wall of its own, and a watch that never ends would cost it a frame each time.
  if (Reflect.has(window, 'benchPainted') || location.pathname.includes('/console/')) return;
  const painted: { at: number | null } = { at: null };
  Object.assign(window, { benchPainted: painted });
  const filled = (tile: Element, part: string): boolean =>
    (tile.querySelector(part)?.textContent ?? '').trim() !== '';
  const whole = (): boolean => {
    const tiles = [...document.querySelectorAll('.wall-tile:not(.unseen)')];
    return (
      tiles.length > 0 &&
      tiles.every((tile) => {
        const kind = tile.querySelector('[data-kind]')?.getAttribute('data-kind') ?? '';
        const valued = !kind.startsWith('indicator') || filled(tile, '.tile-body');
        const aged = !['indicator', 'indicator-chart'].includes(kind) || filled(tile, '.tile-foot');
        return filled(tile, 'h2') && valued && aged;
      })
    );
  };
  const channel = new MessageChannel();
  // The message is taken after the frame in which the tiles stood.
  channel.port1.onmessage = () => {
    painted.at = Date.now();
  };
  const look = (): void => {
    if (whole()) channel.port2.postMessage(null);
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

export const paintedWatch = `(${watchPainted.toString()})()`;
