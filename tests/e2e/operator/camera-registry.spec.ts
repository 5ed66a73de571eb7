import type { Page } from '@playwright/test';
import writeXlsxFile from 'write-excel-file/node';
import { signInAdministrator } from '../../support/operator.ts';
import { expect, test } from '../../support/roomTest.ts';

test.use({ roomRequest: { pace: 0, walls: 1 } });

const HEADER = ['Mã camera', 'Tên camera', 'Xã/phường', 'Vĩ độ', 'Kinh độ', 'Luồng chính', 'Hướng nhìn'];
const WARD = 'Phường Phan Đình Phùng';
const NAMES = ['Đường Hoàng Văn Thụ', 'Cầu Bến Tượng', 'Chợ Đồng Quang'];

function cells(n: number): readonly string[] {
  const name = `${NAMES[n % NAMES.length]} ${n}`;
  return [`tn-${n}`, name, WARD, '21,5942', '105,8482', `rtsp://xem:mat-khau@10.0.0.1/${n}`, 'Đông Bắc'];
}

/** A list as Vietnamese Excel saves it: with the mark and semicolons. */
function aCsv(rows: readonly (readonly string[])[]): Buffer {
  return Buffer.from(`\uFEFF${[HEADER, ...rows].map((row) => row.join(';')).join('\r\n')}`);
}

const bring = (desk: Page, name: string, buffer: Buffer): Promise<void> =>
  desk.getByLabel('Nhập danh sách…').setInputFiles({ name, mimeType: 'text/csv', buffer });

test.beforeEach(async ({ desk }) => {
  await signInAdministrator(desk);
  await desk.getByRole('tab', { name: 'Camera', exact: true }).click();
});

test('a list of 2,000 with 60 wrong rows is previewed, taken in without them, searched, and taken back', async ({
  desk,
}) => {
  const rows = Array.from({ length: 2_000 }, (_, n) =>
    n % 34 === 33 || n === 1_999 || n === 1_998
      ? cells(n).map((cell, at) => (at === 3 ? 'không rõ' : cell))
      : cells(n),
  );
  const wrong = rows.filter((row) => row[3] === 'không rõ').length;
  const right = (2_000 - wrong).toLocaleString('vi-VN');
  await bring(desk, 'Camera toàn tỉnh.csv', aCsv(rows));

  const preview = desk.getByRole('region', { name: 'Xem trước “Camera toàn tỉnh.csv”' });
  await expect(preview).toContainText(`2.000 dòng: ${right} camera mới`);
  await expect(preview).toContainText(`${wrong} dòng sai, không đưa vào`);
  await expect(preview.getByText('Dòng 35, Vĩ độ: “không rõ”.')).toBeVisible();
  await preview.getByRole('button', { name: `Đưa ${right} camera vào danh mục` }).click();
  await expect(desk.getByText(`Đã nhập “Camera toàn tỉnh.csv”: ${right} camera mới`)).toBeVisible();

  const list = desk.getByRole('list', { name: 'Danh sách camera' });
  await desk.getByRole('searchbox').fill('cau ben tuong 1000');
  await expect(list.getByRole('group', { name: /^Cầu Bến Tượng 1000: Chưa mở/ })).toBeVisible();
  await desk.getByRole('searchbox').fill('');
  expect(await list.getByRole('listitem').count(), 'only what is seen is drawn').toBeLessThan(60);

  await desk.keyboard.press('Control+k');
  await desk.getByRole('dialog').getByRole('combobox').fill('ben tuong 1000');
  await expect(desk.getByRole('option', { name: /Cầu Bến Tượng 1000/ })).toBeVisible();
  await desk.keyboard.press('Escape');

  await desk.getByRole('button', { name: 'Hoàn lại thay đổi này' }).click();
  await desk.getByRole('searchbox').fill('ben tuong');
  await expect(desk.getByText('Không có camera nào khớp.')).toBeVisible();
});

test('an Excel file comes in by the same way; a file that is none says so', async ({ desk }) => {
  const sheet = [HEADER, cells(1), cells(2)].map((row) => row.map((value) => ({ value, type: String })));
  await bring(desk, 'Phường.xlsx', await writeXlsxFile(sheet).toBuffer());
  await expect(desk.getByText('2 dòng: 2 camera mới')).toBeVisible();
  await desk.getByRole('button', { name: 'Bỏ danh sách này' }).click();

  await bring(desk, 'hỏng.xlsx', Buffer.from('PK\u0003\u0004 không phải tệp nén'));
  const alert = desk.getByRole('region', { name: 'Camera', exact: true }).getByRole('alert');
  await expect(alert).toContainText('Không nhận “hỏng.xlsx”: tệp hỏng');
  await bring(desk, 'thiếu.csv', Buffer.from('Mã;Tên\r\na;b'));
  await expect(alert).toContainText('thiếu cột Đơn vị, Vĩ độ, Kinh độ.');
});

test('the cameras of each unit are told as known or unknown, never as working by default', async ({
  desk,
}) => {
  await desk.getByRole('radio', { name: 'Theo đơn vị' }).check();
  const table = desk.getByRole('table', { name: 'Tình trạng camera theo đơn vị' });
  const row = table.getByRole('row', { name: /^Toàn tỉnh/ });

  await expect(row.getByRole('cell').nth(1)).toHaveText('0');
  await expect(row.getByRole('cell').last()).toHaveText('chưa biết');
});

test('a camera is written down with where its VMS keeps it and whose certificate is trusted, each wrong field told', async ({
  desk,
}, info) => {
  await desk.getByRole('radio', { name: 'Danh sách' }).check({ force: true });
  await desk.getByRole('button', { name: 'Thêm camera' }).click();
  const form = desk.getByRole('region', { name: 'Camera mới' });
  const fill = (label: string, words: string): Promise<void> =>
    form.getByLabel(label, { exact: true }).fill(words);
  await fill('Mã (bắt buộc)', 'tn-vms');
  await fill('Tên (bắt buộc)', 'Cầu Bến Oánh');
  await fill('Tên tiếng Anh', 'Ben Oanh bridge');
  await fill('Đơn vị (bắt buộc)', WARD);
  await fill('Vĩ độ (bắt buộc)', '21,5942');
  await fill('Kinh độ (bắt buộc)', '105,8482');
  await fill('Luồng chính', 'rtsps://10.0.0.1/1');
  await fill('Vân tay chứng thư (SHA-256)', 'SHA256:ba4gkXj0');
  await fill('Địa chỉ bản ghi VMS', 'https://vms.tinh.vn/cam-1/vod.m3u8');
  await form.getByRole('button', { name: 'Thêm vào danh mục' }).click();
  for (const sentence of ['64 chữ số thập lục phân', 'có chỗ điền đoạn cần xem', 'Phải có giá trị'])
    await expect(form.getByText(sentence)).toBeVisible();
  await desk.screenshot({ path: info.outputPath('form.png') });

  await fill('Vân tay chứng thư (SHA-256)', `sha256 Fingerprint=${'2B:7C:0F:11:'.repeat(8).slice(0, -1)}`);
  await fill('Địa chỉ bản ghi VMS', 'https://vms.tinh.vn/cam-1/vod.m3u8?start={from}&end={to}');
  await fill('Số ngày VMS lưu', '30');
  await form.getByRole('button', { name: 'Thêm vào danh mục' }).click();
  const kept = desk.getByRole('region', { name: 'Camera Cầu Bến Oánh' });
  await expect(kept.getByText('Đã lưu.')).toBeVisible();
  await expect(kept.getByLabel('Số ngày VMS lưu')).toHaveValue('30');
});
