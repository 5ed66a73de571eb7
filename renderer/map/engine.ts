import type { FeatureCollection } from 'geojson';
import type { StyleSpecification } from 'maplibre-gl';
import type { Outcome } from '../../domain/kernel/outcome.ts';
import type { MapCamera } from '../../domain/map/mercator.ts';
import type { LngLat } from '../../domain/map/model.ts';

/** Why an engine shows no map: its account, its network, nothing drawn, not in time, or no graphics on this machine. */
export type MapFailure = 'token' | 'network' | 'blank' | 'slow' | 'graphics';

/** What an engine says after it opened; `tile` means that a part of the pack could not be read, the rest stands. */
export type MapTrouble = MapFailure | 'tile';

/** A picture in device pixels, `pixelRatio` of them to one CSS px. */
export type MapImage = { readonly pixels: ImageData; readonly pixelRatio: number };

export type EngineRequest = {
  readonly container: HTMLElement;
  readonly style: StyleSpecification;
  readonly camera: MapCamera;
  readonly images: Readonly<Record<string, MapImage>>;
  /** An engine that is not open by then is given up, ms. */
  readonly patienceMs: number;
  readonly onTrouble: (trouble: MapTrouble) => void;
};

/** A point of a source with the fields of its feature. */
export type MapFeature = {
  readonly point: LngLat | null;
  readonly fields: Readonly<Record<string, unknown>>;
};

/** All that the product asks of a map engine. */
export type MapEngine = {
  readonly name: 'maplibre' | 'mapbox';
  /** Replaces what a GeoJSON source of the style holds. */
  setData(source: string, data: FeatureCollection): void;
  /** Makes pictures known by their names; those that are known already stay. */
  addImages(images: Readonly<Record<string, MapImage>>): void;
  /** Cuts to the camera; with a duration (ms) it flies there. */
  flyTo(camera: MapCamera, durationMs: number): void;
  /** What is painted of these layers. */
  paintedFeatures(layers: readonly string[]): readonly MapFeature[];
  /** What the loaded tiles of a vector source hold, painted or not. */
  sourceFeatures(source: string, layer: string): readonly MapFeature[];
  /** The container changed its size. */
  resize(): void;
  /** Calls after everything asked for is painted; returns the function that stops. */
  onIdle(listener: () => void): () => void;
  remove(): void;
};

/** Opens an engine; answers once its style and images are there. */
export type OpenEngine = (request: EngineRequest) => Promise<Outcome<MapEngine, MapFailure>>;
