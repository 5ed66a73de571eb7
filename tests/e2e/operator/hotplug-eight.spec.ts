import { signIn, takeScene } from '../../support/operator.ts';
import { expect, test } from '../../support/roomTest.ts';

const WALLS = 7;
test.use({ roomRequest: { pace: 0, walls: WALLS, size: { widthPx: 1_280, heightPx: 720 } } });

test('eight heads: three panels are lost while a take is under way, and come back in another order', async ({
  room,
  desk,
  wall,
}) => {
  await signIn(desk);
  await takeScene(desk, 'river');
  await desk.locator('button[data-scene="overview"]').click();
  await Promise.all([
    desk.keyboard.press('Enter'),
    room.heads
      .unplug(2)
      .then(() => room.heads.unplug(5))
      .then(() => room.heads.unplug(6)),
  ]);
  await expect(desk.locator('button[data-scene="overview"]').getByText('Đang phát')).toBeVisible();
  const receipts = desk.getByRole('region', { name: 'Xác nhận hiển thị' });
  await expect(receipts).toContainText(`4/${WALLS}`);
  for (const order of [1, 3, 4, 7]) {
    await expect(wall(order).locator('.wall-tile:not(.unseen)').first()).toBeVisible();
  }

  for (const head of [6, 2, 5]) await room.heads.plug(head);

  await expect(receipts).toContainText(`${WALLS}/${WALLS} màn hình đã hiển thị`);
  const back = await room.walls();
  const places = await Promise.all(back.map((page) => page.evaluate(() => ({ x: screenX, y: screenY }))));
  expect(places).toEqual(room.heads.places.slice(1));
});
