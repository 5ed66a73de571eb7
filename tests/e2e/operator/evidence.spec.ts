import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { SECOND } from '../../support/moments.ts';
import { signInAdministrator, signIn, takeScene } from '../../support/operator.ts';
import { expect, test } from '../../support/roomTest.ts';

const NAME = 'Cầu Gia Bảy';

test.use({ roomRequest: { pace: 0, cameras: 3, cameraFps: 8 } });

const live = (wall: Page): Locator => wall.getByRole('figure', { name: new RegExp(`${NAME}, trực tiếp`) });
const past = (wall: Page): Locator =>
  wall.getByRole('figure', { name: new RegExp(`${NAME}, phát lại ${SECOND}, chậm`) });

/** Where the kept file lies on this machine, sealed. */
function keptFile(profile: string): string {
  const folder = join(profile, 'evidence');
  const [name = ''] = readdirSync(folder);
  return join(folder, name);
}

test('a cell of a grid is looked back at, a clip of it is kept, and a changed one is told', async ({
  desk,
  wall,
  room,
}) => {
  await signIn(desk);
  await signInAdministrator(desk);
  await takeScene(desk, 'watch');
  await expect(live(wall(2))).toBeVisible();

  await desk.getByRole('tab', { name: 'Xem lại' }).click();
  const playback = desk.getByRole('region', { name: 'Xem lại' });
  await playback.getByLabel('Ô camera trên tường').selectOption({ label: `${NAME} – Màn hình 2` });
  await expect(playback.locator('.timeline-span')).not.toHaveCount(0);
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('l');
  await expect(past(wall(2))).toBeVisible();
  await expect(wall(2).getByText(/^Phát lại \d\d:\d\d:\d\d/)).toBeVisible();
  if (process.env['PICTURES']) {
    await wall(2).screenshot({ path: join(process.env['PICTURES'], 'grid-back.png') });
    await desk.screenshot({ path: join(process.env['PICTURES'], 'desk-back.png') });
  }

  await playback.getByRole('button', { name: 'Đánh dấu đầu đoạn' }).click();
  const shown = await playback.getByRole('status').first().textContent();
  await expect(playback.getByRole('status').first()).not.toHaveText(shown ?? '');
  await expect(async () => {
    await playback.getByRole('button', { name: 'Đánh dấu cuối đoạn' }).click();
    await expect(playback.getByRole('button', { name: 'Xuất đoạn (MP4)' })).toBeEnabled({ timeout: 500 });
  }).toPass();
  await playback.getByRole('button', { name: 'Xuất đoạn (MP4)' }).click();
  await expect(playback.getByRole('list', { name: 'Các đoạn đang xuất' })).toContainText(/Đã xuất|Đang lưu/);
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('n');
  await expect(live(wall(2))).toBeVisible();

  await desk.getByRole('tab', { name: 'Bằng chứng' }).click();
  const evidence = desk.getByRole('region', { name: 'Bằng chứng' });
  await evidence
    .getByRole('searchbox')
    .or(evidence.getByLabel(/^Tìm camera/))
    .first()
    .fill('cau gia bay');
  const item = evidence.getByRole('listitem', { name: new RegExp(`^Đoạn hình ${NAME}`) });
  await expect(item).toContainText('Quản trị trình diễn');
  await item.getByRole('button', { name: 'Đối chiếu mã băm' }).click();
  await expect(item.getByText('Nguyên vẹn: mã băm khớp với lúc xuất.')).toBeVisible();
  if (process.env['PICTURES']) await desk.screenshot({ path: join(process.env['PICTURES'], 'evidence.png') });

  const file = keptFile(room.app.profile);
  const bytes = readFileSync(file);
  bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  await item.getByRole('button', { name: 'Đối chiếu mã băm' }).click();
  await expect(item.getByText('Đã bị thay đổi: không khớp mã băm lúc xuất')).toBeVisible();
});
