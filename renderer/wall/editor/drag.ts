import { around, shifted } from '../../../domain/wall/area.ts';
import { swapped } from '../../../domain/wall/align.ts';
import { edited } from '../../../domain/wall/edit.ts';
import { stretched } from '../../../domain/wall/stretch.ts';
import type { Area, Tile, TilePatch } from '../../../domain/wall/model.ts';
import { snapLines, snapped, type Grip } from '../../../domain/wall/snap.ts';
import { boxOf, pointOf, type CanvasView } from './canvasView.ts';
import { unreadableIn, type Edit } from './edits.ts';
import { spotWords, type Stage } from './stage.ts';

/** Lines pull from so far, CSS px. */
const PULL_PX = 8;
/** Less than this is a click, CSS px. */
const CLICK_PX = 3;

/** What a drag needs of the page; nothing of it goes through React while the pointer moves. */
export type DragPage = {
  readonly canvas: HTMLElement;
  readonly view: CanvasView;
  readonly guides: { readonly x: HTMLElement; readonly y: HTMLElement };
  readonly hint: HTMLElement;
  readonly snapping: boolean;
};

type Drag = {
  readonly stage: Stage;
  readonly page: DragPage;
  readonly tiles: readonly Tile[];
  readonly grip: Grip;
  /** The edit that the hand made; null: it was a click, or the hand thought better of it. */
  readonly onEnd: (edit: Edit | null) => void;
};

function elementOf({ canvas }: DragPage, id: string): HTMLElement | null {
  return canvas.querySelector<HTMLElement>(`[data-edit-tile="${CSS.escape(id)}"]`);
}

function setBox(element: HTMLElement, box: ReturnType<typeof boxOf>): void {
  for (const side of ['left', 'top', 'width', 'height'] as const) element.style[side] = `${box[side]}px`;
}

function showGuides({ guides, view }: DragPage, at: { x: number | null; y: number | null }): void {
  guides.x.hidden = at.x === null;
  guides.y.hidden = at.y === null;
  if (at.x !== null) guides.x.style.left = `${(at.x - view.originXMm) * view.scale}px`;
  if (at.y !== null) guides.y.style.top = `${(at.y - view.originYMm) * view.scale}px`;
}

/** The tile under the pointer that is not in the hand: with Alt the two change places. */
function swapTarget(event: PointerEvent, { stage, page, tiles, grip }: Drag): Tile | undefined {
  const [tile] = tiles;
  if (!event.altKey || tile === undefined || tiles.length > 1 || grip.x !== 'move') return undefined;
  const { xMm, yMm } = pointOf(event, page.canvas, page.view);
  return Object.values(stage.scene.tiles).findLast(
    ({ id, area }) =>
      id !== tile.id &&
      xMm >= area.xMm &&
      xMm <= area.xMm + area.widthMm &&
      yMm >= area.yMm &&
      yMm <= area.yMm + area.heightMm,
  );
}

/** Follows the pointer until it is let go or Escape is pressed. */
export function startDrag(start: PointerEvent, drag: Drag): void {
  const { stage, page, tiles, grip, onEnd } = drag;
  const { canvas, view } = page;
  const elements = tiles.map(({ id }) => elementOf(page, id));
  const all = around(tiles.map(({ area }) => area));
  const inHand = new Set(tiles.map(({ id }) => id));
  const still = Object.values(stage.scene.tiles).filter(({ id }) => !inHand.has(id));
  const lines = snapLines(stage.wall.canvas, still);
  let patch: TilePatch = {};
  let marked: HTMLElement | null = null;
  let dragging = false;

  function areaOf(event: PointerEvent): ReturnType<typeof snapped> {
    const byX = (event.clientX - start.clientX) / view.scale;
    const byY = (event.clientY - start.clientY) / view.scale;
    const pulls = page.snapping && !event.ctrlKey && !event.altKey;
    return snapped(stretched(all, grip, byX, byY), grip, lines, pulls ? PULL_PX / view.scale : 0);
  }

  function patchTo(area: Area): TilePatch {
    const moves = grip.x === 'move';
    return Object.fromEntries(
      tiles.map((tile) => [
        tile.id,
        {
          ...tile,
          area: moves ? shifted(tile.area, area.xMm - all.xMm, area.yMm - all.yMm) : area,
        },
      ]),
    );
  }

  function paint(area: Area): void {
    for (const element of elements) {
      if (element === null) continue;
      if (grip.x === 'move' && grip.y === 'move') {
        const [x, y] = [(area.xMm - all.xMm) * view.scale, (area.yMm - all.yMm) * view.scale];
        element.style.transform = `translate(${x}px, ${y}px)`;
      } else setBox(element, boxOf(area, view));
    }
  }

  function judge(target: Tile | undefined): void {
    const { canvas: room } = stage.wall;
    const refused =
      target === undefined &&
      (!edited(room, stage.scene, patch).ok ||
        (grip.x !== 'move' && unreadableIn(room, stage.scene, patch, stage.room) !== undefined));
    canvas.classList.toggle('refused', refused);
    const [tile] = Object.values(patch);
    page.hint.textContent = tile ? spotWords(room, tile, stage.room) : '';
    const next = target === undefined ? null : elementOf(page, target.id);
    if (next === marked) return;
    marked?.classList.remove('swap-target');
    next?.classList.add('swap-target');
    marked = next;
  }

  function onMove(event: PointerEvent): void {
    const far = Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY);
    if (!dragging && far < CLICK_PX) return;
    if (!dragging) {
      dragging = true;
      canvas.classList.add('dragging');
      for (const element of elements) element?.classList.add('in-hand');
    }
    const { area, guides } = areaOf(event);
    patch = patchTo(area);
    paint(area);
    showGuides(page, guides);
    judge(swapTarget(event, drag));
  }

  function stop(): void {
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', onUp);
    window.removeEventListener('pointercancel', onCancel);
    window.removeEventListener('keydown', onKey, true);
    canvas.classList.remove('dragging', 'refused');
    marked?.classList.remove('swap-target');
    page.hint.textContent = '';
    showGuides(page, { x: null, y: null });
    tiles.forEach(({ area }, index) => {
      const element = elements[index];
      if (!element) return;
      element.classList.remove('in-hand');
      element.style.transform = '';
      setBox(element, boxOf(area, view));
    });
  }

  function onUp(event: PointerEvent): void {
    const target = dragging ? swapTarget(event, drag) : undefined;
    stop();
    const [tile] = tiles;
    if (!dragging) return onEnd(null);
    if (target && tile) return onEnd({ kind: 'swap', patch: swapped(tile, target) });
    onEnd({ kind: 'place', patch });
  }

  function onCancel(): void {
    stop();
    onEnd(null);
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onCancel();
  }

  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', onUp);
  window.addEventListener('pointercancel', onCancel);
  window.addEventListener('keydown', onKey, true);
}
