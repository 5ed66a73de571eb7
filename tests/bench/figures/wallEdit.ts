import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Page } from '../harness/cdp.ts';
import { tell, type Measurement } from '../harness/figure.ts';
import { percentile, rounded } from '../harness/statistics.ts';
import { TimesSchema } from '../page/watchConsole.ts';
import { ask, seen } from '../room/operatorDesk.ts';
import { startVirtualWall } from '../room/virtualWall.ts';

const DRAGS = 8;
/** A hand moves this often, ms, for as long as it takes to cross a part of the room. */
const MOVE_MS = 16;
const MOVES = 90;
const UNDOS = 60;
const questions = [
  'bench',
  'bench 0',
  'b',
  'be',
  'bench.12',
  'chi tieu',
  'bench 4999',
  'tong',
  'ban do',
  '49',
];

const Place = z.object({ x: z.number(), y: z.number(), draftId: z.string() });
const Opened = z.object({
  value: z.object({ id: z.string(), scene: z.object({ tiles: z.record(z.string(), z.unknown()) }) }),
});

const CTRL = 2;
/** Chromium acts on a key of its own (Escape of a dialog) by these codes alone. */
const keys = {
  escape: { key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 27 },
  edit: { key: 'e', code: 'KeyE', windowsVirtualKeyCode: 69 },
  palette: { key: 'k', code: 'KeyK', windowsVirtualKeyCode: 75, modifiers: CTRL },
} as const;

async function press(desk: Page, name: keyof typeof keys): Promise<void> {
  for (const type of ['rawKeyDown', 'keyUp'])
    await desk.send('Input.dispatchKeyEvent', { type, ...keys[name] });
}

async function mouse(desk: Page, type: string, x: number, y: number): Promise<void> {
  const held = type === 'mouseReleased' ? 0 : 1;
  await desk.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: held, clickCount: 1 });
}

/** Drags one tile about the room; the pauses between the console's frames meanwhile, ms. */
async function dragOnce(desk: Page, turn: number): Promise<readonly number[]> {
  const { x, y } = await desk.evaluate(
    `(() => {
      const tile = document.querySelectorAll('[data-edit-tile]')[${turn * 7}];
      const { x, y, width, height } = tile.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2, draftId: '' };
    })()`,
    Place,
  );
  await mouse(desk, 'mousePressed', x, y);
  await desk.evaluate('window.benchFramesFrom()', z.unknown());
  for (let move = 1; move <= MOVES; move += 1) {
    const angle = (move / MOVES) * 2 * Math.PI;
    await mouse(desk, 'mouseMoved', x + 120 * Math.sin(angle), y + 80 * (1 - Math.cos(angle)));
    await wait(MOVE_MS);
  }
  const frames = await desk.evaluate('window.benchFramesTo()', TimesSchema);
  await press(desk, 'escape');
  await mouse(desk, 'mouseReleased', x, y);
  return frames;
}

/** Makes steps in a draft, and takes them back one by one. */
async function undoTimes(desk: Page): Promise<readonly number[]> {
  const { value } = Opened.parse(await ask(desk, 'wall.openDraft', { wallId: 'main', from: 'program' }));
  const ids = { wallId: 'main', draftId: value.id };
  const [first, second] = Object.keys(value.scene.tiles);
  for (let step = 0; step < UNDOS; step += 1) {
    const id = step % 2 === 0 ? first : second;
    const tile = z.looseObject({ priority: z.number() }).parse(value.scene.tiles[id ?? '']);
    const patch = { [id ?? '']: { ...tile, priority: 1 + (step % 3) } };
    await ask(desk, 'wall.editDraft', { ...ids, kind: 'change', patch });
  }
  return desk.evaluate(`window.benchUndo(${JSON.stringify(value.id)}, ${UNDOS})`, TimesSchema);
}

async function searchTimes(desk: Page): Promise<readonly number[]> {
  await press(desk, 'palette');
  await seen(desk, '.palette input');
  await wait(1_000);
  const many = Array.from({ length: 6 }, () => questions).flat();
  const times = await desk.evaluate(`window.benchSearch(${JSON.stringify(many)})`, TimesSchema);
  await press(desk, 'escape');
  await seen(desk, 'body:not(:has(.palette))');
  return times;
}

function spread(numbers: readonly number[]): string {
  const at = (share: number): number => rounded(percentile(numbers, share));
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, worst ${at(1)} ms of ${numbers.length}`;
}

/** The operator's own screen beside a virtual wall of 64 displays: dragging, undoing, searching. */
export const wallEdit: Measurement = {
  figures: {
    'wall.edit_frame_p95_ms': { of: 'value', atMost: 20 },
    'wall.undo_p95_ms': { of: 'value', atMost: 50 },
    'search.p95_ms': { of: 'value', atMost: 50 },
  },
  async run(stage) {
    const { desk } = await startVirtualWall(stage);
    const undo = await undoTimes(desk);
    tell(`    undo ${spread(undo)}`);
    const search = await searchTimes(desk);
    tell(`    search ${spread(search)}`);
    await press(desk, 'edit');
    await seen(desk, '[data-edit-tile]');
    await wait(2_000);
    const frames: number[] = [];
    for (let turn = 0; turn < DRAGS; turn += 1) frames.push(...(await dragOnce(desk, turn)));
    tell(`    frames while dragging ${spread(frames)}`);
    const value = (figure: string, numbers: readonly number[]) => ({
      figure,
      value: percentile(numbers, 0.95),
      unit: 'ms',
      baseline: null,
    });
    return [
      value('wall.edit_frame_p95_ms', frames),
      value('wall.undo_p95_ms', undo),
      value('search.p95_ms', search),
    ];
  },
};
