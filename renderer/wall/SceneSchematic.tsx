import { memo } from 'react';
import type { Area, Canvas, PanelKind, Scene, Tile } from '../../domain/wall/model.ts';
import { useText } from '../text/language.ts';
import type { Dictionary } from '../text/vi.ts';
import { panelIcons } from './panelIcons.ts';
import './schematic.css';

function box({ xMm, yMm, widthMm, heightMm }: Area) {
  return { x: xMm, y: yMm, width: widthMm, height: heightMm };
}

/** A sign smaller than this part of the drawing's width is a speck: it says nothing, and a wall of tables has hundreds. */
const SMALLEST_SIGN = 1 / 40;

function TileMark(props: { readonly tile: Tile; readonly changed: boolean; readonly canvas: Canvas }) {
  const { tile, changed, canvas } = props;
  const Shape = panelIcons[tile.panel.kind];
  const { xMm, yMm, widthMm, heightMm } = tile.area;
  const sizeMm = Math.min(widthMm, heightMm) * 0.7;
  const readable = sizeMm >= canvas.area.widthMm * SMALLEST_SIGN;
  const place = {
    x: xMm + (widthMm - sizeMm) / 2,
    y: yMm + (heightMm - sizeMm) / 2,
    width: sizeMm,
    height: sizeMm,
  };
  return (
    <g className={changed ? 'schematic-tile changed' : 'schematic-tile'}>
      <rect {...box(tile.area)} />
      {readable && <Shape {...place} strokeWidth={1.75} />}
    </g>
  );
}

/** What a scene holds, in words: `7 chỉ tiêu, 1 bản đồ`. */
function contents(scene: Scene, words: Dictionary['scenes']): string {
  const counts = new Map<PanelKind, number>();
  for (const { panel } of Object.values(scene.tiles))
    counts.set(panel.kind, (counts.get(panel.kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => words.count(count, words.kinds[kind])).join(', ');
}

/** A scene as a drawing: the displays at their places, each tile with the sign of its kind. Not a picture of the wall. */
export const SceneSchematic = memo(function SceneSchematic(props: {
  readonly canvas: Canvas;
  readonly scene: Scene;
  /** Tiles to mark as different from the program. */
  readonly changed?: ReadonlySet<string>;
}) {
  const words = useText().scenes;
  const { canvas, scene, changed } = props;
  const { xMm, yMm, widthMm, heightMm } = canvas.area;
  return (
    <svg
      className="schematic"
      viewBox={`${xMm} ${yMm} ${widthMm} ${heightMm}`}
      role="img"
      aria-label={contents(scene, words)}
    >
      {Object.values(scene.tiles).map((tile) => (
        <TileMark key={tile.id} tile={tile} changed={changed?.has(tile.id) ?? false} canvas={canvas} />
      ))}
      {canvas.displays.map((display) => (
        <rect key={display.id} className="schematic-display" {...box(display.area)} />
      ))}
    </svg>
  );
});
