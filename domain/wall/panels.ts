import { canvasOf } from './arrange.ts';
import type { Canvas, Display } from './model.ts';
import type { Head, Room, RoomPanel, SeatedHead } from './roomModel.ts';

/** How far a window must turn its picture for a panel whose screen is not turned by the system. */
function turnOf(panel: RoomPanel, head: Head): Display['turn'] {
  const rest = (panel.rotation - head.rotation + 360) % 360;
  if (rest === 90 || rest === 180 || rest === 270) return rest;
  return undefined;
}

function displayOf(panel: RoomPanel, head: Head | undefined, isShown: boolean): Display {
  const turn = head && turnOf(panel, head);
  const lying = turn === 90 || turn === 270;
  const { widthPx, heightPx } = head?.bounds ?? panel;
  return {
    ...panel,
    widthPx: lying ? heightPx : widthPx,
    heightPx: lying ? widthPx : heightPx,
    ...(turn !== undefined && { turn }),
    ...(!isShown && { dark: true }),
  };
}

/** The wall of this room with the screens that are there; a virtual one shows every panel. */
export function canvasOfRoom(room: Room, heads: readonly SeatedHead[]): Canvas {
  const displays = room.panels.map((panel) => {
    const head = room.virtual ? undefined : heads.find(({ place }) => place === panel.id);
    return displayOf(panel, head, room.virtual || head !== undefined);
  });
  return canvasOf(displays, room.seatDistanceMm);
}
