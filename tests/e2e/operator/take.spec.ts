import { demonstrationPin, signIn } from '../../support/operator.ts';
import { expect, test } from '../../support/roomTest.ts';

test.use({ roomRequest: { pace: 0 } });

test('the operator signs in; a wrong PIN is told in a sentence and costs nothing on the wall', async ({
  desk,
  wall,
}) => {
  await expect(desk.getByText('Chưa có người trực: nhập tên và mã PIN để ra lệnh.')).toBeVisible();
  await desk.getByRole('button', { name: 'Vào ca trực' }).click();
  await desk.getByLabel('Mã PIN').fill('135790');
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('alert').filter({ hasText: 'Mã PIN không đúng.' })).toBeVisible();
  await expect(desk.getByLabel('Mã PIN')).toHaveValue('');

  await desk.getByLabel('Mã PIN').fill(demonstrationPin);
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('group', { name: 'Đang trực' })).toContainText('Trực ban trình diễn');
  await expect(wall(1).getByRole('region', { name: 'Hồ sơ tiếp nhận hôm nay' })).toBeVisible();
});

test('nobody signed in: the take key changes nothing and leads to the PIN', async ({ desk, wall }) => {
  await signIn(desk);
  await desk.getByRole('button', { name: 'Rời ca' }).click();
  await expect(desk.getByRole('form', { name: 'Vào ca trực' })).toBeVisible();
  await desk.getByRole('heading', { name: 'Toàn Cảnh' }).click();
  await desk.keyboard.press('3');
  await desk.keyboard.press('Enter');
  await expect(desk.getByLabel('Mã PIN')).toBeFocused();
  await expect(wall(1).getByRole('region', { name: 'Hồ sơ tiếp nhận hôm nay' })).toBeVisible();
});

test('by two keys the operator takes "Camera" to all four displays, and by one key goes back', async ({
  desk,
  wall,
}) => {
  await signIn(desk);
  await desk.keyboard.press('2');
  const preview = desk.getByRole('region', { name: 'Bản xem trước' });
  await expect(preview).toContainText('Camera');
  await expect(wall(1).getByRole('region', { name: 'Hồ sơ tiếp nhận hôm nay' })).toBeVisible();

  await desk.keyboard.press('Enter');
  await expect(wall(1).getByRole('region', { name: 'Nút giao Đồng Quang' })).toBeVisible();
  await expect(wall(2).getByRole('region', { name: 'Đập hồ Núi Cốc' })).toBeVisible();
  await expect(wall(3).getByRole('region', { name: 'Danh sách camera' })).toBeVisible();
  await expect(wall(4).getByRole('region', { name: 'Lưu lượng xe qua nút', exact: true })).toBeVisible();
  await expect(desk.getByText('Lượt 2: “Camera”')).toBeVisible();
  await expect(desk.getByText('4/4 màn hình đã hiển thị')).toBeVisible();
  for (const display of ['Màn hình 1', 'Màn hình 2', 'Màn hình 3', 'Màn hình 4']) {
    await expect(desk.getByRole('figure', { name: display })).toContainText(/đã hiển thị \d\d:\d\d:\d\d/);
  }

  await desk.keyboard.press('Backspace');
  await expect(wall(1).getByRole('region', { name: 'Hồ sơ tiếp nhận hôm nay' })).toBeVisible();
  await expect(wall(4).getByRole('region', { name: 'Sự cố đang mở' })).toBeVisible();
  await expect(wall(1).getByRole('region', { name: 'Nút giao Đồng Quang' })).toHaveCount(0);
  await expect(desk.getByText('Lượt 3: “Tổng quan”')).toBeVisible();

  await desk.reload();
  const receipts = desk.getByRole('region', { name: 'Xác nhận hiển thị' });
  await receipts.getByText(/lệnh trước/).click();
  await expect(receipts).toContainText(/Lượt 2: “Camera”.*4\/4 màn hình đã hiển thị/);
});

test('a wall window may look, not command', async ({ walls }) => {
  const take = {
    commandId: 'from-the-wall',
    wallId: 'main',
    source: { from: 'scene', sceneId: 'map' },
    programRevision: 1,
  };
  for (const wall of walls) {
    const answers = await wall.evaluate(
      `Promise.all([
        window.ioc.call('wall.take', ${JSON.stringify(take)}),
        window.ioc.call('incidents.acknowledge', { incidentId: 'inc-1' }),
        window.ioc.call('access.enter', { personId: 'p', pin: '${demonstrationPin}' }),
      ])`,
    );
    expect(answers).toEqual(Array(3).fill({ ok: false, reason: 'not-allowed' }));
  }
});

test('what is no command is refused, whoever says it', async ({ desk }) => {
  await signIn(desk);
  const answers = await desk.evaluate(`Promise.all([
    window.ioc.call('wall.take', { wallId: 5 }),
    window.ioc.call('wall.take', null),
    window.ioc.call('wall.take', { commandId: 'x'.repeat(100000), wallId: 'main', source: { from: 'previous' }, programRevision: 1 }),
    window.ioc.call('incidents.acknowledge', { incidentId: ['inc-1'] }),
    window.ioc.call('no.such.call', {}),
    window.ioc.call('__proto__', {}),
  ])`);
  expect(answers).toEqual(Array(6).fill({ ok: false, reason: 'input-invalid' }));
});
