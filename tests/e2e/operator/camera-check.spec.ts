import { signIn } from '../../support/operator.ts';
import { expect, test } from '../../support/roomTest.ts';

test.use({ roomRequest: { pace: 0, walls: 1, cameras: 2, cameraFps: 12 } });

test('all cameras are checked: which give pictures, of what kind, and by unit what is known', async ({
  desk,
}) => {
  await signIn(desk);
  await desk.getByRole('tab', { name: 'Camera', exact: true }).click();
  await desk.getByRole('radio', { name: 'Kiểm tra' }).check();
  await desk.getByRole('button', { name: 'Kiểm tra tất cả camera' }).click();
  await expect(desk.getByText(/^Đã kiểm tra 70\/70 camera/)).toBeVisible({ timeout: 45_000 });

  const sheet = desk.getByRole('list', { name: 'Kết quả kiểm tra' });
  await expect(desk.getByText('2 có hình, 0 trục trặc, 68 chưa biết')).toBeVisible();
  const live = sheet.getByRole('group', {
    name: /Nút giao Đồng Quang: Trực tiếp, H\.264, \d+×\d+, .* hình\/giây/,
  });
  await desk.getByRole('list', { name: 'Kết quả kiểm tra' }).hover();
  await desk.mouse.wheel(0, 10_000);
  await expect(live).toBeVisible();

  await desk.getByRole('radio', { name: 'Theo đơn vị' }).check();
  const all = desk.getByRole('row', { name: /^Toàn tỉnh/ });
  await expect(all.getByRole('cell').last()).toHaveText('100%');
});
