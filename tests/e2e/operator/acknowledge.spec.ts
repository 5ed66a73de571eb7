import type { Locator, Page } from '@playwright/test';
import { corePid } from '../../bench/room/family.ts';
import { MOMENT } from '../../support/moments.ts';
import { signIn } from '../../support/operator.ts';
import { acknowledged, bring, incident, recorded } from '../../support/province.ts';
import { snapshotOf } from '../../support/replica.ts';
import type { Room } from '../../support/room.ts';
import { expect, test, type Wall } from '../../support/roomTest.ts';

const ME = 'Trực ban trình diễn';

// Nothing but what the test brings: no sample incident comes or goes.
test.use({ roomRequest: { pace: 0 } });

const onDesk = (desk: Page, title: string): Locator =>
  desk.getByRole('region', { name: 'Sự cố', exact: true }).getByRole('listitem').filter({ hasText: title });

/** The list of the overview stands on the fourth display. */
const onWall = (wall: Wall, title: string): Locator =>
  wall(4).getByRole('listitem', { name: new RegExp(title) });

async function acknowledge(desk: Page, title: string): Promise<void> {
  await desk.getByRole('button', { name: `Xác nhận: ${title}` }).click();
}

/** What every window of the room says about who acknowledged an incident. */
async function knownBy(pages: readonly Page[], id: string): Promise<readonly (string | undefined)[]> {
  const snapshots = await Promise.all(pages.map(snapshotOf));
  return snapshots.map(({ world }) => world.incidents.byId[id]?.acknowledgement?.by);
}

/** Something happens in the province while this wall is cut off from it. */
async function outThere<Result>(room: Room, happens: () => Promise<Result>): Promise<Result> {
  await room.restoreBackend('elsewhere');
  const result = await happens();
  await room.killBackend();
  return result;
}

/** An incident that the operator acknowledges while the backend is down. */
async function acknowledgeCutOff(
  room: Room,
  desk: Page,
  { id, title }: { readonly id: string; readonly title: string },
): Promise<void> {
  await bring(room, incident({ id, title }));
  await expect(onDesk(desk, title)).toBeVisible();
  await signIn(desk);
  await room.killBackend();
  await expect(desk.getByRole('group', { name: 'Liên kết với tỉnh' })).not.toContainText(
    'Đã kết nối với tỉnh',
  );
  await acknowledge(desk, title);
  await expect(onDesk(desk, title)).toContainText(new RegExp(`${ME} xác nhận ${MOMENT} – chờ gửi về tỉnh`));
  await expect(desk.getByText('1 xác nhận chờ gửi về tỉnh')).toBeVisible();
}

test('what the operator acknowledges is known on every window and in the province', async ({
  room,
  desk,
  walls,
  wall,
}) => {
  const title = 'Ngập tại nút giao Đồng Quang';
  await bring(room, incident({ id: 'e2e-flood', title }));
  await expect(onWall(wall, `${title}.*chưa xác nhận`)).toBeVisible();
  await signIn(desk);
  await acknowledge(desk, title);
  await expect(onDesk(desk, title)).toContainText(new RegExp(`${ME} xác nhận ${MOMENT}$`));
  await expect(onWall(wall, `${title}.*${ME} đã xác nhận`)).toBeVisible();
  expect(await knownBy([desk, ...walls], 'e2e-flood')).toEqual(Array(5).fill(ME));
  expect((await recorded(room)).byId['e2e-flood']?.acknowledgement).toMatchObject({ by: ME });
});

test('cut off from the province he acknowledges all the same; it goes up once, whatever was killed in between', async ({
  room,
  desk,
  wall,
}) => {
  const title = 'Cháy rừng tại xã Định Hóa';
  await acknowledgeCutOff(room, desk, { id: 'e2e-fire', title });
  await expect(onWall(wall, `${title}.*đã xác nhận, chờ gửi về tỉnh`)).toBeVisible();

  process.kill(corePid(room.app.pid()), 'SIGKILL');
  await expect(desk.getByText('Phần lõi đã tự khởi động lại')).toBeVisible();
  await expect(desk.getByText('1 xác nhận chờ gửi về tỉnh')).toBeVisible();
  await expect(onDesk(desk, title)).toContainText('chờ gửi về tỉnh');

  const before = await outThere(room, () => recorded(room));
  expect(before.byId['e2e-fire']?.acknowledgement).toBeUndefined();

  await room.restoreBackend();
  await expect(desk.getByText('Không có xác nhận chờ gửi')).toBeVisible();
  await expect(onDesk(desk, title)).toContainText(new RegExp(`${ME} xác nhận ${MOMENT}$`));
  await expect(onWall(wall, `${title}.*${ME} đã xác nhận`)).toBeVisible();
  const after = await recorded(room);
  expect(after.facts).toBe(before.facts + 1);
  expect(after.byId['e2e-fire']?.acknowledgement).toMatchObject({ by: ME });
});

test('when somebody else was first, the operator reads who and when, and puts the sentence away', async ({
  room,
  desk,
  walls,
  wall,
}) => {
  const title = 'Sạt lở trên đường vào hồ Ba Bể';
  await acknowledgeCutOff(room, desk, { id: 'e2e-slide', title });

  await outThere(room, () =>
    bring(room, acknowledged('e2e-slide', 'Trực ban xã Ba Bể', Date.now() - 120_000)),
  );
  await room.restoreBackend();

  const conflict = desk.getByRole('alert', { name: 'Xác nhận không được ghi' });
  await expect(conflict).toContainText(title);
  await expect(conflict).toContainText(
    new RegExp(
      `Đã được Trực ban xã Ba Bể xác nhận lúc ${MOMENT}; xác nhận của bạn lúc ${MOMENT} không được ghi\\.`,
    ),
  );
  await expect(onDesk(desk, title)).toContainText('Trực ban xã Ba Bể xác nhận');
  await expect(onWall(wall, `${title}.*Trực ban xã Ba Bể đã xác nhận`)).toBeVisible();

  await conflict.getByRole('button', { name: 'Đã hiểu' }).click();
  await expect(conflict).toHaveCount(0);
  expect(await knownBy([desk, ...walls], 'e2e-slide')).toEqual(Array(5).fill('Trực ban xã Ba Bể'));
});
