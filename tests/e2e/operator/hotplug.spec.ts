import type { Page } from '@playwright/test';
import { OTHER_SIZE } from '../../support/heads.ts';
import { signIn } from '../../support/operator.ts';
import type { Room } from '../../support/room.ts';
import { expect, test } from '../../support/roomTest.ts';

test.use({ roomRequest: { pace: 0, walls: 3, names: ['BAN', 'TRAI', 'GIUA', 'PHAI'] } });
test.describe.configure({ mode: 'serial' });

/** The windows of the wall that are there now. */
function wallPages(desk: Page): readonly Page[] {
  const contexts = desk.context().browser()?.contexts() ?? [];
  return contexts.flatMap((context) =>
    context.pages().filter((page) => page.url().includes('/windows/wall/')),
  );
}

/** Where the window of a display stands on the desktop. */
async function placeOf(room: Room, order: number): Promise<{ x: number; y: number }> {
  const page = await room.wall(order);
  return page.evaluate(() => ({ x: screenX, y: screenY }));
}

function headPlace(room: Room, head: number): { x: number; y: number } {
  return { x: room.heads.places[head]?.x ?? -1, y: room.heads.places[head]?.y ?? -1 };
}

/** Plugs heads in one after the other; X moves the desktop meanwhile, so each is put at its place again at the end. */
async function plugAll(room: Room, order: readonly number[]): Promise<void> {
  for (const head of order) await room.heads.plug(head);
  for (const head of order) await room.heads.plug(head);
}

const maps = (page: Page) => page.locator('.wall-tile:not(.unseen) [data-kind="map"]');

test('the map of a lost panel is seen on another, and comes home to its own', async ({
  room,
  desk,
  wall,
}) => {
  await expect(maps(wall(2))).toHaveCount(1);
  await expect(maps(wall(1))).toHaveCount(0);

  await room.heads.unplug(2);
  await expect.poll(async () => (await maps(wall(1)).count()) + (await maps(wall(3)).count())).toBe(1);
  await expect(desk.getByRole('region', { name: 'Xác nhận hiển thị' })).toContainText('2/3');

  await room.heads.plug(2, OTHER_SIZE);
  await expect(maps(await room.wall(2))).toHaveCount(1);
  await expect(maps(wall(1))).toHaveCount(0);
  await expect(maps(wall(3))).toHaveCount(0);
  await expect(desk.getByText('3/3 màn hình đã hiển thị')).toBeVisible();
  await room.heads.plug(2);
});

test('a panel is lost in the middle of a take: the take goes on, and nothing goes black', async ({
  room,
  desk,
  wall,
}) => {
  await signIn(desk);
  await expect.poll(() => wallPages(desk).length).toBe(3);
  const living = [wall(1), await room.wall(3)];
  const watched = living.map((page) =>
    page.evaluate(
      () =>
        new Promise<number>((done) => {
          let black = 0;
          const until = performance.now() + 4_000;
          const look = (): void => {
            if (document.querySelector('.wall-tile:not(.unseen)') === null) black += 1;
            if (performance.now() < until) requestAnimationFrame(look);
            else done(black);
          };
          look();
        }),
    ),
  );

  await desk.locator('button[data-scene="river"]').click();
  await Promise.all([desk.keyboard.press('Enter'), room.heads.unplug(2)]);

  await expect(desk.locator('button[data-scene="river"]').getByText('Đang phát')).toBeVisible();
  await expect
    .poll(async () => (await maps(living[0] ?? desk).count()) + (await maps(living[1] ?? desk).count()))
    .toBe(1);
  expect(await Promise.all(watched)).toEqual([0, 0]);
  await room.heads.plug(2);
  await expect(maps(await room.wall(2))).toHaveCount(1);
});

test('two cables are swapped: each panel keeps its place on the wall', async ({ room, desk }) => {
  await room.heads.unplug(1);
  await room.heads.unplug(2);
  await expect.poll(() => wallPages(desk).length).toBe(1);
  room.heads.name(1, 'GIUA');
  room.heads.name(2, 'TRAI');
  await room.heads.plug(1);
  await room.heads.plug(2);

  await expect.poll(() => placeOf(room, 1)).toEqual(headPlace(room, 2));
  await expect.poll(() => placeOf(room, 2)).toEqual(headPlace(room, 1));
  await expect(desk.getByText('3/3 màn hình đã hiển thị')).toBeVisible();
});

test('the console loses its own screen: it comes to a panel, and goes home after', async ({ room, desk }) => {
  await room.heads.unplug(0);
  // Without the console's screen the desktop begins one screen later: the last panel lies at 3840.
  const at = () => desk.evaluate(() => screenX);
  await expect.poll(at).toBeGreaterThanOrEqual(3_840);
  expect(wallPages(desk)).toHaveLength(3);
  await expect.poll(() => desk.evaluate(() => document.hasFocus())).toBe(true);

  await plugAll(room, [0, 1, 2, 3]);
  await expect.poll(at).toBeLessThan(1_920);
  await expect.poll(() => placeOf(room, 3)).toEqual(headPlace(room, 3));
});

test('every screen is lost and comes back in another order: the wall is as it was', async ({
  room,
  desk,
}) => {
  const places = () => Promise.all([1, 2, 3].map((order) => placeOf(room, order)));
  const panels = [1, 2, 3].map((head) => headPlace(room, head));
  // The desktop may still be moving back from what was unplugged before.
  await expect.poll(async () => (await places()).sort((a, b) => a.x - b.x)).toEqual(panels);
  const before = await places();
  for (const head of [3, 0, 2, 1]) await room.heads.unplug(head);
  await expect.poll(() => wallPages(desk).length).toBe(0);
  await plugAll(room, [2, 3, 1, 0]);

  await expect.poll(() => wallPages(desk).length).toBe(3);
  await expect.poll(places).toEqual(before);
  await expect.poll(() => desk.evaluate(() => innerWidth)).toBeGreaterThan(1_900);
  await expect(desk.getByText('3/3 màn hình đã hiển thị')).toBeVisible();
});

test('a stranger hangs where another was: the console asks, and remembers the answer', async ({
  room,
  desk,
}) => {
  await signIn(desk);
  await room.heads.unplug(3);
  await expect.poll(() => wallPages(desk).length).toBe(2);
  room.heads.name(3, 'MOI');
  await room.heads.plug(3);
  await expect(desk.getByRole('alert')).toContainText('Chưa rõ màn hình treo ở chỗ nào: SAM QM55 · DUMMY3');
  await desk.getByRole('button', { name: 'Chỉ chỗ cho màn hình' }).click();
  const question = desk.getByRole('region', { name: /SAM QM55 · DUMMY3 treo ở đâu/ });
  await expect(question).toContainText('chưa gặp bao giờ');

  const third = await room.wall(3);
  await question.getByRole('button', { name: 'Nháy số' }).click();
  await expect(third.getByRole('status', { name: 'Số của màn hình 3' })).toContainText('3?');
  await expect(third.getByRole('status')).toHaveCount(0);

  await question.getByRole('button', { name: 'Đúng chỗ này' }).click();
  await expect(question).toHaveCount(0);
  await expect(desk.getByText('Chưa rõ màn hình treo ở chỗ nào')).toHaveCount(0);
  await expect(desk.getByRole('list', { name: 'Các màn hình' })).toContainText('Nhận ra theo số máy');
});
