import type { Locator, Page } from '@playwright/test';
import { barCodesOn } from '../../demo/wallSight.ts';
import { SECOND } from '../../support/moments.ts';
import { signIn, takeScene } from '../../support/operator.ts';
import { expect, test } from '../../support/roomTest.ts';

const LARGE = 'Nút giao Đồng Quang';
const SMALL = 'Cầu Gia Bảy';

test.use({ roomRequest: { pace: 0, cameras: 2, cameraFps: 12 } });

const camera = (wall: Page, name: string, state: string): Locator =>
  wall.getByRole('figure', { name: new RegExp(`${name}, ${state}`) });

/** The wall-clock bar code in the first camera picture of a window, epoch ms. */
async function barCode(wall: Page): Promise<number> {
  const [code] = await barCodesOn(wall);
  return code ?? 0;
}

/** The picture moves: a newer moment is in it than before. */
async function expectMoving(wall: Page): Promise<void> {
  await expect.poll(() => barCode(wall)).toBeGreaterThan(0);
  const before = await barCode(wall);
  await expect.poll(() => barCode(wall)).toBeGreaterThan(before);
}

test.beforeEach(async ({ desk, wall }) => {
  await signIn(desk);
  const scene = desk.locator('button[data-scene="cameras"]');
  if (!(await scene.getByText('Đang phát').isVisible())) await takeScene(desk, 'cameras');
  await expect(camera(wall(1), LARGE, 'trực tiếp')).toBeVisible();
  await expect(camera(wall(2), SMALL, 'trực tiếp')).toBeVisible();
});

test('live cameras move, one large and one in the grid; a camera without a source says so', async ({
  wall,
}) => {
  await expectMoving(wall(1));
  await expectMoving(wall(2));
  await expect(camera(wall(2), 'Kè sông Cầu', 'chưa có nguồn')).toBeVisible();
});

test('a camera that is cut off says since when, keeps its last picture with the time, and comes back by itself', async ({
  room,
  wall,
}) => {
  await room.fleet?.kill();
  await expect(camera(wall(1), LARGE, 'mất tín hiệu từ \\d\\d:\\d\\d')).toBeVisible();
  await expect(camera(wall(2), SMALL, 'mất tín hiệu từ \\d\\d:\\d\\d')).toBeVisible();
  await expect(wall(1).getByText(new RegExp(`^Hình lúc ${SECOND}$`))).toBeVisible();
  await expect(
    wall(3).getByRole('listitem', { name: new RegExp(`${LARGE}: mất tín hiệu`, 'i') }),
  ).toBeVisible();

  await room.fleet?.restart();
  await expect(camera(wall(1), LARGE, 'trực tiếp')).toBeVisible();
  await expect(camera(wall(2), SMALL, 'trực tiếp')).toBeVisible();
  await expectMoving(wall(1));
  await expectMoving(wall(2));
});

test('a picture that stands still is not passed off as live', async ({ room, wall }) => {
  room.fleet?.stall();
  const old = camera(wall(1), LARGE, 'hình cũ \\d+ giây');
  await expect(old).toBeVisible();
  room.fleet?.resume();
  await expect(camera(wall(1), LARGE, 'trực tiếp')).toBeVisible();
  await expectMoving(wall(1));
});
