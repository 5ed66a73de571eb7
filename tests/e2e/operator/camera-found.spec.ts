import { startFleet } from '../../support/cameras/fleet.ts';
import { openOnvifCamera } from '../../support/cameras/onvifCamera.ts';
import { signInAdministrator, takeScene } from '../../support/operator.ts';
import { expect, test } from '../../support/roomTest.ts';

const PASSWORD = 'mật-khẩu-kín';
const camera = { asked: '' };

/** A camera hangs on the network that nobody has entered yet. */
async function unknownCamera() {
  const fleet = await startFleet({ count: 1, fps: 12 });
  const [streamUri = ''] = fleet.urls;
  const opened = await openOnvifCamera({ credentials: { user: 'admin', password: PASSWORD }, streamUri });
  camera.asked = opened.discovery;
  const stop = async (): Promise<void> => {
    await opened.close();
    await fleet.stop();
  };
  return { cameras: {}, stop };
}

test.use({ roomRequest: { pace: 0, walls: 1, sources: unknownCamera } });

test('a camera that answers on the network is found, read with its password, taken in, live on the wall, and taken back', async ({
  desk,
  wall,
}) => {
  await signInAdministrator(desk);
  await desk.getByRole('tab', { name: 'Camera', exact: true }).click();
  await desk.getByRole('radio', { name: 'Dò tìm' }).check({ force: true });

  const addresses = desk.getByLabel('Hỏi thẳng các địa chỉ (không bắt buộc)');
  await addresses.fill('máy ở cổng');
  await desk.getByRole('button', { name: 'Dò tìm', exact: true }).click();
  await expect(desk.getByText('Ghi địa chỉ như 10.0.3.21')).toBeVisible();
  await addresses.fill(camera.asked);
  await addresses.press('Enter');
  await expect(desk.getByRole('checkbox', { name: /Cổng chính/ })).toBeChecked();

  const batch = desk.getByRole('form', { name: 'Đọc các camera đã chọn' });
  await batch.getByLabel('Tài khoản').fill('admin');
  await batch.getByLabel('Mật khẩu').fill(PASSWORD);
  await batch.getByLabel('Nhóm (không bắt buộc)').fill('Mới lắp');
  await batch.getByRole('button', { name: 'Đọc luồng hình của 1 camera' }).click();
  const preview = desk.getByRole('region', { name: 'Xem trước “Camera dò tìm được”' });
  await expect(preview).toContainText('1 dòng: 1 camera mới');
  await expect(preview).toContainText('1 camera kèm mật khẩu');
  await preview.getByRole('button', { name: 'Đưa 1 camera vào danh mục' }).click();

  await desk.getByRole('radio', { name: 'Danh sách' }).check({ force: true });
  await desk.getByRole('searchbox').fill('cong chinh');
  await expect(desk.getByRole('group', { name: /^Cổng chính: / })).toContainText('Mới lắp');
  expect(await desk.content()).not.toContain(PASSWORD);

  await takeScene(desk, 'cameras');
  await desk.getByRole('button', { name: 'Đặt camera Cổng chính lên tường' }).focus();
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('listbox', { name: 'Đặt Cổng chính:' })).toBeFocused();
  await desk.keyboard.press('Enter');
  await expect(desk.getByText('Đã đặt Cổng chính lên Màn hình 1.')).toBeVisible();
  await expect(wall(1).getByRole('figure', { name: /Cổng chính, trực tiếp/ })).toBeVisible();

  await desk.getByRole('button', { name: 'Hoàn lại thay đổi này' }).click();
  await expect(desk.getByRole('group', { name: /^Cổng chính: / })).toHaveCount(0);
});
