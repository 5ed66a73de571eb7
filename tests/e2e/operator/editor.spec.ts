import type { Locator, Page } from '@playwright/test';
import { signIn, takeScene } from '../../support/operator.ts';
import { expect, test } from '../../support/roomTest.ts';

test.use({ roomRequest: { pace: 0 } });

const draft = (desk: Page) => desk.getByRole('listbox', { name: 'Tường trong bản nháp' });
const tiles = (desk: Page) => draft(desk).getByRole('option');
const word = (desk: Page) => desk.getByRole('region', { name: 'Phần soạn kịch bản' }).getByRole('status');
const picked = (desk: Page, name: string) =>
  desk.getByRole('listbox', { name: 'Ô mới' }).getByRole('option').filter({ hasText: name }).first();

/** Goes on with the Tab key until the focus is there. */
async function tabTo(desk: Page, control: Locator): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await desk.keyboard.press('Tab');
  }
  throw new Error('the Tab key never leads there');
}

/** Opens an empty draft with the keyboard alone. */
async function openEmpty(desk: Page): Promise<void> {
  if (!(await draft(desk).isVisible())) await desk.keyboard.press('e');
  await expect(draft(desk)).toBeVisible();
  await tabTo(desk, desk.getByRole('button', { name: 'Trống' }));
  await desk.keyboard.press('Enter');
  await expect(tiles(desk)).toHaveCount(0);
}

/** Back to the wall's pictures; the draft stays where it is. */
/** Takes a scene as it is kept, whatever an earlier story has left of it on the wall. */
async function takeAnew(desk: Page, sceneId: string): Promise<void> {
  await takeScene(desk, 'map');
  await takeScene(desk, sceneId);
}

async function leaveEditor(desk: Page): Promise<void> {
  await desk.getByRole('heading', { name: 'Toàn Cảnh' }).click();
  if (await draft(desk).isVisible()) await desk.keyboard.press('e');
  await expect(draft(desk)).toBeHidden();
}

async function drag(
  desk: Page,
  from: Locator,
  to: { readonly x: number; readonly y: number },
): Promise<void> {
  const box = await from.boundingBox();
  if (box === null) throw new Error('nothing to drag');
  await desk.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await desk.mouse.down();
  await desk.mouse.move(to.x, to.y, { steps: 12 });
  await desk.mouse.up();
}

/** A point of the draft's canvas, in parts of it. */
async function pointAt(desk: Page, across: number, down: number): Promise<{ x: number; y: number }> {
  const box = await draft(desk).boundingBox();
  if (box === null) throw new Error('no canvas');
  return { x: box.x + box.width * across, y: box.y + box.height * down };
}

test('by the keyboard alone: twelve tiles from nothing, on the wall, one step undone, the wall rolled back', async ({
  desk,
  wall,
}) => {
  await signIn(desk);
  await desk.getByRole('heading', { name: 'Toàn Cảnh' }).click();
  await openEmpty(desk);
  await desk.keyboard.press('/');
  await desk.keyboard.type('chi tieu so');
  for (let count = 1; count <= 12; count += 1) {
    await desk.keyboard.press('Enter');
    await expect(tiles(desk)).toHaveCount(count);
    await desk.keyboard.press('ArrowDown');
  }
  await expect(word(desk)).toContainText('vào Màn hình 3');
  const last = await word(desk).textContent();
  const title = /“(.+)”/.exec(last ?? '')?.[1] ?? '';

  await desk.keyboard.press('Escape');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText('Lượt 2: “Kịch bản mới”')).toBeVisible();
  await expect(desk.getByText('4/4 màn hình đã hiển thị')).toBeVisible();
  await expect(wall(3).getByRole('region', { name: title })).toBeVisible();
  await expect(wall(4).getByRole('region', { name: 'Sự cố đang mở' })).toHaveCount(0);

  await desk.keyboard.press('Control+z');
  await expect(word(desk)).toHaveText('Đã hoàn tác: Thêm ô');
  await expect(tiles(desk)).toHaveCount(11);
  await expect(desk.getByRole('region', { name: 'Bản xem trước' })).toContainText('1 ô mất đi');
  await expect(wall(3).getByRole('region', { name: title })).toBeVisible();

  await desk.keyboard.press('e');
  await desk.keyboard.press('Backspace');
  await expect(wall(4).getByRole('region', { name: 'Sự cố đang mở' })).toBeVisible();
  await expect(wall(2).getByRole('region', { name: 'Bản đồ sự cố' })).toBeVisible();
});

test('a slip in an address or a moment is told at its field, and the palette undoes what was right', async ({
  desk,
}) => {
  await signIn(desk);
  await desk.getByRole('heading', { name: 'Toàn Cảnh' }).click();
  await openEmpty(desk);
  await desk.keyboard.press('/');
  await desk.keyboard.type('dem nguoc');
  await desk.keyboard.press('Enter');
  await expect(tiles(desk)).toHaveCount(1);
  const until = desk.getByLabel('Đếm đến (giờ:phút ngày/tháng/năm)');
  await until.fill('31/2/2027 7:00');
  await until.press('Enter');
  await expect(desk.getByRole('alert').filter({ hasText: 'Ghi dạng 17:00 24/11/2026' })).toBeVisible();
  await until.fill('24/11/2030 7h05');
  await until.press('Enter');
  await expect(until, 'as it is kept').toHaveValue('07:05 24/11/2030');

  await desk.keyboard.press('Control+k');
  await desk.keyboard.type('hoan tac');
  await desk.keyboard.press('Enter');
  await expect(until).toHaveValue('');
});

test('by the mouse: a camera dropped on display 4 and dragged on; a place that is taken costs nothing', async ({
  desk,
}) => {
  await signIn(desk);
  await desk.getByRole('heading', { name: 'Toàn Cảnh' }).click();
  await openEmpty(desk);
  await desk.getByLabel('Tìm ô để thêm').fill('dap ho nui coc');
  await drag(desk, picked(desk, 'Đập hồ Núi Cốc'), await pointAt(desk, 0.75, 0.75));
  await expect(tiles(desk)).toHaveAccessibleName(/^Đập hồ Núi Cốc, camera, Màn hình 4/);

  await desk.getByLabel('Tìm ô để thêm').fill('dong ho');
  await drag(desk, picked(desk, 'đồng hồ'), await pointAt(desk, 0.25, 0.25));
  await expect(tiles(desk)).toHaveCount(2);
  await drag(desk, tiles(desk).filter({ hasText: 'Đập' }), await pointAt(desk, 0.25, 0.25));
  await expect(word(desk)).toHaveText('Chỗ này đã có ô khác; giữ Alt khi thả để hoán đổi hai ô.');
  await expect(tiles(desk).filter({ hasText: 'Đập' })).toHaveAccessibleName(/Màn hình 4/);

  await desk.keyboard.down('Alt');
  await drag(desk, tiles(desk).filter({ hasText: 'Đập' }), await pointAt(desk, 0.25, 0.25));
  await desk.keyboard.up('Alt');
  await expect(tiles(desk).filter({ hasText: 'Đập' })).toHaveAccessibleName(/Màn hình 1/);

  await tiles(desk).filter({ hasText: 'Đập' }).click();
  await desk.getByLabel('Cao').fill('45');
  await desk.keyboard.press('Enter');
  await expect(word(desk)).toContainText('dưới mức 16 phút góc');
  await expect(tiles(desk)).toHaveCount(2);
});

/** Somebody else takes a scene meanwhile. */
async function anotherTakes(desk: Page, sceneId: string): Promise<void> {
  const answer = await desk.evaluate(async (id) => {
    const opened = await window.ioc.call('wall.openDraft', { wallId: 'main', from: 'program' });
    const programRevision = opened.ok ? opened.value.programRevision : 0;
    const source = { from: 'scene', sceneId: id } as const;
    return window.ioc.call('wall.take', {
      wallId: 'main',
      commandId: crypto.randomUUID(),
      source,
      programRevision,
    });
  }, sceneId);
  expect(answer).toMatchObject({ ok: true });
}

test('live, but the wall moved on meanwhile: nothing goes up, the difference is shown first', async ({
  desk,
  wall,
}) => {
  await signIn(desk);
  await leaveEditor(desk);
  await takeAnew(desk, 'overview');
  await desk.keyboard.press('1');
  await desk.keyboard.press('e');
  await desk.getByRole('switch', { name: 'Sửa trực tiếp' }).click();
  await expect(word(desk)).toHaveText('Mỗi thay đổi lên tường ngay.');
  await anotherTakes(desk, 'map');
  await expect(wall(4).getByRole('region', { name: 'Sự cố đang mở' })).toHaveCount(0);

  await tiles(desk).filter({ hasText: 'Sự cố đang mở' }).click();
  await desk.keyboard.press('Delete');

  await expect(word(desk)).toContainText('Tường đã đổi sang bản khác nên ngừng sửa trực tiếp');
  await expect(desk.getByRole('switch', { name: 'Sửa trực tiếp' })).not.toBeChecked();
  await expect(tiles(desk).filter({ hasText: 'Sự cố đang mở' })).toHaveCount(0);
  await expect(desk.getByRole('region', { name: 'Bản xem trước' })).toContainText('ô xuất hiện');
  await leaveEditor(desk);
});

test('live, but put back by the key: the wall keeps what it was put back to, the draft its edits', async ({
  desk,
  wall,
}) => {
  await signIn(desk);
  await leaveEditor(desk);
  await takeAnew(desk, 'overview');
  await desk.keyboard.press('1');
  await desk.keyboard.press('e');
  await desk.getByRole('switch', { name: 'Sửa trực tiếp' }).click();
  await tiles(desk).filter({ hasText: 'Sự cố đang mở' }).click();
  await desk.keyboard.press('Delete');
  await expect(wall(4).getByRole('region', { name: 'Sự cố đang mở' })).toHaveCount(0);
  const count = await tiles(desk).count();

  await desk.getByRole('button', { name: /^Hoàn lại/ }).click();

  await expect(wall(4).getByRole('region', { name: 'Sự cố đang mở' })).toBeVisible();
  await expect(desk.getByRole('switch', { name: 'Sửa trực tiếp' })).not.toBeChecked();
  await expect(word(desk)).toContainText('ngừng sửa trực tiếp');
  await tiles(desk).first().click();
  await desk.keyboard.press('Delete');
  await expect(tiles(desk)).toHaveCount(count - 1);
  await expect(wall(4).getByRole('region', { name: 'Sự cố đang mở' })).toBeVisible();
  await leaveEditor(desk);
});

test('live: a change is on the wall at once, and its undo too; the steps outlive a restart of the app', async ({
  desk,
  wall,
  room,
}) => {
  await signIn(desk);
  await leaveEditor(desk);
  await takeAnew(desk, 'overview');
  await desk.keyboard.press('1');
  await desk.keyboard.press('e');
  await tabTo(desk, desk.getByRole('switch', { name: 'Sửa trực tiếp' }));
  await desk.keyboard.press('Space');
  await expect(word(desk)).toHaveText('Mỗi thay đổi lên tường ngay.');
  await tabTo(desk, tiles(desk).filter({ hasText: 'Sự cố đang mở' }));
  await desk.keyboard.press('Delete');
  await expect(wall(4).getByRole('region', { name: 'Sự cố đang mở' })).toHaveCount(0);
  await desk.keyboard.press('Control+z');
  await expect(wall(4).getByRole('region', { name: 'Sự cố đang mở' })).toBeVisible();
  await desk.keyboard.press('Control+y');
  await expect(wall(4).getByRole('region', { name: 'Sự cố đang mở' })).toHaveCount(0);

  await room.restartApp();
  const again = await room.console();
  await signIn(again);
  await again.getByRole('heading', { name: 'Toàn Cảnh' }).click();
  await again.keyboard.press('e');
  const count = await tiles(again).count();
  await again.keyboard.press('Control+z');
  await expect(tiles(again)).toHaveCount(count + 1);
});
