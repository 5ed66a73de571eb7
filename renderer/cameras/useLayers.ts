import { useCallback, useEffect, useRef, useState } from 'react';
import type { Size } from './fit.ts';
import { isSameLayer, layerKey, mayTurn, mountedLayers, WAIT_MS, type Layer } from './layers.ts';
import type { Standing } from './player.ts';

/** What a layer tells of itself. */
export type Told = { readonly standing: Standing; readonly picture: Size | null };

type Layers = {
  /** What is seen; null before the tile has a size. */
  readonly shown: Layer | null;
  readonly told: Told | undefined;
  readonly mounted: readonly Layer[];
  readonly onTold: (key: string, told: Told | null) => void;
};

/** Turns a tile from one picture to the next only when the next is there to be seen. */
export function useLayers(wanted: Layer | null, soon: Layer | null): Layers {
  const [turned, setTurned] = useState<Layer | null>(null);
  const [all, setAll] = useState<Readonly<Record<string, Told>>>({});
  const since = useRef(0);
  const shown = turned ?? wanted;
  const wantedKey = wanted && layerKey(wanted);

  const onTold = useCallback((key: string, told: Told | null) => {
    setAll(({ [key]: _old, ...others }) => (told === null ? others : { ...others, [key]: told }));
  }, []);

  useEffect(() => {
    since.current = Date.now();
  }, [wantedKey]);
  useEffect(() => {
    if (wanted === null || (turned && isSameLayer(turned, wanted))) return undefined;
    if (turned === null) return setTurned(wanted);
    const stateOf = (layer: Layer) => all[layerKey(layer)]?.standing.state;
    const waitedMs = Date.now() - since.current;
    if (mayTurn(turned, wanted, { wanted: stateOf(wanted), shown: stateOf(turned), waitedMs }))
      return setTurned(wanted);
    if (turned.cameraId === wanted.cameraId) return undefined;
    const late = setTimeout(() => setTurned(wanted), WAIT_MS - waitedMs);
    return () => clearTimeout(late);
    // A layer is new at each render and means the same as its key.
  }, [wantedKey, turned, all]);

  return {
    shown,
    told: shown ? all[layerKey(shown)] : undefined,
    mounted: shown && wanted ? mountedLayers(shown, wanted, soon) : [],
    onTold,
  };
}
