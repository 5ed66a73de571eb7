import { useEffect, useRef } from 'react';
import type { Importance } from '../../domain/cameras/shedding.ts';
import type { Zoom } from '../../domain/wall/looking.ts';
import { useWorld } from '../replica/store.ts';
import { fitOf, type Size } from './fit.ts';
import { layerKey, type Layer } from './layers.ts';
import { unheard, type Standing } from './player.ts';
import { useCamera } from './useCamera.ts';
import type { Told } from './useLayers.ts';
import { zoomTransform } from './zoomStyle.ts';

const unknown: Standing = { ...unheard, state: 'no-source' };

/** One camera's picture in a tile; what is not seen yet is painted all the same. */
export function CameraLayer(props: {
  readonly layer: Layer;
  readonly box: Size;
  readonly seen: boolean;
  readonly audible: boolean;
  readonly importance: Importance;
  readonly zoom: Zoom | undefined;
  readonly onTold: (key: string, told: Told | null) => void;
}) {
  const { layer, box, seen, audible, importance, zoom, onTold } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const kind = useWorld((world) => world.cameras.byId[layer.cameraId]?.kind ?? 'none');
  const wanted = kind !== 'none';
  const areaPx = seen ? box.widthPx * box.heightPx : 0;
  const request = { ...layer, wanted, audible: audible && seen, importance, areaPx };
  const { standing, picture } = useCamera(request, canvas);
  const key = layerKey(layer);
  useEffect(
    () => onTold(key, { standing: wanted ? standing : unknown, picture }),
    [onTold, key, wanted, standing, picture],
  );
  useEffect(() => () => onTold(key, null), [onTold, key]);
  // What covers its box is cropped by it: a corner of it would be bare once it is enlarged.
  const fit = picture === null || zoom ? 'contain' : fitOf(box, picture);
  const transform = zoom && picture ? { transform: zoomTransform(box, picture, zoom) } : {};
  return (
    <div className={seen ? 'camera-layer seen' : 'camera-layer'} aria-hidden={!seen}>
      <canvas ref={canvas} className={`camera-picture fit-${fit}`} style={transform} width={0} height={0} />
    </div>
  );
}
