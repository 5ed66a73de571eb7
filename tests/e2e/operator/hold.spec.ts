import type { Locator, Page } from '@playwright/test';
import { signIn, takeScene } from '../../support/operator.ts';
import { expect, test } from '../../support/roomTest.ts';
import { SECOND } from '../../support/moments.ts';

test.use({ roomRequest: { cameras: 2 } });

/** What a display shows, all its pixels. */
const look = (page: Page): Promise<Buffer> => page.screenshot();
const cover = (page: Page): Locator => page.locator('[data-cover="true"]');

/** Resolves when the page's own clock has moved on by a second or more. */
async function aSecondPasses(page: Page): Promise<void> {
  const before = await page.evaluate(() => Date.now());
  await page.waitForFunction((since) => Date.now() > since + 1_500, before);
}

test.beforeEach(async ({ desk }) => {
  await signIn(desk);
});

test.afterEach(async ({ desk }) => {
  const back = desk.getByRole('button', { name: 'Trở lại' });
  if (await back.isEnabled()) await back.click();
});

test('by one key the whole wall stands still while the room goes on, and by one key it shows the present', async ({
  desk,
  wall,
}) => {
  await takeScene(desk, 'cameras');
  const cameras = wall(1);
  await expect(cameras.locator('.camera[data-state="live"]')).not.toHaveCount(0);
  const [before] = [await look(cameras)];
  await aSecondPasses(cameras);
  expect((await look(cameras)).equals(before), 'a live camera moves').toBe(false);

  await desk.keyboard.press('f');

  for (const order of [1, 2, 3, 4])
    await expect(wall(order).getByText(new RegExp(`^Đang dừng hình ${SECOND}$`))).toBeVisible();
  await expect(desk.getByText(/^Dừng hình \(.+\) – 4\/4 màn hình đã hiển thị$/)).toBeVisible();
  const still = await Promise.all([1, 2, 3, 4].map((order) => look(wall(order))));
  await desk.evaluate(
    "window.ioc.call('wall.freeze', { wallId: 'main', commandId: 'freeze-again', on: true })",
  );
  await desk.getByText(/^\d+ lệnh trước$/).click();
  await expect(desk.getByText(/Dừng hình \(.+\) – 4\/4 màn hình đã hiển thị$/)).toHaveCount(2);
  await aSecondPasses(cameras);
  for (const [index, picture] of still.entries())
    expect((await look(wall(index + 1))).equals(picture), `display ${index + 1} stands still`).toBe(true);

  await takeScene(desk, 'overview', /0\/4 màn hình đã hiển thị, 4 đã nạp phía sau/);
  expect((await look(cameras)).equals(still[0] ?? before), 'a take goes on beneath').toBe(true);
  await expect(cameras.getByRole('region', { name: 'Hồ sơ tiếp nhận hôm nay' })).toBeVisible();

  await desk.keyboard.press('r');
  await expect(cameras.getByText(/^Đang dừng hình/)).toHaveCount(0);
  expect((await look(cameras)).equals(still[0] ?? before)).toBe(false);
});

test('one display is covered with the name of the province, the others go on; nothing beneath can be read', async ({
  desk,
  wall,
}) => {
  await desk.getByRole('button', { name: 'Che Màn hình 2' }).click();

  await expect(cover(wall(2)).getByText('Trung tâm điều hành thông minh tỉnh Thái Nguyên')).toBeVisible();
  await expect(desk.getByRole('figure', { name: 'Màn hình 2' })).toContainText('Đang che');
  for (const order of [1, 3, 4]) await expect(cover(wall(order))).toHaveCount(0);
  const covered = await look(wall(2));
  await takeScene(desk, 'cameras', /3\/4 màn hình đã hiển thị, 1 đã nạp phía sau/);
  await expect(desk.getByRole('figure', { name: 'Màn hình 2' })).toContainText('đã nạp, đang bị che');
  await aSecondPasses(wall(2));
  expect((await look(wall(2))).equals(covered), 'nothing shows through the cover').toBe(true);

  await desk.keyboard.press('b');
  for (const order of [1, 2, 3, 4]) await expect(cover(wall(order))).toBeVisible();
  await desk.keyboard.press('b');
  for (const order of [1, 2, 3, 4]) await expect(cover(wall(order))).toHaveCount(0);
});

test('a mark drawn on the console is on the wall, and one key wipes it', async ({ desk, wall }) => {
  await takeScene(desk, 'overview');
  await desk.getByRole('button', { name: 'Bút' }).click();
  await desk.getByRole('button', { name: 'Đậm' }).click();
  const picture = await desk.getByRole('img', { name: 'Hình thật của Màn hình 2' }).boundingBox();
  if (picture === null) throw new Error('no picture of display 2');
  const { x, y, width, height } = picture;
  await desk.mouse.move(x + width * 0.2, y + height * 0.3);
  await desk.mouse.down();
  await desk.mouse.move(x + width * 0.5, y + height * 0.7, { steps: 8 });

  const mark = wall(2).locator('.ink-mark');
  await expect(mark, 'seen while it is drawn').toHaveCount(1);
  await desk.mouse.up();
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('button', { name: 'Xóa nét' })).toBeEnabled();
  const pink = await wall(2).evaluate(
    () => getComputedStyle(document.querySelector('.ink-mark') ?? document.body).color,
  );
  expect(pink).toBe('rgb(255, 110, 199)');
  const box = await mark.boundingBox();
  const size = await wall(2).evaluate(() => ({ width: innerWidth, height: innerHeight }));
  expect((box?.x ?? 0) / size.width).toBeCloseTo(0.19, 1);
  expect(((box?.y ?? 0) + (box?.height ?? 0)) / size.height).toBeCloseTo(0.71, 1);
  const beside = await wall(1).locator('.ink-mark').boundingBox();
  expect(beside?.x ?? 0, 'on display 1 it lies beyond the edge').toBeGreaterThan(size.width);

  await desk.keyboard.press('c');
  await expect(mark).toHaveCount(0);
});
