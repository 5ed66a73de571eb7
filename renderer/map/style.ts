import type { FeatureCollection } from 'geojson';
import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { PACK_LAYERS } from '../../domain/map/model.ts';
import type { BaseMap } from './baseMap.ts';
import { BEAK_IMAGE } from './cameraSigns.ts';
import type { MapColours } from './colours.ts';
import { archipelagoIslands, outline } from './geography.ts';

export const INCIDENT_SOURCE = 'incidents';
export const INCIDENT_LAYER = 'incident-marks';
export const CAMERA_SOURCE = 'cameras';
export const VIEW_SOURCE = 'camera-views';
export const CAMERA_LAYER = 'camera-marks';
export const LIGHT_SOURCE = 'lights';
export const LIGHT_LAYER = 'light-marks';
export const PACK_SOURCE = 'pack';

export type StyleRequest = {
  readonly base: BaseMap;
  /** Code of the room's own province: it stands out, its neighbours are dim. */
  readonly ownCode: string;
  readonly colours: MapColours;
  /** The floor of type, CSS px: lines are drawn in parts of it, so that the farthest seat sees them. */
  readonly floorPx: number;
  /** Of the page, such as `ioc://app`. */
  readonly origin: string;
};

const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };

function sources({ base, origin }: StyleRequest): Record<string, SourceSpecification> {
  const own: Record<string, SourceSpecification> = {
    islands: { type: 'geojson', data: archipelagoIslands },
    [VIEW_SOURCE]: { type: 'geojson', data: nothing },
    [CAMERA_SOURCE]: { type: 'geojson', data: nothing },
    [LIGHT_SOURCE]: { type: 'geojson', data: nothing },
    [INCIDENT_SOURCE]: { type: 'geojson', data: nothing },
  };
  if (base.kind === 'outline') return { outline: { type: 'geojson', data: outline }, ...own };
  const { bounds, minZoom, maxZoom } = base.pack;
  return {
    [PACK_SOURCE]: {
      type: 'vector',
      tiles: [`${origin}/map/tiles/{z}/{x}/{y}.pbf`],
      bounds: [bounds[0], bounds[1], bounds[2], bounds[3]],
      minzoom: minZoom,
      maxzoom: maxZoom,
    },
    ...own,
  };
}

const sharp = { 'line-join': 'round', 'line-cap': 'round' } as const;

function packLayers({ ownCode, colours, floorPx }: StyleRequest): LayerSpecification[] {
  const provinces = { source: PACK_SOURCE, 'source-layer': PACK_LAYERS.provinces };
  const own: ['==', ['get', string], string] = ['==', ['get', 'code'], ownCode];
  return [
    { id: 'land', type: 'fill', ...provinces, paint: { 'fill-color': colours.land } },
    { id: 'own-land', type: 'fill', ...provinces, filter: own, paint: { 'fill-color': colours.own } },
    {
      id: 'commune-borders',
      type: 'line',
      source: PACK_SOURCE,
      'source-layer': PACK_LAYERS.communes,
      filter: ['==', ['get', 'pcode'], ownCode],
      layout: sharp,
      paint: { 'line-color': colours.communeBorder, 'line-width': floorPx * 0.025 },
    },
    {
      id: 'province-borders',
      type: 'line',
      ...provinces,
      layout: sharp,
      paint: { 'line-color': colours.border, 'line-width': floorPx * 0.035 },
    },
    {
      id: 'own-border',
      type: 'line',
      ...provinces,
      filter: own,
      layout: sharp,
      paint: { 'line-color': colours.ownBorder, 'line-width': floorPx * 0.06 },
    },
  ];
}

function outlineLayers({ ownCode, colours, floorPx }: StyleRequest): LayerSpecification[] {
  const land: ['!=', ['get', string], string] = ['!=', ['get', 'kind'], 'province'];
  const own: ['==', ['get', string], string] = ['==', ['get', 'code'], ownCode];
  return [
    { id: 'land', type: 'fill', source: 'outline', filter: land, paint: { 'fill-color': colours.land } },
    { id: 'own-land', type: 'fill', source: 'outline', filter: own, paint: { 'fill-color': colours.own } },
    {
      id: 'country-border',
      type: 'line',
      source: 'outline',
      filter: land,
      layout: sharp,
      paint: { 'line-color': colours.border, 'line-width': floorPx * 0.035 },
    },
    {
      id: 'own-border',
      type: 'line',
      source: 'outline',
      filter: own,
      layout: sharp,
      paint: { 'line-color': colours.ownBorder, 'line-width': floorPx * 0.06 },
    },
  ];
}

/** Every mark is drawn, over whatever lies there. */
const allMarks = { 'icon-allow-overlap': true, 'icon-ignore-placement': true } as const;

/** What the cameras see, where they look, and the cameras themselves; then the traffic lights. Empty until the tile asks. */
function liveLayers({ colours, floorPx }: StyleRequest): LayerSpecification[] {
  return [
    {
      id: 'camera-views',
      type: 'fill',
      source: VIEW_SOURCE,
      paint: { 'fill-color': colours.cameras.mark, 'fill-opacity': 0.28 },
    },
    {
      id: 'camera-view-edges',
      type: 'line',
      source: VIEW_SOURCE,
      layout: sharp,
      paint: { 'line-color': colours.cameras.mark, 'line-width': floorPx * 0.04, 'line-opacity': 0.8 },
    },
    {
      id: 'camera-tips',
      type: 'symbol',
      source: CAMERA_SOURCE,
      filter: ['has', 'bearing'],
      layout: { 'icon-image': BEAK_IMAGE, 'icon-rotate': ['get', 'bearing'], ...allMarks },
    },
    {
      id: CAMERA_LAYER,
      type: 'symbol',
      source: CAMERA_SOURCE,
      layout: { 'icon-image': ['get', 'image'], 'symbol-sort-key': ['get', 'order'], ...allMarks },
    },
    {
      id: LIGHT_LAYER,
      type: 'symbol',
      source: LIGHT_SOURCE,
      layout: { 'icon-image': ['get', 'image'], ...allMarks },
    },
  ];
}

/**
 * Land and what lies beyond it as two quiet neighbours, borders as lines, nothing coloured but what stands on it. It keeps to
 * what both map engines understand and holds no text: names are laid out by the product itself.
 */
export function mapStyle(request: StyleRequest): StyleSpecification {
  const { base, colours, floorPx } = request;
  return {
    version: 8,
    sources: sources(request),
    layers: [
      { id: 'beyond', type: 'background', paint: { 'background-color': colours.beyond } },
      ...(base.kind === 'pack' ? packLayers(request) : outlineLayers(request)),
      {
        id: 'archipelago-islands',
        type: 'circle',
        source: 'islands',
        paint: { 'circle-radius': floorPx * 0.055, 'circle-color': colours.island },
      },
      ...liveLayers(request),
      {
        id: INCIDENT_LAYER,
        type: 'symbol',
        source: INCIDENT_SOURCE,
        layout: {
          'icon-image': ['get', 'image'],
          'symbol-sort-key': ['get', 'order'],
          ...allMarks,
        },
      },
    ],
  };
}
