import { ArrowRight, Plus, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { Canvas, Tile } from '../../../domain/wall/model.ts';
import type { EditingRoom } from '../../panels/editingDefinition.ts';
import { Icon } from '../../ui/Icon.tsx';
import { panelIcons } from '../panelIcons.ts';
import { boxOf, type CanvasView } from './canvasView.ts';
import { focusTile } from './editorStore.ts';
import { isLegible, tileReading } from './reading.ts';
import { spotWords, titleOf } from './stage.ts';

/** Smaller than this a tile shows its sign alone, CSS px. */
const WORDS_OVER = { widthPx: 64, heightPx: 24 };
const TWO_LINES_OVER_PX = 52;
const LINE_PX = 22;

/** As many lines as the height leaves beside the kind; a name is cut where there is no line left for it. */
function titleLines(heightPx: number): number {
  return Math.max(1, Math.floor((heightPx - (heightPx >= TWO_LINES_OVER_PX ? LINE_PX : 0)) / LINE_PX));
}

export type TileChange = 'appears' | 'moves';
const changeIcons = { appears: Plus, moves: ArrowRight } as const;

/** A tile in the editor: the sign of its kind, its name, and what is wrong or different. */
export const TileBox = memo(function TileBox(props: {
  readonly tile: Tile;
  readonly canvas: Canvas;
  readonly view: CanvasView;
  readonly room: EditingRoom;
  readonly chosen: boolean;
  readonly change: TileChange | undefined;
}) {
  const { tile, canvas, view, room, chosen, change } = props;
  const { words } = room;
  const box = boxOf(tile.area, view);
  const title = titleOf(tile.panel, room);
  const kind = words.scenes.kinds[tile.panel.kind];
  const legible = isLegible(tileReading(canvas, tile, room));
  const roomy = box.width >= WORDS_OVER.widthPx && box.height >= WORDS_OVER.heightPx;
  const classes = ['edit-tile', tile.layer, chosen && 'chosen', change, !legible && 'unreadable'];
  return (
    <div
      className={classes.filter(Boolean).join(' ')}
      style={box}
      role="option"
      aria-selected={chosen}
      aria-label={words.editor.tile(title, kind, spotWords(canvas, tile, room))}
      tabIndex={0}
      data-edit-tile={tile.id}
      onFocus={() => focusTile(tile.id)}
    >
      <span className="edit-tile-head">
        <Icon of={panelIcons[tile.panel.kind]} />
        {roomy && (
          <span className="edit-tile-title" style={{ WebkitLineClamp: titleLines(box.height) }}>
            {title}
          </span>
        )}
      </span>
      {roomy && box.height >= TWO_LINES_OVER_PX && <span className="edit-tile-kind">{kind}</span>}
      {change && (
        <span className="edit-tile-change">
          <Icon of={changeIcons[change]} />
          {roomy && <span>{words.editor[change]}</span>}
        </span>
      )}
      {!legible && (
        <span className="edit-tile-warning">
          <Icon of={TriangleAlert} />
        </span>
      )}
    </div>
  );
});
