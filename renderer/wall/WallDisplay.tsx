import { memo, useCallback, useMemo } from 'react';
import type { TilePlace } from '../panels/definition.ts';
import { suspensionOf } from '../../domain/wall/guard.ts';
import type { Suspension } from '../../domain/wall/holding.ts';
import { PanelFrame } from '../panels/PanelFrame.tsx';
import { SeenContext } from '../panels/seen.ts';
import type { Canvas, Display } from '../../domain/wall/model.ts';
import { floorFontPx } from '../ui/typeScale.ts';
import { SafeTile } from './hold/SafeTile.tsx';
import { floorCapPx, rectOn, type MountedTile, type TileRect } from './tilePlacement.ts';

/** The part of a tile that its display shows, in the tile's own px. */
function visiblePart(display: Display, rect: TileRect): NonNullable<TilePlace['visible']> {
  const xPx = Math.max(0, -rect.leftPx);
  const yPx = Math.max(0, -rect.topPx);
  return {
    xPx,
    yPx,
    widthPx: Math.min(rect.widthPx, display.widthPx - rect.leftPx) - xPx,
    heightPx: Math.min(rect.heightPx, display.heightPx - rect.topPx) - yPx,
  };
}

const TileView = memo(function TileView(props: {
  readonly mounted: MountedTile;
  readonly canvas: Canvas;
  readonly display: Display;
  readonly audible: boolean;
  /** Why it is not drawn for now. */
  readonly suspension: Suspension | undefined;
  readonly onReady: (identity: string) => void;
}) {
  const { mounted, canvas, display, audible, suspension, onReady } = props;
  const { identity, tile, seen, rank } = mounted;
  const ready = useCallback(() => onReady(identity), [onReady, identity]);
  const rect = useMemo(() => rectOn(display, tile), [display, tile]);
  const place = useMemo(
    (): TilePlace => ({
      widthPx: rect.widthPx,
      heightPx: rect.heightPx,
      floorPx: floorFontPx(floorCapPx(canvas, display)),
      visible: visiblePart(display, rect),
    }),
    [canvas, display, rect],
  );
  const box = { left: rect.leftPx, top: rect.topPx, width: rect.widthPx, height: rect.heightPx };
  return (
    <div
      className={`wall-tile ${tile.layer} ${seen ? '' : 'unseen'}`}
      style={box}
      aria-hidden={!seen}
      data-tile={tile.id}
      data-rank={rank}
    >
      {suspension ? (
        <SafeTile tile={tile} place={place} suspension={suspension} onReady={ready} />
      ) : (
        <SeenContext value={seen}>
          <PanelFrame tile={tile} place={place} audible={audible} onReady={ready} />
        </SeenContext>
      )}
    </div>
  );
});

/** One display of the wall: the part of the scene that lies on its area, at `scale` (1 on the real panel). */
export function WallDisplay(props: {
  readonly canvas: Canvas;
  readonly display: Display;
  readonly tiles: readonly MountedTile[];
  readonly scale: number;
  readonly label: string;
  /** The tile of this display that is heard, or null. */
  readonly heardTileId: string | null;
  readonly suspended: readonly Suspension[];
  readonly onTileReady: (identity: string) => void;
}) {
  const { canvas, display, tiles, scale, label, heardTileId, suspended, onTileReady } = props;
  const box = { width: display.widthPx, height: display.heightPx, transform: `scale(${scale})` };
  const waits = tiles.some(({ seen }) => !seen);
  return (
    <main
      className={waits ? 'wall-display sheets' : 'wall-display'}
      style={box}
      aria-label={label}
      data-display={display.id}
    >
      {tiles.map((mounted) => (
        <TileView
          key={mounted.identity}
          mounted={mounted}
          canvas={canvas}
          display={display}
          suspension={suspensionOf(suspended, display.id, mounted.tile)}
          audible={mounted.seen && mounted.tile.id === heardTileId}
          onReady={onTileReady}
        />
      ))}
    </main>
  );
}
