import { beginnings } from '../../support/family.ts';
import { expect, test } from '../../support/roomTest.ts';

test.use({ roomRequest: { pace: 0, walls: 3 } });

test('a screen is unplugged and plugged in again: its window goes and comes, the others stay', async ({
  room,
  desk,
  walls,
  wall,
}) => {
  const windows = desk.context().browser();
  const count = (): number =>
    windows
      ?.contexts()
      .flatMap((context) => context.pages().filter((page) => page.url().includes('/windows/wall/'))).length ??
    0;
  expect(count()).toBe(3);
  const before = await beginnings([...walls.slice(0, 2), desk]);

  await room.heads.unplug(3);
  await expect.poll(count).toBe(2);
  await expect(desk.getByRole('figure', { name: 'Màn hình 3' })).toContainText(
    'Không có cửa sổ trên màn hình này',
  );
  await expect(wall(1).getByRole('main', { name: 'Màn hình 1' })).toBeVisible();
  await expect(wall(2).getByRole('main', { name: 'Màn hình 2' })).toBeVisible();

  await room.heads.plug(3);
  await expect.poll(count).toBe(3);
  const third = await room.wall(3);
  await expect(third.getByRole('main', { name: 'Màn hình 3' })).toBeVisible();
  await expect(third.getByRole('region').first()).toBeVisible();
  const place = { ...room.heads.places[3], width: 1920, height: 1080 };
  await expect
    .poll(() => third.evaluate(() => ({ x: screenX, y: screenY, width: innerWidth, height: innerHeight })))
    .toEqual(place);
  await expect(desk.getByText('3/3 màn hình đã hiển thị')).toBeVisible();
  expect(await beginnings([...walls.slice(0, 2), desk])).toEqual(before);
});
