import type { Locator, Page } from '@playwright/test';
import { signIn, takeScene } from '../../support/operator.ts';
import { expect, test } from '../../support/roomTest.ts';
import { SECOND } from '../../support/moments.ts';

test.use({ roomRequest: { pace: 0, cameras: 3, cameraFps: 8 } });

const camera = (wall: Page, name: string, state: string): Locator =>
  wall.getByRole('figure', { name: new RegExp(`${name}, ${state}`) });
const tile = (desk: Page, name: string): Locator =>
  desk.getByRole('group', { name: new RegExp(`^Ô ${name}`) });

/** The camera at the bridge is the one that is meant in its grid; it is live on the wall. */
async function chooseBridge(desk: Page, wall: Page): Promise<Locator> {
  await expect(camera(wall, 'Cầu Gia Bảy', 'trực tiếp')).toBeVisible();
  const grid = tile(desk, 'Camera toàn tỉnh');
  await grid.getByRole('combobox').selectOption({ label: 'Cầu Gia Bảy' });
  return grid;
}

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
  const grid = await chooseBridge(desk, wall(2));
  await grid.getByRole('button', { name: 'Dừng hình' }).press('Enter');

  await expect(camera(wall(2), 'Cầu Gia Bảy', 'dừng hình \\d\\d:\\d\\d:\\d\\d')).toBeVisible();
  await expect(wall(2).getByText(new RegExp(`^Dừng (hình )?${SECOND}$`))).toBeVisible();

  await grid.getByRole('button', { name: 'Dừng hình' }).press('Enter');
  await expect(camera(wall(2), 'Cầu Gia Bảy', 'trực tiếp')).toBeVisible();
});

test('a corner of a picture is looked at by keys and by mouse, and all is let go by one key', async ({
  desk,
  wall,
}) => {
  const grid = await chooseBridge(desk, wall(2));
  await grid.getByRole('button', { name: 'Phóng to' }).press('Enter');
  const near = camera(wall(2), 'Cầu Gia Bảy', 'trực tiếp.*phóng 1,5 lần').locator('canvas').first();
  const at = async (): Promise<readonly [number, number]> => {
    const style = await near.evaluate((canvas) =>
      canvas.closest('[style*="translate"]')?.getAttribute('style'),
    );
    const [, x, y] = /translate\((-?\d+)px, (-?\d+)px\)/.exec(style ?? '') ?? [];
    return [Number(x), Number(y)];
  };
  await expect.poll(async () => Math.max(...(await at()))).toBeLessThan(0);
  const [middleX, middleY] = await at();
  const beyond = ([x, y]: readonly [number, number]) => [Math.sign(x - middleX), Math.sign(y - middleY)];

  const pad = grid.getByRole('group', { name: 'Vùng phóng to của Cầu Gia Bảy' });
  await expect(pad.locator('canvas')).toBeVisible();
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp', 'ArrowUp']) await pad.press(key);
  await expect.poll(async () => beyond(await at())).toEqual([1, 1]);

  const { width = 0, height = 0 } = (await pad.boundingBox()) ?? {};
  await pad.click({ position: { x: width - 4, y: height - 4 } });
  await expect.poll(async () => beyond(await at())).toEqual([-1, -1]);

  await grid.getByRole('button', { name: 'Thả' }).press('Enter');
  await expect(pad).toBeHidden();
  await expect(camera(wall(2), 'Cầu Gia Bảy', 'trực tiếp$')).toBeVisible();
});

test('the hotspot shows the camera that was chosen last', async ({ desk, wall }) => {
  const hotspot = tile(desk, 'Camera tâm điểm');
  await hotspot.getByRole('combobox').selectOption({ label: 'Nút giao Mỏ Bạch' });
  await hotspot.getByRole('button', { name: 'Hiện ở ô tâm điểm' }).press('Enter');

  await expect(camera(wall(1), 'Nút giao Mỏ Bạch', 'trực tiếp')).toBeVisible();
});
