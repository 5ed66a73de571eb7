import type { PackTrouble } from '../../domain/map/model.ts';
import type { Dictionary } from '../text/vi.ts';
import type { BaseMap } from './baseMap.ts';
import type { MapEngine, MapTrouble } from './engine.ts';

export type MapHealth = {
  /** For machines: `well`, or what is wrong, words with spaces between. */
  readonly codes: string;
  /** For people: the gravest trouble in a few words. */
  readonly word?: string;
  /** Something is broken, not merely absent. */
  readonly broken: boolean;
  /** What the base map is and its licence, longest first. */
  readonly credits: readonly string[];
};

type Trouble = { readonly code: string; readonly word: string };
type Troubles = Readonly<Partial<Record<MapEngine['name'], MapTrouble>>>;

function engineTroubles({ maplibre, mapbox }: Troubles, text: Dictionary['map']): readonly Trouble[] {
  const unreadable = maplibre === 'tile' || mapbox === 'tile';
  return [
    ...(maplibre && maplibre !== 'tile' ? [{ code: `maplibre-${maplibre}`, word: text.noEngine }] : []),
    ...(unreadable ? [{ code: 'pack-tile', word: text.tileDamaged }] : []),
    ...(mapbox && mapbox !== 'tile' ? [{ code: `mapbox-${mapbox}`, word: text.mapboxFailed[mapbox] }] : []),
  ];
}

const packCodes: Record<PackTrouble, string> = {
  none: 'no-pack',
  'pack-missing': 'pack-missing',
  'pack-damaged': 'pack-damaged',
  'pack-strange': 'pack-strange',
};

/** What the tile says of its own map. */
export function mapHealth(base: BaseMap, troubles: Troubles, text: Dictionary['map']): MapHealth {
  const engine = engineTroubles(troubles, text);
  const pack =
    base.kind === 'outline' ? [{ code: packCodes[base.why], word: text.packTrouble[base.why] }] : [];
  const all = [...engine, ...pack];
  const [gravest] = all;
  return {
    codes: all.length === 0 ? 'well' : all.map(({ code }) => code).join(' '),
    ...(gravest && { word: gravest.word }),
    broken: engine.length > 0 || (base.kind === 'outline' && base.why !== 'none'),
    credits: base.kind === 'outline' ? text.outlineCredits : text.packCredits(base.pack.attribution),
  };
}
