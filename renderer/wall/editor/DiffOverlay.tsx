import { X } from 'lucide-react';
import type { SceneDiff } from '../../../domain/wall/diff.ts';
import type { Area } from '../../../domain/wall/model.ts';
import type { EditingRoom } from '../../panels/editingDefinition.ts';
import { Icon } from '../../ui/Icon.tsx';
import { boxOf, type CanvasView } from './canvasView.ts';
import { titleOf } from './stage.ts';

function middle(area: Area, view: CanvasView): readonly [number, number] {
  const { left, top, width, height } = boxOf(area, view);
  return [left + width / 2, top + height / 2];
}

/** What goes, as a crossed ghost, and the way of what moves: the marks of a take that are not on a tile. */
export function DiffOverlay(props: {
  readonly diff: SceneDiff;
  readonly view: CanvasView;
  readonly room: EditingRoom;
}) {
  const { diff, view, room } = props;
  return (
    <div className="edit-diff">
      <svg width={view.widthPx} height={view.heightPx} aria-hidden="true">
        <defs>
          <marker
            id="edit-arrow"
            viewBox="0 0 10 10"
            refX="8"
            refY="5"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0 10 5 0 10z" />
          </marker>
        </defs>
        {diff.moves.map(({ from, to }) => {
          const [x1, y1] = middle(from.area, view);
          const [x2, y2] = middle(to.area, view);
          return <line key={to.id} x1={x1} y1={y1} x2={x2} y2={y2} markerEnd="url(#edit-arrow)" />;
        })}
      </svg>
      {diff.goes.map((tile) => (
        <div key={tile.id} className="edit-ghost" style={boxOf(tile.area, view)}>
          <Icon of={X} /> {room.words.editor.goes}: {titleOf(tile.panel, room)}
        </div>
      ))}
    </div>
  );
}
