import { GeoJSONSource, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { accept, refuse, type Outcome } from '../../domain/kernel/outcome.ts';
import type { EngineRequest, MapEngine, MapFailure, OpenEngine } from './engine.ts';
import { addImages, engineFace } from './engineFace.ts';

// Under the product's own scheme the library cannot find its worker by itself.
setWorkerUrl(new URL(workerUrl, import.meta.url).href);

function createMap({ container, style, camera }: EngineRequest): MapLibreMap {
  const [longitude, latitude] = camera.centre;
  return new MapLibreMap({
    container,
    style,
    center: [longitude, latitude],
    zoom: camera.zoom,
    interactive: false,
    attributionControl: false,
    fadeDuration: 0,
    renderWorldCopies: false,
    trackResize: false,
  });
}

function faceOf(map: MapLibreMap): MapEngine {
  return engineFace('maplibre', map, (source, data) => {
    const found = map.getSource(source);
    if (found instanceof GeoJSONSource) void found.setData(data);
  });
}

/** MapLibre: needs nobody outside the room. */
export const openMapLibre: OpenEngine = (request) => {
  let map: MapLibreMap;
  try {
    map = createMap(request);
  } catch {
    return Promise.resolve(refuse('graphics'));
  }
  return new Promise((resolve) => {
    let settled = false;
    const late = setTimeout(() => fail('slow'), request.patienceMs);
    const settle = (outcome: Outcome<MapEngine, MapFailure>): void => {
      settled = true;
      clearTimeout(late);
      if (!outcome.ok) map.remove();
      resolve(outcome);
    };
    const fail = (failure: MapFailure): void =>
      settled ? request.onTrouble(failure) : settle(refuse(failure));
    // Restored by the library, the map would be back after seconds and without its marks. Told when it has finished.
    map.once('webglcontextlost', () => queueMicrotask(() => fail('graphics')));
    map.on('error', (event) => {
      if ('sourceId' in event || 'tile' in event) request.onTrouble('tile');
    });
    map.once('style.load', () => {
      addImages(map, request.images);
      settle(accept(faceOf(map)));
    });
  });
};
