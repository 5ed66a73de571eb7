import type { AuditState, AuditTile } from '../../domain/audit/model.ts';
import type { World } from '../../domain/contract/world.ts';
import { own } from '../../domain/kernel/own.ts';
import type { PanelSpec, Scene, Tile } from '../../domain/wall/model.ts';

/** Longer words say no more: a banner stays whole. */
const MOST_CHARACTERS = 300;
/** An edit of more tiles is told by their number. */
const MOST_TILES_TOLD = 12;

/** What an address may hold of secrets stands behind `?` and `#`, or before `@`. */
function openPart(url: string): string {
  if (!URL.canParse(url)) return '';
  const { host, pathname } = new URL(url);
  return host + pathname;
}

function listed(words: readonly (string | number | undefined)[]): string {
  return words.filter((word) => word !== undefined && word !== '').join(', ');
}

function gridShows(from: Extract<PanelSpec, { kind: 'camera-grid' }>['from'], { cameras }: World): string {
  switch (from.by) {
    case 'list':
      return listed(from.cameraIds.map((id) => own(cameras.byId, id)?.name.vi ?? id));
    case 'group':
      return from.group;
    case 'tag':
      return from.tag;
    case 'unit':
      return from.unit;
    case 'all':
      return '';
  }
}

/** What a panel shows: what it is of, or its words. Nothing that does not stand on the wall. */
function shownBy(panel: PanelSpec, world: World): string {
  const named = (id: string): string => own(world.indicators.catalogue, id)?.name.vi ?? id;
  switch (panel.kind) {
    case 'indicator':
      return named(panel.indicatorId);
    case 'indicator-chart':
    case 'indicator-table':
      return listed(panel.indicatorIds.map(named));
    case 'incident-list':
      return String(panel.max);
    case 'map':
      return listed([panel.centre?.join(' '), panel.zoom]);
    case 'camera':
      return own(world.cameras.byId, panel.cameraId)?.name.vi ?? panel.cameraId;
    case 'camera-grid':
      return listed([panel.title, gridShows(panel.from, world)]);
    case 'web':
      return listed([panel.title, openPart(panel.url)]);
    case 'picture':
    case 'pdf':
    case 'video':
      return listed([
        own(world.documents.byId, panel.documentId)?.name,
        panel.kind === 'pdf' ? panel.page : undefined,
      ]);
    case 'text':
      return listed([panel.title, panel.text]);
    case 'banner':
      return panel.text;
    case 'countdown':
      return listed([panel.label, panel.until || panel.minutes]);
    case 'camera-hotspot':
    case 'camera-list':
    case 'camera-events':
    case 'clock':
      return '';
  }
}

function toldTile({ area, panel }: Tile, world: World): AuditTile {
  const place = [area.xMm, area.yMm, area.widthMm, area.heightMm].map(Math.round).join(' ');
  return { kind: panel.kind, shows: shownBy(panel, world).slice(0, MOST_CHARACTERS), place };
}

/** How the tiles of a patch stand in a scene: what each shows, and where; null: it is not there. */
export function tilesOf(patch: unknown, scene: Scene | undefined, world: World): AuditState {
  const ids = Object.keys(Object(patch));
  const told = ids.slice(0, MOST_TILES_TOLD).map((id) => {
    const tile = scene && own(scene.tiles, id);
    return [id, tile ? toldTile(tile, world) : null] as const;
  });
  return { tiles: ids.length, ...Object.fromEntries(told) };
}
