import type { Locator, Page } from '@playwright/test';
import { signIn, takeScene } from '../../support/operator.ts';
import { expect, test } from '../../support/roomTest.ts';

test.use({ roomRequest: { pace: 0 } });

/** Presses Tab until the control has the focus: a hand without a mouse gets there. */
async function tabTo(desk: Page, control: Locator): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await desk.keyboard.press('Tab');
  }
  throw new Error('Tab does not get there');
}

async function openDesk(desk: Page, name: string): Promise<void> {
  await tabTo(desk, desk.getByRole('tab', { selected: true }));
  const tab = desk.getByRole('tab', { name });
  for (let presses = 0; presses < 12 && (await tab.getAttribute('aria-selected')) !== 'true'; presses += 1)
    await desk.keyboard.press('ArrowRight');
  await expect(tab).toBeFocused();
}

/** Chooses an entry of a list by the letters it begins with. */
async function chooseByLetters(desk: Page, control: Locator, letters: string): Promise<void> {
  await tabTo(desk, control);
  await desk.keyboard.type(letters);
}

async function write(desk: Page, control: Locator, text: string): Promise<void> {
  await tabTo(desk, control);
  await desk.keyboard.press('Control+A');
  await desk.keyboard.type(text);
}

const onAir = (desk: Page) => desk.getByRole('region', { name: 'Đang phát', exact: true });
const plans = (desk: Page) => desk.getByRole('region', { name: 'Tự động đưa lên' });

test('by keyboard alone a tour of two scenes is made and changes the wall; a take by hand pauses it, one key resumes', async ({
  desk,
  wall,
}) => {
  await signIn(desk);
  await openDesk(desk, 'Lịch');
  await tabTo(desk, desk.getByRole('button', { name: 'Thêm vòng' }));
  await desk.keyboard.press('Enter');
  const form = desk.getByRole('form', { name: 'Thêm vòng' });
  await write(desk, form.getByLabel('Tên vòng'), 'Vòng thử');
  await write(desk, form.getByLabel('Số giây của kịch bản thứ 1'), '2');
  await tabTo(desk, form.getByRole('button', { name: 'Thêm kịch bản' }));
  await desk.keyboard.press('Enter');
  await chooseByLetters(desk, form.getByLabel('Kịch bản thứ 2', { exact: true }), 'Camera');
  await write(desk, form.getByLabel('Số giây của kịch bản thứ 2'), '5');
  await tabTo(desk, form.getByRole('button', { name: 'Lưu' }));
  await desk.keyboard.press('Enter');
  await expect(form).toBeVisible();
  await write(desk, form.getByLabel('Số giây của kịch bản thứ 1'), '5');
  await tabTo(desk, form.getByRole('button', { name: 'Lưu' }));
  await desk.keyboard.press('Enter');

  await tabTo(desk, desk.getByRole('button', { name: 'Chạy “Vòng thử”' }));
  await desk.keyboard.press('Enter');
  await expect(wall(1).getByRole('region', { name: 'Nút giao Đồng Quang' })).toBeVisible();
  await expect(onAir(desk)).toContainText('luân phiên Vòng thử (Trực ban trình diễn)');
  await expect(plans(desk)).toContainText('Tiếp theo:');
  await expect(wall(1).getByRole('region', { name: 'Hồ sơ tiếp nhận hôm nay' })).toBeVisible();
  await expect(desk.getByText('4/4 màn hình đã hiển thị')).toBeVisible();

  await desk.keyboard.press('Escape');
  await desk.keyboard.press('3');
  await desk.keyboard.press('Enter');
  await expect(plans(desk)).toContainText('tạm dừng vì Trực ban trình diễn đưa bản khác lên');
  await expect(onAir(desk)).toContainText('Bản đồ toàn tường');

  await desk.keyboard.press('Escape');
  await desk.keyboard.press('t');
  await expect(plans(desk).getByRole('button', { name: 'Tạm dừng' })).toBeVisible();
  await expect(wall(1).getByRole('region', { name: 'Nút giao Đồng Quang' })).toBeVisible();
  await tabTo(desk, plans(desk).getByRole('button', { name: 'Dừng luân phiên' }));
  await desk.keyboard.press('Enter');
  await expect(plans(desk).getByRole('group', { name: 'Vòng luân phiên' })).toHaveCount(0);
});

test('a preview goes up by itself after its time, is called off by one key, and the console counts down', async ({
  desk,
}) => {
  await signIn(desk);
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('3');
  await desk.keyboard.press('g');
  const choice = plans(desk).getByRole('form', { name: 'Hẹn giờ đưa lên' });
  await expect(choice.getByRole('button', { name: 'Sau 10 giây' })).toBeFocused();
  await tabTo(desk, choice.getByRole('button', { name: 'Sau 60 giây' }));
  await desk.keyboard.press('Enter');
  await expect(plans(desk).getByRole('timer')).toContainText(/“Bản đồ toàn tường” tự đưa lên lúc .* còn \d/);
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('g');
  await expect(plans(desk).getByRole('timer')).toHaveCount(0);

  await desk.keyboard.press('3');
  await desk.keyboard.press('g');
  await expect(choice.getByRole('button', { name: 'Sau 10 giây' })).toBeFocused();
  await desk.keyboard.press('Enter');
  await expect(onAir(desk)).toContainText('hẹn giờ của Trực ban trình diễn');
  await expect(onAir(desk)).toContainText('Bản đồ toàn tường');
});

test('the calendar and the default scene are planned by keyboard alone, and what comes next is always said', async ({
  desk,
}) => {
  await signIn(desk);
  await desk.keyboard.press('Escape');
  await openDesk(desk, 'Lịch');
  await tabTo(desk, desk.getByRole('button', { name: 'Thêm mục lịch' }));
  await desk.keyboard.press('Enter');
  const form = desk.getByRole('form', { name: 'Thêm mục lịch' });
  await write(desk, form.getByLabel('Tên mục lịch'), 'Trực đêm');
  await write(desk, form.getByLabel('Từ giờ'), '7h99');
  await expect(form.getByText('Ghi giờ dạng 07:30.')).toBeVisible();
  const later = new Date(Date.now() + 7 * 3_600_000 + 2 * 3_600_000);
  const clock = `${String(later.getUTCHours()).padStart(2, '0')}:00`;
  await write(desk, form.getByLabel('Từ giờ'), clock);
  const end = `${String((later.getUTCHours() + 1) % 24).padStart(2, '0')}:00`;
  await write(desk, form.getByLabel('Đến giờ'), end);
  for (const day of ['Thứ Bảy', 'Chủ nhật']) {
    await tabTo(desk, form.getByRole('checkbox', { name: day }));
    await desk.keyboard.press('Space');
  }
  await tabTo(desk, form.getByRole('button', { name: 'Lưu' }));
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(`Hằng ngày ${clock}–${end}`)).toBeVisible();
  // Late in the evening it is tomorrow's.
  await expect(plans(desk)).toContainText(
    new RegExp(`Tiếp theo: ${clock} (\\d\\d/\\d\\d/\\d{4} )?Trực đêm – còn`),
  );

  const idle = desk.getByRole('checkbox', { name: 'Tự về kịch bản mặc định' });
  await expect(desk.getByText('Đang tắt')).toBeVisible();
  await tabTo(desk, idle);
  await desk.keyboard.press('Space');
  await expect(desk.getByText(/Đang bật: “.*” sau 15 phút không có thao tác/)).toBeVisible();
});

test('the use meter says by keyboard alone what was seen on the wall and what nobody has used', async ({
  desk,
}) => {
  await signIn(desk);
  // What was on before may have been yesterday's.
  await takeScene(desk, 'cameras');
  await desk.keyboard.press('Escape');
  await openDesk(desk, 'Thống kê sử dụng');
  const meter = desk.getByRole('region', { name: 'Thống kê sử dụng' });
  const scenes = meter.getByRole('table', { name: 'Kịch bản' });
  await expect(scenes.getByRole('rowheader', { name: 'Camera' })).toBeVisible();
  await expect(meter.getByRole('table', { name: 'Ô' }).getByRole('rowheader').first()).toBeVisible();
  const unused = meter.getByRole('region', { name: 'Chưa dùng 30 ngày' });
  await expect(unused).toContainText('Kinh tế - xã hội');
  await expect(unused).not.toContainText('Tổng quan');
  await tabTo(desk, meter.getByRole('radio', { name: '7 ngày' }));
  await desk.keyboard.press('ArrowLeft');
  await expect(meter.getByRole('radio', { name: 'Hôm nay' })).toBeChecked();
  await expect(scenes.getByRole('rowheader', { name: 'Camera' })).toBeVisible();
});
