import type { RoomDesign } from '../../domain/wall/roomCalls.ts';
import type { RoomPanel } from '../../domain/wall/roomModel.ts';

/** A panel like the last one, to the right of it: what is most often wanted. */
export function withPanel(design: RoomDesign): RoomDesign {
  const { panels } = design;
  const order = Math.max(0, ...panels.map((panel) => panel.order)) + 1;
  const last = panels.reduce<RoomPanel | undefined>(
    (best, panel) =>
      best && best.area.xMm + best.area.widthMm >= panel.area.xMm + panel.area.widthMm ? best : panel,
    undefined,
  );
  const id = freeId(panels, order);
  const fresh: RoomPanel = last
    ? {
        ...last,
        id,
        order,
        area: { ...last.area, xMm: last.area.xMm + last.area.widthMm + 2 * last.bezelMm },
      }
    : {
        id,
        order,
        area: { xMm: 0, yMm: 0, widthMm: 1_217, heightMm: 685 },
        widthPx: 1_920,
        heightPx: 1_080,
        rotation: 0,
        bezelMm: 3.5,
      };
  return { ...design, panels: [...panels, fresh] };
}

function freeId(panels: readonly RoomPanel[], order: number): string {
  const wanted = `d${order}`;
  return panels.some(({ id }) => id === wanted) ? `d${order}-${panels.length}` : wanted;
}

export function withoutPanel(design: RoomDesign, id: string): RoomDesign {
  return { ...design, panels: design.panels.filter((panel) => panel.id !== id) };
}

/** Turning a panel by a quarter swaps its sides, in mm and in px. */
export function turned(panel: RoomPanel, rotation: RoomPanel['rotation']): RoomPanel {
  if (((rotation - panel.rotation) / 90) % 2 === 0) return { ...panel, rotation };
  const { area, widthPx, heightPx } = panel;
  return {
    ...panel,
    rotation,
    area: { ...area, widthMm: area.heightMm, heightMm: area.widthMm },
    widthPx: heightPx,
    heightPx: widthPx,
  };
}

export function withChanged(design: RoomDesign, panel: RoomPanel): RoomDesign {
  return { ...design, panels: design.panels.map((other) => (other.id === panel.id ? panel : other)) };
}
