import { lookAt } from '../../demo/wallSight.ts';
import { unreadable } from '../../support/legibility.ts';
import { signIn, takeScene } from '../../support/operator.ts';
import { snapshotOf } from '../../support/replica.ts';
import type { Room } from '../../support/room.ts';
import { expect, test } from '../../support/roomTest.ts';

test.use({ roomRequest: { cameras: 2, cameraFps: 6 } });

/** Of the whole wall, as it stands now. */
async function unreadableOn(room: Room): Promise<readonly string[]> {
  const walls = await room.walls();
  const canvas = (await snapshotOf(await room.console())).world.walls['main']?.canvas;
  const found = (canvas?.displays ?? []).map((display) => {
    const wall = walls[display.order - 1];
    return canvas && wall ? unreadable(wall, canvas, display) : [`không có màn hình ${display.order}`];
  });
  return (await Promise.all(found)).flat();
}

for (const scene of ['overview', 'cameras', 'map', 'economy', 'river', 'briefing']) {
  test(`all of "${scene}" can be read from the farthest seat`, async ({ room, desk, walls }) => {
    await signIn(desk);
    const button = desk.locator(`button[data-scene="${scene}"]`);
    if (!(await button.getByText('Đang phát').isVisible())) await takeScene(desk, scene);
    await expect
      .poll(async () => {
        const sights = await Promise.all(walls.map(lookAt));
        return sights.flatMap(({ figures }) => figures.filter((name) => /Chưa có dữ liệu/.test(name)));
      })
      .toEqual([]);
    expect(await unreadableOn(room)).toEqual([]);
  });
}

test('an old wall can be read as well as a fresh one', async ({ room, desk, walls }) => {
  await signIn(desk);
  const button = desk.locator(`button[data-scene="overview"]`);
  if (!(await button.getByText('Đang phát').isVisible())) await takeScene(desk, 'overview');
  await room.killBackend();
  for (const wall of walls) await expect(wall.getByRole('status', { name: /^ngoại tuyến/ })).toBeVisible();
  expect(await unreadableOn(room)).toEqual([]);
});
