import { soonOrNot, type Room } from '../../support/room.ts';
import { expect, test } from '../../support/roomTest.ts';
import { signIn } from '../../support/operator.ts';
import { snapshotOf } from '../../support/replica.ts';

const SUSPECT = 'Cửa sổ này hỏng nhiều lần liền; máy đang thử lại từng ô.';

/** When the page of a wall window began; undefined while it does not answer. */
function born(room: Room, order: number): Promise<number | undefined> {
  return soonOrNot(room.wall(order).then((page) => page.evaluate(() => performance.timeOrigin)));
}

/** Ends the process of a wall window as a fault in it would; resolves when the window draws again. */
async function kill(room: Room, order: number): Promise<void> {
  const page = await room.wall(order);
  const before = await born(room, order);
  expect(before).toBeDefined();
  const line = await page.context().newCDPSession(page);
  // The page that dies cannot answer.
  void line.send('Page.crash').catch(() => undefined);
  await expect
    .poll(async () => {
      // Eyes that met the dead page never see the one after it.
      await room.lookAgain();
      return (await born(room, order)) ?? before;
    })
    .not.toBe(before);
}

test('a window that dies while the wall stands still comes back to the same still', async ({
  room,
  desk,
}) => {
  await signIn(desk);
  await desk.keyboard.press('f');
  const mark = (await room.wall(4)).getByText(/^Đang dừng hình/);
  await expect(mark).toBeVisible();
  const words = await mark.textContent();
  await expect(desk.getByText(/^Dừng hình \(.+\) – 4\/4 màn hình đã hiển thị$/)).toBeVisible();
  // The shell keeps its copy some time after it gave the picture.
  const { canvas, hold } = (await snapshotOf(desk)).world.walls['main'] ?? {};
  const copy = `/stills/${canvas?.displays[3]?.id}/${hold?.freeze?.id}/kept`;
  await expect
    .poll(async () => (await room.wall(4)).evaluate((path) => fetch(path).then(({ status }) => status), copy))
    .toBe(200);

  await kill(room, 4);

  await expect((await room.wall(4)).getByText(words ?? 'a mark')).toBeVisible();
  const console_ = await room.console();
  await console_.getByRole('button', { name: 'Trở lại' }).click();
  await expect((await room.wall(4)).getByText(/^Đang dừng hình/)).toHaveCount(0);
});

test('a window that is killed three times comes back calm, says why, and draws all its tiles again one by one', async ({
  room,
}) => {
  await signIn(await room.console());
  for (let death = 0; death < 3; death += 1) await kill(room, 1);

  const wall = await room.wall(1);
  await expect(wall.getByText(SUSPECT).first()).toBeVisible();
  const suspended = (await room.console()).getByRole('list', { name: 'Ô tạm khóa' });
  const again = suspended.getByRole('button', { name: /^Thử lại ô/ });
  await expect(again.first()).toBeVisible();
  const left = await again.count();
  await again.first().click();
  await expect.poll(() => again.count()).toBeLessThan(left);
  while ((await again.count()) > 0)
    await again
      .first()
      .click({ timeout: 5_000 })
      .catch(() => undefined);

  await expect(wall.getByText(SUSPECT)).toHaveCount(0);
  await expect(wall.getByRole('region', { name: 'Hồ sơ tiếp nhận hôm nay' })).toBeVisible();
});
