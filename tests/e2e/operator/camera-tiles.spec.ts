import type { Locator, Page } from '@playwright/test';
import { signIn, takeScene } from '../../support/operator.ts';
import { expect, test } from '../../support/roomTest.ts';

test.use({ roomRequest: { pace: 0, cameras: 3, cameraFps: 8 } });

const camera = (wall: Page, name: string, state: string): Locator =>
  wall.getByRole('figure', { name: new RegExp(`${name}, ${state}`) });
const tile = (desk: Page, name: string): Locator =>
  desk.getByRole('group', { name: new RegExp(`^Ô ${name}`) });

test.beforeEach(async ({ desk }) => {
  await signIn(desk);
  const scene = desk.locator('button[data-scene="watch"]');
  if (!(await scene.getByText('Đang phát').isVisible())) await takeScene(desk, 'watch');
  await desk.getByRole('tab', { name: 'Ô camera' }).click();
});

test('a grid of more cameras than cells says its page, and is held on it by hand', async ({ desk, wall }) => {
  const grid = tile(desk, 'Camera giao thông');
  await grid.getByRole('button', { name: 'Tạm dừng lật trang' }).click();
  const held = wall(3).getByRole('group', { name: /^Lưới Camera giao thông, tạm dừng, trang \d\/2$/ });
  await expect(held).toBeVisible();
  const before = await held.getAttribute('aria-label');

  await grid.getByRole('button', { name: 'Trang sau' }).click();
  await expect(held).toBeVisible();
  await expect.poll(() => held.getAttribute('aria-label')).not.toBe(before);
});

test('a frozen camera says since when, on its picture, and is live again by the same key', async ({
  desk,
  wall,
}) => {
  await expect(camera(wall(2), 'Cầu Gia Bảy', 'trực tiếp')).toBeVisible();
  const grid = tile(desk, 'Camera toàn tỉnh');
  await grid.getByRole('combobox').selectOption({ label: 'Cầu Gia Bảy' });
  await grid.getByRole('button', { name: 'Dừng hình' }).press('Enter');

  await expect(camera(wall(2), 'Cầu Gia Bảy', 'dừng hình \\d\\d:\\d\\d:\\d\\d')).toBeVisible();
  await expect(wall(2).getByText(/^Dừng (hình )?\d\d:\d\d:\d\d$/)).toBeVisible();

  await grid.getByRole('button', { name: 'Dừng hình' }).press('Enter');
  await expect(camera(wall(2), 'Cầu Gia Bảy', 'trực tiếp')).toBeVisible();
});

test('the hotspot shows the camera that was chosen last', async ({ desk, wall }) => {
  const hotspot = tile(desk, 'Camera tâm điểm');
  await hotspot.getByRole('combobox').selectOption({ label: 'Nút giao Mỏ Bạch' });
  await hotspot.getByRole('button', { name: 'Hiện ở ô tâm điểm' }).press('Enter');

  await expect(camera(wall(1), 'Nút giao Mỏ Bạch', 'trực tiếp')).toBeVisible();
});
