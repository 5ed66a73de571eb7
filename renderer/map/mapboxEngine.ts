import mapboxgl, { type Map as MapboxMap } from 'mapbox-gl';
import 'mapbox-gl/dist/mapbox-gl.css';
import { accept, refuse, type Outcome } from '../../domain/kernel/outcome.ts';
import { isBlank } from './blankness.ts';
import type { EngineRequest, MapEngine, MapFailure, OpenEngine } from './engine.ts';
import { addImages, engineFace } from './engineFace.ts';

function createMap(request: EngineRequest, token: string): MapboxMap {
  const [longitude, latitude] = request.camera.centre;
  return new mapboxgl.Map({
    accessToken: token,
    container: request.container,
    // The two engines type the same style differently; the common ground is plain JSON.
    style: JSON.parse(JSON.stringify(request.style)),
    projection: 'mercator',
    center: [longitude, latitude],
    zoom: request.camera.zoom,
    interactive: false,
    fadeDuration: 0,
    renderWorldCopies: false,
    trackResize: false,
    performanceMetricsCollection: false,
  });
}

function faceOf(map: MapboxMap): MapEngine {
  return engineFace('mapbox', map, (source, data) => {
    const found = map.getSource(source);
    if (found?.type === 'geojson') found.setData(data);
  });
}

/** What an error of the library means; `undefined` for one that costs no picture. */
function failureOf(
  error: { readonly message: string; readonly status?: number },
  ours: boolean,
): MapFailure | undefined {
  if (/token|unauthori[sz]ed|forbidden/i.test(error.message) || error.status === 401 || error.status === 403)
    return 'token';
  return !ours && /fetch|network|load/i.test(error.message) ? 'network' : undefined;
}

/** Idle proves nothing, a refused account leaves a white page: only a picture with something on it counts. */
function painted(map: MapboxMap): Promise<boolean> {
  return new Promise((resolve) => {
    map.once('render', () => resolve(!isBlank(map.getCanvas())));
    map.triggerRepaint();
  });
}

/** Mapbox, for a site with an account of its own. Any failure, at the start or later, is told once. */
export function openMapboxWith(token: string): OpenEngine {
  return (request) => {
    let map: MapboxMap;
    try {
      map = createMap(request, token);
    } catch {
      return Promise.resolve(refuse('graphics'));
    }
    return new Promise((resolve) => {
      let open = false;
      const late = setTimeout(() => fail('slow'), request.patienceMs);
      const settle = (outcome: Outcome<MapEngine, MapFailure>): void => {
        clearTimeout(late);
        if (!outcome.ok) map.remove();
        resolve(outcome);
      };
      const fail = (failure: MapFailure): void =>
        open ? request.onTrouble(failure) : settle(refuse(failure));
      map.once('webglcontextlost', () => queueMicrotask(() => fail('graphics')));
      map.on('error', ({ error, ...event }) => {
        const ours = 'sourceId' in event;
        const failure = failureOf(error, ours);
        if (failure) fail(failure);
        else if (ours) request.onTrouble('tile');
      });
      map.once('style.load', () => addImages(map, request.images));
      map.once('idle', () => {
        void painted(map).then((seen) => {
          open = seen;
          settle(seen ? accept(faceOf(map)) : refuse('blank'));
        });
      });
    });
  };
}
