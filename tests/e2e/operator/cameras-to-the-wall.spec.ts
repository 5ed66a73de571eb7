import type { Locator, Page } from '@playwright/test';
import { signIn, takeScene } from '../../support/operator.ts';
import { expect, test } from '../../support/roomTest.ts';

test.use({ roomRequest: { walls: 1 } });

const INCIDENT = 'Cháy nhà xưởng tại cụm công nghiệp Cao Ngạn';
const camera = (wall: Page, name: string): Locator =>
  wall.getByRole('figure', { name: new RegExp(`${name}, `) });

/** Carries a camera of the list under the pointer onto the middle of the display in the console's picture. */
async function carry(desk: Page, name: string): Promise<void> {
  const row = desk.getByRole('group', { name: new RegExp(`^${name}: `) });
  const to = await desk.getByRole('figure', { name: 'Màn hình 1' }).locator('.board-picture').boundingBox();
  if (to === null) throw new Error('no picture of the display');
  await row.getByText(name, { exact: true }).hover();
  await desk.mouse.down();
  await desk.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 });
}

test.beforeEach(async ({ desk }) => {
  await signIn(desk);
});

test('the map shows where cameras are; the four nearest to an incident go up by one key and come down by another', async ({
  desk,
  wall,
}) => {
  await takeScene(desk, 'map');
  const painted = wall(1).getByRole('list', { name: 'Camera trên bản đồ' }).locator('[data-painted="true"]');
  await expect(painted.first()).toBeAttached();

  await desk.getByRole('button', { name: INCIDENT, exact: true }).click();
  const near = desk.getByRole('region', { name: 'Camera gần sự cố' });
  await expect(near.getByRole('listitem')).toHaveCount(4);
  await desk.keyboard.press('q');
  await expect(desk.getByText('Đã đưa 4 camera gần nhất lên tường.')).toBeVisible();
  await expect(wall(1).getByRole('figure')).toHaveCount(4);

  await desk.keyboard.press('Backspace');
  await expect(wall(1).getByRole('figure')).toHaveCount(0);
});

test('a camera is carried from the list to a tile, refused where no camera belongs, and put by keys', async ({
  desk,
  wall,
}) => {
  await desk.getByRole('tab', { name: 'Camera', exact: true }).click();
  await carry(desk, 'Quảng trường');
  await desk.mouse.up();
  await expect(desk.getByText(/^không phải ô camera/)).toBeVisible();

  await takeScene(desk, 'cameras');
  await carry(desk, 'Quảng trường');
  await desk.mouse.up();
  await expect(camera(wall(1), 'Quảng trường')).toBeVisible();

  await desk.getByRole('button', { name: 'Đặt camera Cầu Gia Bảy lên tường' }).press('Enter');
  await expect(desk.getByRole('listbox', { name: /^Đặt Cầu Gia Bảy/ })).toBeFocused();
  await desk.keyboard.press('1');
  await desk.keyboard.press('Enter');
  await expect(camera(wall(1), 'Cầu Gia Bảy')).toBeVisible();
});
