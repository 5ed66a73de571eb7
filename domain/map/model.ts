/** Longitude and latitude in degrees, WGS 84. */
export type LngLat = readonly [longitude: number, latitude: number];

/** West, south, east, north in degrees. */
export type MapBounds = readonly [west: number, south: number, east: number, north: number];

/** What a map pack says of itself. A pack is a PMTiles v3 archive of vector tiles that the province brings. */
export type MapPackMetadata = {
  readonly name: string;
  readonly attribution: string;
  readonly bounds: MapBounds;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly layers: readonly string[];
};

/**
 * The layers that the product draws from a pack: `prov` and `ward` are areas, `prov_pt` and `ward_pt` one point each for
 * the name. Fields: `code` and `name`; a ward names its province in `pcode`. Other layers are left out.
 */
export const PACK_LAYERS = {
  provinces: 'prov',
  provinceNames: 'prov_pt',
  communes: 'ward',
  communeNames: 'ward_pt',
} as const;

/** Why the province's own pack is not on the map. `pack-strange`: it is sound but holds none of the layers above. */
export type PackTrouble = 'none' | 'pack-missing' | 'pack-damaged' | 'pack-strange';

/** What the shell answers to `ioc://app/map/pack.json`. */
export type MapSite = {
  readonly pack: MapPackMetadata | null;
  /** Only where `pack` is null. */
  readonly reason?: Exclude<PackTrouble, 'pack-strange'>;
  /** The site's Mapbox account; without it the map needs nobody outside the room. */
  readonly mapboxToken?: string;
};
