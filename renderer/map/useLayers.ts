import { useEffect, type RefObject } from 'react';
import { isTroubled, type CameraSpot } from '../../domain/map/cameraMarks.ts';
import { metresPerPx } from '../../domain/map/viewWedge.ts';
import { LEAST_WEDGE_EM } from './cameraSigns.ts';
import { cameraSource, viewSource } from './cameraSource.ts';
import { mapColours } from './colours.ts';
import type { MapEngine } from './engine.ts';
import { cameraImages, lightImages } from './layerImages.ts';
import { lightSource, type LightMark } from './lightSource.ts';
import type { MapFrame } from './mapLayout.ts';
import { CAMERA_SOURCE, LIGHT_SOURCE, VIEW_SOURCE } from './style.ts';

type Layers = {
  readonly spots: readonly CameraSpot[];
  readonly lights: readonly LightMark[];
  readonly frame: MapFrame;
  readonly floorPx: number;
};

/** Tells the engine of cameras and traffic lights; both come at most once a second. */
export function useLayers(
  engine: MapEngine | null,
  container: RefObject<HTMLElement | null>,
  { spots, lights, frame, floorPx }: Layers,
): void {
  // Whole metres: a map that is moved aside is no reason to draw all anew.
  const wedgeFromM = Math.round(LEAST_WEDGE_EM * floorPx * metresPerPx(frame.camera));
  useEffect(() => {
    if (engine === null || container.current === null) return;
    const groups = spots.map((spot) => ({ count: spot.marks.length, troubled: isTroubled(spot) }));
    const looks = new Set(
      spots.flatMap(({ marks }) => (marks.length === 1 ? marks.map(({ look }) => look) : [])),
    );
    const brush = { colours: mapColours(container.current), floorPx, pixelRatio: devicePixelRatio };
    if (spots.length > 0)
      engine.addImages(
        cameraImages(
          looks,
          groups.filter(({ count }) => count > 1),
          brush,
        ),
      );
    engine.setData(VIEW_SOURCE, viewSource(spots, wedgeFromM));
    engine.setData(CAMERA_SOURCE, cameraSource(spots, wedgeFromM));
  }, [engine, container, spots, wedgeFromM, floorPx]);
  useEffect(() => {
    if (engine === null || container.current === null) return;
    const brush = { colours: mapColours(container.current), floorPx, pixelRatio: devicePixelRatio };
    engine.addImages(lightImages(new Set(lights.map(({ look }) => look)), brush));
    engine.setData(LIGHT_SOURCE, lightSource(lights));
  }, [engine, container, lights, floorPx]);
}
