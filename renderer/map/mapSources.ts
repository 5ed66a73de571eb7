import { useEffect, useMemo, useState } from 'react';
import { cameraSpots, isTroubled, type CameraMark, type CameraSpot } from '../../domain/map/cameraMarks.ts';
import { incidentMarkers, type IncidentMarker } from '../../domain/map/markers.ts';
import { cameraForBounds, pointOnTile, type MapCamera } from '../../domain/map/mercator.ts';
import type { MapSite } from '../../domain/map/model.ts';
import { displayedParts, markersInSight, partsIn } from '../../domain/map/seams.ts';
import { markersApart, spotsBeside, type Ground } from '../../domain/map/standing.ts';
import type { PanelProps } from '../panels/definition.ts';
import { useReplica, useWorld } from '../replica/store.ts';
import { mapSite } from './baseMap.ts';
import { APART_EM, groupEm, groupText } from './cameraSigns.ts';
import { COUNTRY } from './geography.ts';
import type { MapFrame } from './mapLayout.ts';
import { marks } from './marks.ts';

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

/** A camera's mark reaches so far from its middle, corners and all, in parts of the floor. */
const SPOT_EM = 0.8;

/** How far the mark of a camera or of several reaches from its middle, in parts of the floor. */
function spotEm({ marks: cameras }: CameraSpot): number {
  return cameras.length === 1
    ? SPOT_EM
    : Math.max(SPOT_EM, groupEm(groupText(cameras.length, isTroubled({ marks: cameras }))) / 2);
}

/** A mark that gives way to a graver one stands no further from its place, in parts of the floor. */
const BESIDE_EM = 2.4;

/** What is seen of the tile: neither behind a bezel nor under its head and foot. Empty while no wall is known. */
function useGround({ tile, place }: PanelProps<'map'>, frame: MapFrame): Ground {
  const wallId = useReplica((state) => state.window?.wallId ?? '');
  const canvas = useWorld((world) => world.walls[wallId]?.canvas);
  return useMemo(() => {
    const parts = partsIn(frame.sight, displayedParts(tile.area, frame.tile, canvas));
    return { camera: frame.camera, tile: frame.tile, parts, mostPx: BESIDE_EM * place.floorPx };
  }, [tile.area, frame, canvas, place.floorPx]);
}

function radiusPx({ severity }: IncidentMarker, floorPx: number): number {
  return (marks[severity].sizeEm / 2) * floorPx;
}

/** Markers of the open incidents, gravest first; none is behind a bezel, under the tile's head and foot or under another. */
function useMarkers(ground: Ground, floorPx: number): readonly IncidentMarker[] {
  const { byId, local } = useWorld((world) => world.incidents);
  const markers = useMemo(() => {
    const waiting = Object.values(local).filter(({ outcome }) => outcome === 'waiting');
    return incidentMarkers(Object.values(byId), new Set(waiting.map(({ incidentId }) => incidentId)));
  }, [byId, local]);
  return useMemo(
    () =>
      markersApart(markersInSight(markers, ground, CLEAR_EM * floorPx), ground, (marker) =>
        radiusPx(marker, floorPx),
      ),
    [markers, ground, floorPx],
  );
}

/** Incidents and cameras as they stand on the tile: cameras give way to incidents. */
export function useStandingMarks(
  props: PanelProps<'map'>,
  frame: MapFrame,
  cameras: readonly CameraMark[],
): { readonly markers: readonly IncidentMarker[]; readonly spots: readonly CameraSpot[] } {
  const { floorPx } = props.place;
  const ground = useGround(props, frame);
  const markers = useMarkers(ground, floorPx);
  const together = useMemo(
    () => cameraSpots(cameras, { ...frame, apartPx: APART_EM * floorPx }),
    [cameras, frame, floorPx],
  );
  const spots = useMemo(() => {
    const incidents = markers.map((marker) => ({
      ...pointOnTile(marker.point, ground.camera, ground.tile),
      radiusPx: radiusPx(marker, floorPx),
    }));
    return spotsBeside(together, incidents, { ...ground, radiusPx: (spot) => spotEm(spot) * floorPx });
  }, [together, markers, ground, floorPx]);
  return { markers, spots };
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
