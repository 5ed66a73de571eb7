import type { Locator, Page } from '@playwright/test';
import { signIn, takeScene } from '../../support/operator.ts';
import { expect, test, type Wall } from '../../support/roomTest.ts';

test.use({ roomRequest: { pace: 0, walls: 2 } });

const NAME = 'Cầu Gia Bảy';

test.beforeEach(async ({ desk }) => {
  await signIn(desk);
  await takeScene(desk, 'cameras');
  await desk.getByRole('tab', { name: 'Camera', exact: true }).click();
  await desk.getByRole('searchbox').fill('cau gia bay');
});

const rowOf = (desk: Page): Locator => desk.getByRole('group', { name: new RegExp(`^${NAME}: `) });

async function standsOn(wall: Wall, display: number): Promise<void> {
  await expect(
    wall(display)
      .getByRole('figure', { name: new RegExp(NAME) })
      .first(),
  ).toBeVisible();
}

test('by the keyboard alone a camera of the list goes to display 2, and one key takes it back', async ({
  desk,
  wall,
}) => {
  await rowOf(desk)
    .getByRole('button', { name: `Đặt camera ${NAME} lên tường` })
    .focus();
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('listbox', { name: `Đặt ${NAME}:` })).toBeFocused();
  await desk.keyboard.press('2');
  await desk.keyboard.press('Enter');

  await expect(desk.getByText(`Đã đặt ${NAME} lên Màn hình 2.`)).toBeVisible();
  await standsOn(wall, 2);
  await desk.keyboard.press('Backspace');
  await expect(desk.getByText(`Đã đặt ${NAME} lên Màn hình 2.`)).toBeVisible();
});

test('by the mouse it is dragged from the list to a place on display 1; Escape lets go of it', async ({
  desk,
  wall,
}) => {
  const row = await rowOf(desk).boundingBox();
  if (row === null) throw new Error('no row');
  const start = { x: row.x + row.width / 3, y: row.y + row.height / 2 };
  const listbox = desk.getByRole('listbox', { name: `Đặt ${NAME}:` });

  await desk.mouse.move(start.x, start.y);
  await desk.mouse.down();
  await desk.mouse.move(start.x - 40, start.y - 40, { steps: 4 });
  await expect(listbox).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(listbox).toHaveCount(0);
  await desk.mouse.up();

  await desk.mouse.move(start.x, start.y);
  await desk.mouse.down();
  await desk.mouse.move(start.x - 40, start.y - 40, { steps: 4 });
  const place = await listbox
    .getByRole('option', { name: /Màn hình 1/ })
    .and(desk.locator(':not([aria-disabled="true"])'))
    .first()
    .boundingBox();
  if (place === null) throw new Error('no place');
  await desk.mouse.move(place.x + place.width / 2, place.y + place.height / 2, { steps: 6 });
  await desk.mouse.up();

  await expect(desk.getByText(`Đã đặt ${NAME} lên Màn hình 1.`)).toBeVisible();
  await standsOn(wall, 1);
});
