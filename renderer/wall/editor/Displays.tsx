import { formatNumber } from '../../text/format.ts';
import { boxOf, type CanvasView } from './canvasView.ts';
import { useEditorState } from './editorStore.ts';
import type { Stage } from './stage.ts';

type Part = { readonly stage: Stage; readonly view: CanvasView };

/** The panels of the room with their bezels and sizes; the one that new tiles go to is tinted. */
export function Displays({ stage, view }: Part) {
  const { words, language } = stage.room;
  const mm = (value: number): string => formatNumber(Math.round(value), 0, language);
  const displayId = useEditorState((state) => state.displayId);
  return stage.wall.canvas.displays.map(({ id, area, bezelMm }, index) => {
    const receives = displayId === null ? index === 0 : displayId === id;
    return (
      <div
        key={id}
        className={receives ? 'edit-display receives' : 'edit-display'}
        style={{ ...boxOf(area, view), outlineWidth: Math.max(1, bezelMm * view.scale) }}
      >
        <span className="edit-display-size">
          {words.editor.displaySize(mm(area.widthMm), mm(area.heightMm))}
        </span>
      </div>
    );
  });
}

/** Which display is which: over the tiles, so that it is never hidden. */
export function DisplayNames({ stage, view }: Part) {
  return stage.wall.canvas.displays.map(({ id, area, order }) => (
    <div key={id} className="edit-display-place" style={boxOf(area, view)}>
      <strong className="edit-display-name">{stage.room.words.editor.display(order)}</strong>
    </div>
  ));
}
