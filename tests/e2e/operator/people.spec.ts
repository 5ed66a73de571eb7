import { signInAdministrator } from '../../support/operator.ts';
import { expect, test } from '../../support/roomTest.ts';

test.use({ roomRequest: { pace: 0 } });

test('by keyboard an administrator adds somebody, gives them a new PIN, and takes them off the list after one more question', async ({
  desk,
}) => {
  await signInAdministrator(desk);
  await desk.keyboard.press('p');
  const press = async (name: string): Promise<void> => {
    await desk.getByRole('button', { name, exact: true }).focus();
    await desk.keyboard.press('Enter');
  };
  await press('Danh sách người trực');
  const people = desk.getByRole('region', { name: 'Danh sách người trực' });
  const of = (name: string) => people.getByRole('listitem').filter({ hasText: name });
  // Who comes from the site's file comes back with the next start: nothing is offered for them.
  await expect(of('Trực ban trình diễn').getByRole('button')).toHaveCount(0);

  await press('Thêm người');
  const form = desk.getByRole('form', { name: 'Thêm người' });
  await expect(form.getByLabel('Họ và tên')).toBeFocused();
  await desk.keyboard.type('Phạm Thị Trực');
  await expect(form.getByRole('radio')).toHaveCount(7);
  await form.getByLabel('Mã PIN', { exact: true }).fill('1357');
  await form.getByLabel('Nhập lại mã PIN').fill('1357');
  await desk.keyboard.press('Enter');

  await press('Đổi mã PIN của Phạm Thị Trực');
  const renewal = desk.getByRole('form', { name: 'Đổi mã PIN của Phạm Thị Trực' });
  await expect(renewal.getByLabel('Mã PIN hiện nay')).toHaveCount(0);
  await expect(renewal.getByLabel('Mã PIN mới')).toBeFocused();
  await desk.keyboard.type('8642');
  await renewal.getByLabel('Nhập lại mã PIN').fill('8642');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText('Đã đổi mã PIN của Phạm Thị Trực.')).toBeVisible();
  await press('Quay lại');

  await press('Xóa Phạm Thị Trực');
  await expect(of('Phạm Thị Trực').getByText('Bấm lần nữa để xóa')).toBeVisible();
  await desk.keyboard.press('Enter');
  await expect(of('Phạm Thị Trực')).toHaveCount(0);
  await expect(people.getByRole('status')).toContainText('Đã xóa Phạm Thị Trực');

  await desk.getByRole('tab', { name: 'Nhật ký thao tác', exact: true }).click();
  await desk.getByLabel('Tìm trong nhật ký (không cần dấu)').fill('xoa nguoi quan tri');
  const found = desk.getByRole('region', { name: 'Nhật ký thao tác' }).getByRole('listitem');
  await expect(found).toHaveCount(1);
  await expect(found).toContainText('Xóa người');
  await expect(found).toContainText('Phạm Thị Trực');
  await found.getByText('Xóa người').click();
});
