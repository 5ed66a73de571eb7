import { useEffect, useRef, useState, type RefObject } from 'react';
import type { CameraSpot } from '../../domain/map/cameraMarks.ts';
import type { IncidentMarker } from '../../domain/map/markers.ts';
import type { MapSite } from '../../domain/map/model.ts';
import { useTheme } from '../ui/theme.ts';
import type { BaseMap } from './baseMap.ts';
import { mapColours } from './colours.ts';
import type { MapEngine, MapTrouble } from './engine.ts';
import { incidentSource } from './incidentSource.ts';
import type { LightMark } from './lightSource.ts';
import type { MapFrame } from './mapLayout.ts';
import { markImages } from './markImages.ts';
import { openEngine, type Engines } from './openEngine.ts';
import { packNames, type PackName } from './placeNames.ts';
import { CAMERA_LAYER, INCIDENT_LAYER, INCIDENT_SOURCE, LIGHT_LAYER, mapStyle } from './style.ts';
import { useLayers } from './useLayers.ts';

export type MapView = {
  readonly site: MapSite;
  readonly base: BaseMap;
  readonly ownCode: string;
  readonly frame: MapFrame;
  readonly markers: readonly IncidentMarker[];
  readonly spots: readonly CameraSpot[];
  readonly lights: readonly LightMark[];
  readonly floorPx: number;
};

export type MapPainted = {
  /** `null` until an engine draws, and when none can. */
  readonly engine: MapEngine['name'] | null;
  /** Everything asked for has been painted once. */
  readonly idle: boolean;
  /** Ids of the incidents whose marks are painted. */
  readonly incidents: ReadonlySet<string>;
  /** Ids of the cameras whose marks are painted (of several at one spot the first), and of the lights. */
  readonly cameras: ReadonlySet<string>;
  readonly lights: ReadonlySet<string>;
  readonly names: readonly PackName[];
  readonly troubles: Readonly<Partial<Record<MapEngine['name'], MapTrouble>>>;
};

const nothingPainted: MapPainted = {
  engine: null,
  idle: false,
  incidents: new Set(),
  cameras: new Set(),
  lights: new Set(),
  names: [],
  troubles: {},
};

function enginesFor({ mapboxToken }: MapSite): Engines {
  const maplibre = () => import('./maplibreEngine.ts').then(({ openMapLibre }) => openMapLibre);
  if (mapboxToken === undefined) return { maplibre };
  return {
    maplibre,
    mapbox: () => import('./mapboxEngine.ts').then(({ openMapboxWith }) => openMapboxWith(mapboxToken)),
  };
}

/** An engine that draws has overcome what it failed by before; damaged parts of the pack stay damaged. */
function overcome({ troubles }: MapPainted, name: MapEngine['name']): MapPainted['troubles'] {
  const { [name]: before, ...others } = troubles;
  return before === 'tile' ? troubles : others;
}

function paintedBy(
  engine: MapEngine,
  base: BaseMap,
): Pick<MapPainted, 'idle' | 'incidents' | 'cameras' | 'lights' | 'names'> {
  const idsOf = (layer: string): ReadonlySet<string> =>
    new Set(engine.paintedFeatures([layer]).map(({ fields }) => String(fields.id)));
  return {
    idle: true,
    incidents: idsOf(INCIDENT_LAYER),
    cameras: idsOf(CAMERA_LAYER),
    lights: idsOf(LIGHT_LAYER),
    names: base.kind === 'pack' ? packNames(engine) : [],
  };
}

/** Keeps one map engine open in the container and tells it what changed; nothing here renders per frame. */
export function useMapEngine(container: RefObject<HTMLDivElement | null>, view: MapView): MapPainted {
  const { site, base, ownCode, frame, markers, floorPx } = view;
  const [painted, setPainted] = useState(nothingPainted);
  const [engine, setEngine] = useState<MapEngine | null>(null);
  const firstCamera = useRef(frame.partCamera);
  const theme = useTheme();

  useEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    const colours = mapColours(element);
    const style = mapStyle({ base, ownCode, colours, floorPx, origin: location.origin });
    const images = markImages(colours, floorPx, devicePixelRatio);
    const close = openEngine(
      enginesFor(site),
      { container: element, style, camera: firstCamera.current, images },
      {
        onEngine(opened) {
          setEngine(opened);
          setPainted((before) => ({
            ...before,
            engine: opened?.name ?? null,
            idle: false,
            incidents: nothingPainted.incidents,
            cameras: nothingPainted.cameras,
            lights: nothingPainted.lights,
            troubles: opened ? overcome(before, opened.name) : before.troubles,
          }));
        },
        onTrouble: (name, trouble) =>
          setPainted((before) => ({ ...before, troubles: { ...before.troubles, [name]: trouble } })),
      },
    );
    return () => {
      close();
      setEngine(null);
      setPainted(nothingPainted);
    };
  }, [container, site, base, ownCode, floorPx, theme]);

  useEffect(
    () =>
      engine?.onIdle(() => {
        // Asked at once: by the time React asks, the graphics may be gone and the engine with them.
        const seen = paintedBy(engine, base);
        setPainted((before) => ({ ...before, ...seen }));
      }),
    [engine, base],
  );
  useEffect(() => engine?.setData(INCIDENT_SOURCE, incidentSource(markers)), [engine, markers]);
  useLayers(engine, container, view);
  useEffect(() => {
    firstCamera.current = frame.partCamera;
    engine?.resize();
    engine?.flyTo(frame.partCamera, 0);
  }, [engine, frame]);
  return painted;
}
