import type { Bilingual } from '../../domain/kernel/text.ts';
import { PACK_LAYERS, type LngLat } from '../../domain/map/model.ts';
import type { Unit } from '../../domain/units/model.ts';
import type { MapEngine, MapFeature } from './engine.ts';
import { provinceNames } from './geography.ts';
import type { PlaceName } from './mapLabels.ts';
import { PACK_SOURCE } from './style.ts';

/** From this zoom of the scene on, the province fills the tile and its communes have room for their names. */
const COMMUNES_FROM_ZOOM = 7.5;

/** A name that the pack knows. */
export type PackName = {
  readonly code: string;
  readonly name: string;
  readonly point: LngLat;
  /** Code of the province that a commune belongs to. */
  readonly province?: string;
};

function packName({ point, fields }: MapFeature): readonly PackName[] {
  const { code, name, pcode } = fields;
  if (point === null || typeof code !== 'string' || typeof name !== 'string') return [];
  return [
    { code, name: name.normalize('NFC'), point, ...(typeof pcode === 'string' && { province: pcode }) },
  ];
}

/** The names in the pack's loaded tiles; neighbouring tiles repeat a name, it counts once. */
export function packNames(engine: Pick<MapEngine, 'sourceFeatures'>): readonly PackName[] {
  const found = [PACK_LAYERS.provinceNames, PACK_LAYERS.communeNames].flatMap((layer) =>
    engine.sourceFeatures(PACK_SOURCE, layer).flatMap(packName),
  );
  const byCode = new Map(found.map((name) => [name.code, name]));
  return [...byCode.values()].sort((a, b) => a.code.localeCompare(b.code));
}

/**
 * The names of the base map in the order in which they may claim room: communes that the province itself lists, communes
 * of its pack, the province, its neighbours.
 */
export function placeNames(request: {
  readonly ownCode: string;
  readonly units: readonly Unit[];
  readonly pack: readonly PackName[];
  readonly sceneZoom: number;
  readonly nameOf: (name: Bilingual) => string;
}): readonly PlaceName[] {
  const { ownCode, pack, nameOf } = request;
  const listed = request.units
    .filter(({ tier }) => tier === 'commune')
    .map(({ code, name, point }) => ({ id: code, text: nameOf(name), point, rank: 'commune' as const }));
  const known = new Set(listed.map(({ id }) => id));
  const others = pack
    .filter(({ code, province }) => province === ownCode && !known.has(code))
    .map(({ code, name, point }) => ({ id: code, text: name, point, rank: 'commune' as const }));
  const fromPack = pack.filter(({ province }) => province === undefined);
  const provinces = (fromPack.length > 0 ? fromPack : provinceNames)
    .map(({ code, name, point }) => ({
      id: code,
      text: name,
      point,
      rank: code === ownCode ? ('own' as const) : ('neighbour' as const),
    }))
    .sort((a, b) => Number(b.rank === 'own') - Number(a.rank === 'own'));
  return [...(request.sceneZoom >= COMMUNES_FROM_ZOOM ? [...listed, ...others] : []), ...provinces];
}
