import { useEffect, useMemo, useState } from 'react';
import { incidentMarkers, type IncidentMarker } from '../../domain/map/markers.ts';
import { cameraForBounds, type MapCamera } from '../../domain/map/mercator.ts';
import type { MapSite } from '../../domain/map/model.ts';
import { displayedParts, markersInSight, partsIn } from '../../domain/map/seams.ts';
import type { PanelProps } from '../panels/definition.ts';
import { useReplica, useWorld } from '../replica/store.ts';
import { mapSite } from './baseMap.ts';
import { COUNTRY } from './geography.ts';
import type { MapFrame } from './mapLayout.ts';

const REFERENCE = { widthPx: 1920, heightPx: 1080 };

/** What the site says of its map; `null` until it has answered. */
export function useMapSite(): MapSite | null {
  const [site, setSite] = useState<MapSite | null>(null);
  useEffect(() => {
    let wanted = true;
    void mapSite().then((answer) => {
      if (wanted) setSite(answer);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return site;
}

/** An edge hides nothing that lies this far from it, in parts of the floor: the largest mark whole, with its ring. */
const CLEAR_EM = 0.8;

/** Markers of the open incidents, gravest first, none behind a bezel or under the tile's head and foot. */
export function useMarkers({ tile, place }: PanelProps<'map'>, frame: MapFrame): readonly IncidentMarker[] {
  const { byId, local } = useWorld((world) => world.incidents);
  const wallId = useReplica((state) => state.window?.wallId ?? '');
  const canvas = useWorld((world) => world.walls[wallId]?.canvas);
  const markers = useMemo(() => {
    const waiting = Object.values(local).filter(({ outcome }) => outcome === 'waiting');
    return incidentMarkers(Object.values(byId), new Set(waiting.map(({ incidentId }) => incidentId)));
  }, [byId, local]);
  return useMemo(() => {
    const parts = partsIn(frame.sight, displayedParts(tile.area, frame.tile, canvas));
    return markersInSight(markers, { ...frame, parts }, CLEAR_EM * place.floorPx);
  }, [markers, tile.area, frame, canvas, place.floorPx]);
}

/** The scene's own view, else the province's, else the whole country. */
export function useSceneCamera(spec: PanelProps<'map'>['spec']): MapCamera {
  const home = useWorld((world) => world.province?.map);
  return useMemo(() => {
    const whole = cameraForBounds(COUNTRY, REFERENCE);
    return {
      centre: spec.centre ?? home?.centre ?? whole.centre,
      zoom: spec.zoom ?? home?.zoom ?? whole.zoom,
    };
  }, [spec, home]);
}
