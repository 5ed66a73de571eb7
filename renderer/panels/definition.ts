import type { ComponentType } from 'react';
import type { PanelKind, PanelSpec, Tile } from '../../domain/wall/model.ts';

/** What a tile knows of its place: enough to size type for the farthest seat. */
export type TilePlace = {
  /** Size of the tile's content on its display, CSS px. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Font size whose capitals subtend 16 minutes of arc at the farthest seat, CSS px: no text is smaller. */
  readonly floorPx: number;
  /** The part of the content that this display shows, in the content's own CSS px; absent where it shows all of it. */
  readonly visible?: {
    readonly xPx: number;
    readonly yPx: number;
    readonly widthPx: number;
    readonly heightPx: number;
  };
};

/** What every panel gets. `spec` is the tile's own panel specification, narrowed to the panel's kind. */
export type PanelProps<Kind extends PanelKind = PanelKind> = {
  readonly tile: Tile;
  readonly spec: Extract<PanelSpec, { kind: Kind }>;
  readonly place: TilePlace;
  /** True for the one tile of the wall that is to be heard; everything else is silent. */
  readonly audible: boolean;
  /** Called once the panel shows what it has: a take waits for it, bounded in time. */
  readonly onReady: () => void;
  /** Told when what the tile shows is gone, and when it is there again: see `Tile.failover`. */
  readonly onSource: (alive: boolean) => void;
};

/** An entry of the registry: a panel is its own chunk, loaded when a tile of its kind is first shown. */
export type PanelDefinition<Kind extends PanelKind> = {
  readonly kind: Kind;
  readonly load: () => Promise<{ default: ComponentType<PanelProps<Kind>> }>;
};
