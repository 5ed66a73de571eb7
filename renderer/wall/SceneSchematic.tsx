import { ArrowRight, Plus, X } from 'lucide-react';
import { memo } from 'react';
import type { SceneDiff } from '../../domain/wall/diff.ts';
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

type Change = 'appears' | 'moves' | 'goes';
/** What a change looks like: its sign is told by shape before colour. */
const changeIcons = { appears: Plus, moves: ArrowRight, goes: X } as const;

function TileMark(props: {
  readonly tile: Tile;
  readonly change: Change | undefined;
  readonly canvas: Canvas;
}) {
  const { tile, change, canvas } = props;
  const Shape = change ? changeIcons[change] : panelIcons[tile.panel.kind];
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
    <g className={change ? `schematic-tile changed ${change}` : 'schematic-tile'}>
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

function changesIn(diff: SceneDiff | undefined): ReadonlyMap<string, Change> {
  return new Map([
    ...(diff?.appears ?? []).map(({ id }) => [id, 'appears'] as const),
    ...(diff?.moves ?? []).map(({ to }) => [to.id, 'moves'] as const),
  ]);
}

/** A scene as a drawing: the displays at their places, each tile with the sign of its kind. Not a picture of the wall. */
export const SceneSchematic = memo(function SceneSchematic(props: {
  readonly canvas: Canvas;
  readonly scene: Scene;
  /** What is different from the program: marked by shape, and what goes is drawn as a ghost. */
  readonly diff?: SceneDiff;
}) {
  const words = useText().scenes;
  const { canvas, scene, diff } = props;
  const changes = changesIn(diff);
  const { xMm, yMm, widthMm, heightMm } = canvas.area;
  return (
    <svg
      className="schematic"
      viewBox={`${xMm} ${yMm} ${widthMm} ${heightMm}`}
      role="img"
      aria-label={contents(scene, words)}
    >
      {Object.values(scene.tiles).map((tile) => (
        <TileMark key={tile.id} tile={tile} change={changes.get(tile.id)} canvas={canvas} />
      ))}
      {diff?.goes.map((tile) => (
        <TileMark key={`goes ${tile.id}`} tile={tile} change="goes" canvas={canvas} />
      ))}
      {canvas.displays.map((display) => (
        <rect key={display.id} className="schematic-display" {...box(display.area)} />
      ))}
    </svg>
  );
});
