import { PACK_LAYERS, type MapPackMetadata, type MapSite, type PackTrouble } from '../../domain/map/model.ts';

/** What lies under the incidents: the province's own pack, or the product's outline and why. */
export type BaseMap =
  | { readonly kind: 'pack'; readonly pack: MapPackMetadata }
  | { readonly kind: 'outline'; readonly why: PackTrouble };

/** The pack when there is a sound one with layers that the product knows, otherwise the outline. */
export function baseMapOf(site: MapSite): BaseMap {
  if (site.pack === null) return { kind: 'outline', why: site.reason ?? 'none' };
  return site.pack.layers.includes(PACK_LAYERS.provinces)
    ? { kind: 'pack', pack: site.pack }
    : { kind: 'outline', why: 'pack-strange' };
}

let asked: Promise<MapSite> | undefined;

async function ask(): Promise<MapSite> {
  try {
    const response = await fetch('/map/pack.json');
    if (response.ok) return await response.json();
  } catch {
    // The shell always answers; a window that cannot reach it shows the outline and asks again for its next map.
  }
  asked = undefined;
  return { pack: null, reason: 'pack-missing' };
}

/** What the site says of its map, asked once per window. */
export function mapSite(): Promise<MapSite> {
  return (asked ??= ask());
}
