import type { CameraState } from '../../domain/cameras/model.ts';

/** One picture of one camera, mounted in a tile: seen, or connected and waiting to be. */
export type Layer = { readonly cameraId: string; readonly large: boolean };

/** Another camera that is still connecting comes to be seen after this long all the same, ms. */
export const WAIT_MS = 3_000;

export function layerKey({ cameraId, large }: Layer): string {
  return `${cameraId} ${large ? 'main' : 'sub'}`;
}

export function isSameLayer(a: Layer, b: Layer): boolean {
  return a.cameraId === b.cameraId && a.large === b.large;
}

/**
 * True when the tile may turn to what is wanted: it has something to show, so that nothing flashes black. The large picture
 * of the camera that is seen already must be live: what is seen is as true. `waitedMs`: since it was wanted.
 */
export function mayTurn(
  shown: Layer,
  wanted: Layer,
  told: {
    readonly wanted: CameraState | undefined;
    readonly shown: CameraState | undefined;
    readonly waitedMs: number;
  },
): boolean {
  if (shown.cameraId === wanted.cameraId) return told.wanted === 'live' || told.shown !== 'live';
  if (told.wanted !== undefined && told.wanted !== 'connecting') return true;
  return told.waitedMs >= WAIT_MS;
}

/** What is mounted: what is seen, what shall be, and what will be wanted in a moment; each once. */
export function mountedLayers(shown: Layer, wanted: Layer, soon: Layer | null): readonly Layer[] {
  const all = [shown, wanted, ...(soon ? [soon] : [])];
  return all.filter((layer, index) => all.findIndex((other) => isSameLayer(other, layer)) === index);
}
