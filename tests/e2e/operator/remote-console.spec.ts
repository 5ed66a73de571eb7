import type { Page } from '@playwright/test';
import { signIn, takeScene } from '../../support/operator.ts';
import { openRemoteConsole } from '../../support/remoteConsole.ts';
import { expect, test } from '../../support/roomTest.ts';
import { showTiles } from '../../support/tiles.ts';

test.use({ roomRequest: { walls: 2, pace: 0 } });
test.setTimeout(180_000);

const control = (desk: Page) => desk.getByRole('region', { name: 'Quyền điều khiển tường' });
const takeControl = (desk: Page) => control(desk).getByRole('button', { name: 'Nhận điều khiển' }).click();
const plans = (desk: Page) => desk.getByRole('region', { name: 'Tự động đưa lên' });
const pictures = process.env['PICTURES'];

async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.png` });
}

/** A stroke across a display as the remote console draws it. */
async function stroke(far: Page, name: string): Promise<void> {
  const box = await far.getByRole('figure', { name }).boundingBox();
  if (box === null) throw new Error(`no ${name}`);
  await far.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.3);
  await far.mouse.down();
  await far.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.6, { steps: 6 });
  await far.mouse.up();
}

test('a console on another machine drives the wall, and gives it back to the room', async ({
  room,
  desk,
  wall,
}) => {
  await signIn(desk);
  await expect(control(desk)).toHaveCount(0);
  const remote = await openRemoteConsole(room);
  try {
    const far = remote.page;
    await signIn(far);
    await expect(control(far)).toContainText('Chưa có bàn từ xa nào giữ quyền');
    await picture(far, 'remote-before');

    await takeControl(far);
    await expect(control(far)).toContainText('Bàn này giữ quyền điều khiển tường');
    await expect(control(desk)).toContainText('đang giữ quyền điều khiển tường');
    await takeScene(far, 'map');
    await expect(far.getByText('Sơ đồ: hình thật ở máy của tường')).toHaveCount(2);
    await picture(far, 'remote-took');

    const countdown = { kind: 'countdown' as const, label: 'Họp giao ban', until: '', minutes: 5 };
    await showTiles(far, 1, [{ id: 'dem', panel: countdown }]);
    await far.getByRole('button', { name: 'Bắt đầu đếm: Họp giao ban' }).click();
    await expect(wall(1).getByRole('timer')).toHaveAccessibleName(/Họp giao ban: còn 4:5\d/);

    await expect(far.getByRole('tab'), 'what belongs to the wall’s machine stays there').toHaveText([
      'Sự cố',
      'Bản đồ camera',
      'Ô camera',
      'Lịch',
      'Sự kiện camera',
      'Quay quét',
      'Thống kê sử dụng',
      'Nhật ký thao tác',
    ]);
    await far.getByRole('tab', { name: 'Lịch' }).click();
    await far.getByRole('button', { name: 'Chạy “Vòng trình diễn”' }).click();
    for (const page of [desk, far])
      await expect(plans(page)).toContainText('Luân phiên “Vòng trình diễn”, 1/3');
    await picture(far, 'remote-plans');
    await plans(far).getByRole('button', { name: 'Dừng luân phiên' }).click();
    await expect(plans(desk)).not.toContainText('Luân phiên');
    await far.getByRole('tab', { name: 'Thống kê sử dụng' }).click();
    await expect(far.getByRole('row', { name: /Bản đồ toàn tường/ }).first()).toBeVisible();
    await picture(far, 'remote-usage');
    await far.getByRole('tab', { name: 'Nhật ký thao tác' }).click();
    await far.getByRole('tab', { name: 'Sự cố' }).click();

    await far.getByRole('button', { name: 'Bút' }).click();
    await stroke(far, 'Màn hình 2');
    await expect(wall(2).locator('.ink-mark')).toHaveCount(1);
    await picture(far, 'remote-pen');
    await far.keyboard.press('Escape');
    await far.keyboard.press('c');
    await expect(wall(2).locator('.ink-mark')).toHaveCount(0);
    await picture(desk, 'local-while-remote');

    await takeControl(desk);
    await expect(control(far)).toContainText('đang giữ quyền điều khiển tường');
    await expect(far.getByRole('button', { name: /^Đưa lên/ })).toBeDisabled();

    await room.killBackend();
    await expect(control(far)).toContainText('Mất kết nối với máy chủ tỉnh');
    await picture(far, 'remote-backend-away');
    await takeScene(desk, 'overview');
  } finally {
    await remote.stop();
  }
});
