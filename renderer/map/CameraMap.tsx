import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { KnownCamera } from '../../domain/cameras/state.ts';
import { cameraSpots, type CameraSpot } from '../../domain/map/cameraMarks.ts';
import {
  cameraForBounds,
  placeOnEarth,
  pointOnTile,
  type MapCamera,
  type PxPoint,
} from '../../domain/map/mercator.ts';
import type { LngLat, MapBounds, MapSite } from '../../domain/map/model.ts';
import { useWorld } from '../replica/store.ts';
import { useName, useText } from '../text/language.ts';
import { useMeasure } from '../ui/measure.ts';
import { baseMapOf } from './baseMap.ts';
import { APART_EM } from './cameraSigns.ts';
import { useCameraMarks } from './layerMarks.ts';
import type { MapFrame } from './mapLayout.ts';
import { mapLabels } from './mapLabels.ts';
import { useMapSite } from './mapSources.ts';
import { MapTexts } from './MapTexts.tsx';
import { placeNames, type PackName } from './placeNames.ts';
import { useMapEngine } from './useMapEngine.ts';
import './map.css';
import './cameraMap.css';

/** Size of marks on the console, px. */
const FLOOR_PX = 18;
/** Size of names there, px. */
const NAME_PX = 14;
/** A mark is hit so far from its middle, px. */
const HIT_PX = 16;
/** Less than this is a click, px. */
const CLICK_PX = 4;
const ZOOMS = { least: 5, most: 18 } as const;
const nothing: readonly never[] = [];

type Props = {
  /** A place that somebody pointed at. */
  readonly onPoint: (point: LngLat) => void;
  readonly point: LngLat | null;
  /** A camera's mark was pressed: it may be carried away. */
  readonly onCamera: (camera: KnownCamera, start: globalThis.PointerEvent) => void;
};

function zoomed({ centre, zoom }: MapCamera, by: number): MapCamera {
  return { centre, zoom: Math.min(ZOOMS.most, Math.max(ZOOMS.least, zoom + by)) };
}

/** Around the cameras, as near as their streets are told apart. */
const HOME = { zoom: 13, marginPx: 24 } as const;

/** The view that holds all of the cameras; undefined: there are none. */
function viewOf(places: readonly LngLat[], { widthPx, heightPx }: MapFrame['tile']): MapCamera | undefined {
  if (places.length === 0) return undefined;
  const along = places.map(([longitude]) => longitude);
  const up = places.map(([, latitude]) => latitude);
  const bounds: MapBounds = [Math.min(...along), Math.min(...up), Math.max(...along), Math.max(...up)];
  const inner = { widthPx: widthPx - 2 * HOME.marginPx, heightPx: heightPx - 2 * HOME.marginPx };
  const { centre, zoom } = cameraForBounds(bounds, inner);
  return { centre, zoom: Math.min(HOME.zoom, zoom) };
}

/** The element's size, and the map camera over it that the hand moves. */
function useView(places: readonly LngLat[]) {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ widthPx: 360, heightPx: 300 });
  const home = useWorld((world) => world.province?.map);
  const [moved, move] = useState<MapCamera | null>(null);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const watch = new ResizeObserver(() =>
      setSize({ widthPx: element.clientWidth, heightPx: element.clientHeight }),
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const camera = useMemo(
    () =>
      moved ??
      viewOf(places, size) ?? { centre: home?.centre ?? ([105.84, 21.6] as const), zoom: home?.zoom ?? 8 },
    [moved, places, size, home],
  );
  const frame = useMemo((): MapFrame => {
    const part = { xPx: 0, yPx: 0, ...size };
    return { tile: size, part, clear: part, sight: part, compact: true, camera, partCamera: camera };
  }, [size, camera]);
  return { box, frame, move };
}

/** Cameras are sorted into spots once the map rests so long: while it is moved, the engine carries the marks along, ms. */
const REST_MS = 200;

/** The frame once it rests. */
function useRested(frame: MapFrame): MapFrame {
  const [rested, setRested] = useState(frame);
  useEffect(() => {
    const timer = setTimeout(() => setRested(frame), REST_MS);
    return () => clearTimeout(timer);
  }, [frame]);
  return rested;
}

/** Names of places and of the two archipelagos, clear of the cameras' marks; found anew once the map rests. */
function useNames(frame: MapFrame, spots: readonly CameraSpot[], pack: readonly PackName[]) {
  const { archipelagos: archipelagoLines } = useText().map;
  const nameOf = useName();
  const measure = useMeasure();
  const province = useWorld((world) => world.province);
  const { camera, tile, part } = frame;
  return useMemo(() => {
    const { unit: ownCode = '', units = [] } = province ?? {};
    const names = placeNames({ ownCode, units, pack, sceneZoom: camera.zoom, nameOf });
    const where = { camera, tile, part, floorPx: NAME_PX, furniture: nothing };
    const marks = { markers: nothing, lights: nothing, spots: spots.map(({ point }) => point) };
    return mapLabels({ ...where, ...marks, names, archipelagoLines, measure });
  }, [spots, pack, camera, tile, part, province, archipelagoLines, nameOf, measure]);
}

function SitedCameraMap({ site, onPoint, point, onCamera }: Props & { readonly site: MapSite }) {
  const text = useText().map;
  const nameOf = useName();
  const canvas = useRef<HTMLDivElement>(null);
  const byId = useWorld((world) => world.cameras.byId);
  const places = useMemo(() => Object.values(byId).map(({ point: place }) => place), [byId]);
  const { box, frame, move } = useView(places);
  const base = useMemo(() => baseMapOf(site), [site]);
  const ownCode = useWorld((world) => world.province?.unit ?? '');
  const marks = useCameraMarks(true);
  const rested = useRested(frame);
  const spots = useMemo(
    () => cameraSpots(marks, { ...rested, apartPx: APART_EM * FLOOR_PX }),
    [marks, rested],
  );
  const painted = useMapEngine(canvas, {
    site,
    base,
    ownCode,
    frame,
    markers: nothing,
    spots,
    lights: nothing,
    floorPx: FLOOR_PX,
  });
  const labels = useNames(rested, spots, painted.names);
  const { camera, tile } = frame;

  function spotAt({ xPx, yPx }: PxPoint): CameraSpot | undefined {
    return spots.find(({ point: place }) => {
      const at = pointOnTile(place, camera, tile);
      return Math.hypot(at.xPx - xPx, at.yPx - yPx) <= HIT_PX;
    });
  }

  function pan(from: MapCamera, byX: number, byY: number): void {
    const middle = { xPx: tile.widthPx / 2 - byX, yPx: tile.heightPx / 2 - byY };
    move({ centre: placeOnEarth(middle, from, tile), zoom: from.zoom });
  }

  function onPointerDown(event: PointerEvent<HTMLDivElement>): void {
    if (event.button !== 0) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const at = { xPx: event.clientX - left, yPx: event.clientY - top };
    const spot = spotAt(at);
    const [only, other] = spot?.marks ?? [];
    if (only && other === undefined) {
      const known = byId[only.id];
      if (known) onCamera(known, event.nativeEvent);
      onPoint(only.point);
      return;
    }
    const start = event.nativeEvent;
    const stop = (end: globalThis.PointerEvent): void => {
      window.removeEventListener('pointermove', drag);
      window.removeEventListener('pointerup', stop);
      const far = Math.hypot(end.clientX - start.clientX, end.clientY - start.clientY);
      if (far > CLICK_PX) return;
      // Several cameras in one spot come apart nearer by.
      if (spot) move(zoomed({ centre: spot.point, zoom: camera.zoom }, 2));
      else onPoint(placeOnEarth(at, camera, tile));
    };
    const drag = (next: globalThis.PointerEvent): void =>
      pan(camera, next.clientX - start.clientX, next.clientY - start.clientY);
    window.addEventListener('pointermove', drag);
    window.addEventListener('pointerup', stop);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[
      event.key
    ];
    if (step) pan(camera, step[0] ?? 0, step[1] ?? 0);
    else if (event.key === '+' || event.key === '=') move(zoomed(camera, 1));
    else if (event.key === '-') move(zoomed(camera, -1));
    else if (event.key === 'Enter') onPoint(camera.centre);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const chosen = point && pointOnTile(point, camera, tile);
  return (
    <div
      ref={box}
      className="camera-map"
      role="application"
      tabIndex={0}
      aria-label={text.cameraMap}
      title={text.cameraMapHelp}
      onPointerDown={onPointerDown}
      onWheel={(event) => move(zoomed(camera, event.deltaY < 0 ? 0.5 : -0.5))}
      onKeyDown={onKeyDown}
    >
      <div ref={canvas} className="camera-map-canvas" />
      {rested === frame && (
        <div className="camera-map-names" style={{ fontSize: NAME_PX }}>
          <MapTexts labels={labels} floorPx={NAME_PX} />
        </div>
      )}
      <span className="camera-map-middle" aria-hidden="true" />
      {chosen && (
        <span className="camera-map-point" style={{ left: chosen.xPx, top: chosen.yPx }} aria-hidden="true" />
      )}
      <ul className="map-list" aria-label={text.cameraList}>
        {spots.map(({ marks: [first, ...others] }) => {
          const known = first && byId[first.id];
          if (!known) return null;
          const words = text.cameraSpot(nameOf(known.name), text.cameraLooks[first.look], others.length);
          return <li key={first.id}>{words}</li>;
        })}
      </ul>
    </div>
  );
}

/** The register's cameras on the console's own map: moved by hand, a camera carried away, a place pointed at. */
export function CameraMap(props: Props) {
  const site = useMapSite();
  return site && <SitedCameraMap {...props} site={site} />;
}
