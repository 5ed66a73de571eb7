import type { RoomPanel, SeatedHead } from '../../domain/wall/roomModel.ts';
import { frameOf } from '../../domain/wall/roomRules.ts';
import { useText } from '../text/language.ts';

/** Free edge of the drawing, part of the room's larger side. */
const EDGE = 0.03;

export type PanelLook = 'lit' | 'dark' | 'doubtful';

/** How a panel stands: a screen hangs there, none does, or nobody is sure which. */
export function lookOf(panel: RoomPanel, heads: readonly SeatedHead[], virtual: boolean): PanelLook {
  const head = heads.find(({ place }) => place === panel.id);
  if (head !== undefined && head.doubt !== null) return 'doubtful';
  return virtual || head !== undefined ? 'lit' : 'dark';
}

/** The smallest box around all frames, mm. */
function viewBox(panels: readonly RoomPanel[]): string {
  const frames = panels.map(frameOf);
  const left = Math.min(...frames.map(({ xMm }) => xMm));
  const top = Math.min(...frames.map(({ yMm }) => yMm));
  const width = Math.max(...frames.map(({ xMm, widthMm }) => xMm + widthMm)) - left;
  const height = Math.max(...frames.map(({ yMm, heightMm }) => yMm + heightMm)) - top;
  const edge = EDGE * Math.max(width, height);
  return `${left - edge} ${top - edge} ${width + 2 * edge} ${height + 2 * edge}`;
}

/** The room as it hangs: every panel with its frame and number. The list beside it says the same in words. */
export function RoomPicture(props: {
  readonly panels: readonly RoomPanel[];
  readonly chosenId: string | null;
  readonly look: (panel: RoomPanel) => PanelLook;
  readonly onChoose: (panelId: string) => void;
}) {
  const { panels, chosenId, look, onChoose } = props;
  const text = useText().room;
  if (panels.length === 0) return <p className="empty">{text.noPanel}</p>;
  return (
    <svg
      className="room-picture"
      viewBox={viewBox(panels)}
      role="img"
      aria-label={text.picture(panels.length)}
    >
      {panels.map((panel) => {
        const { area } = panel;
        const frame = frameOf(panel);
        const size = Math.min(area.widthMm, area.heightMm);
        const how = look(panel);
        const className = ['room-panel', how, panel.id === chosenId ? 'chosen' : ''].join(' ');
        return (
          <g key={panel.id} className={className} onClick={() => onChoose(panel.id)}>
            <rect
              x={frame.xMm}
              y={frame.yMm}
              width={frame.widthMm}
              height={frame.heightMm}
              className="frame"
            />
            <rect x={area.xMm} y={area.yMm} width={area.widthMm} height={area.heightMm} />
            <text
              x={area.xMm + area.widthMm / 2}
              y={area.yMm + area.heightMm / 2}
              fontSize={size * 0.55}
              dominantBaseline="central"
              textAnchor="middle"
            >
              {how === 'doubtful' ? `${panel.order}?` : panel.order}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
