import type { FeatureCollection, Geometry } from 'geojson';
import type { MapEngine, MapImage } from './engine.ts';
import { featureOf } from './features.ts';

type Feature = {
  readonly geometry: Geometry;
  readonly properties: Readonly<Record<string, unknown>> | null;
};

/** What the two libraries have in common, as far as the product uses it. */
type LibraryMap = {
  hasImage(name: string): boolean;
  addImage(name: string, pixels: ImageData, options: { pixelRatio: number }): unknown;
  easeTo(to: { center: [number, number]; zoom: number; duration: number }): unknown;
  queryRenderedFeatures(options: { layers: string[] }): readonly Feature[];
  querySourceFeatures(source: string, options: { sourceLayer: string }): readonly Feature[];
  resize(): unknown;
  on(type: 'idle', listener: () => void): unknown;
  off(type: 'idle', listener: () => void): unknown;
  remove(): void;
};

/** Pictures that the map knows already stay. */
export function addImages(map: LibraryMap, images: Readonly<Record<string, MapImage>>): void {
  for (const [name, { pixels, pixelRatio }] of Object.entries(images)) {
    if (!map.hasImage(name)) map.addImage(name, pixels, { pixelRatio });
  }
}

/** A library's map as the product sees it; `setData` replaces what a GeoJSON source holds. */
export function engineFace(
  name: MapEngine['name'],
  map: LibraryMap,
  setData: (source: string, data: FeatureCollection) => void,
): MapEngine {
  return {
    name,
    setData,
    addImages: (images) => addImages(map, images),
    flyTo({ centre: [longitude, latitude], zoom }, durationMs) {
      map.easeTo({ center: [longitude, latitude], zoom, duration: durationMs });
    },
    paintedFeatures: (layers) => map.queryRenderedFeatures({ layers: [...layers] }).map(featureOf),
    sourceFeatures: (source, layer) => map.querySourceFeatures(source, { sourceLayer: layer }).map(featureOf),
    resize: () => void map.resize(),
    onIdle(listener) {
      map.on('idle', listener);
      return () => void map.off('idle', listener);
    },
    remove: () => map.remove(),
  };
}
