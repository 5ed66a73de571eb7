import type { Page } from '@playwright/test';
import { newToken } from '../../../config/referenceBackend.ts';
import { writeSecrets } from '../../../config/roomFiles.ts';
import { bring, incident, reading } from '../../support/province.ts';
import { snapshotOf } from '../../support/replica.ts';
import type { Room } from '../../support/room.ts';
import { expect, test } from '../../support/roomTest.ts';

test.use({ roomRequest: { pace: 0 } });

const link = (desk: Page) => desk.getByRole('group', { name: 'Liên kết với tỉnh' });

test('the backend is killed and comes back: every window shows the same, nothing is lost, nothing doubled', async ({
  room,
  desk,
  walls,
  wall,
}) => {
  await bring(
    room,
    incident({ id: 'e2e-before', title: 'Ùn tắc tại nút giao Mỏ Bạch' }),
    reading('hc.received', 100),
  );
  await expect(wall(1).getByRole('figure', { name: 'Tiếp nhận hôm nay: 100 hồ sơ' })).toBeVisible();
  await room.killBackend();
  await expect(link(desk)).toContainText(/Mất kết nối|Đang kết nối/);
  await expect(wall(1).getByRole('figure', { name: 'Tiếp nhận hôm nay: 100 hồ sơ' })).toBeVisible();

  await room.restoreBackend('elsewhere');
  await bring(
    room,
    incident({ id: 'e2e-before', title: 'Ùn tắc tại nút giao Mỏ Bạch', severity: 'info', state: 'resolved' }),
    incident({ id: 'e2e-meanwhile', title: 'Cháy chợ Thái' }),
  );
  await room.killBackend();
  await room.restoreBackend();
  await bring(room, reading('hc.received', 200));

  await expect(link(desk)).toContainText('Đã kết nối với tỉnh');
  await expect(wall(1).getByRole('figure', { name: 'Tiếp nhận hôm nay: 200 hồ sơ' })).toBeVisible();
  await expect(wall(4).getByRole('listitem', { name: /Cháy chợ Thái/ })).toHaveCount(1);
  await expect(wall(4).getByRole('listitem', { name: /Ùn tắc tại nút giao Mỏ Bạch/ })).toHaveCount(0);
  // What is committed while they are asked is in one answer and not yet in another.
  await expect(async () => {
    const [first, ...others] = await Promise.all([desk, ...walls].map(snapshotOf));
    for (const other of others) expect(other.world).toEqual(first?.world);
    expect(Object.keys(first?.world.incidents.byId ?? {})).toContain('e2e-meanwhile');
  }).toPass();
});

test('what an incident says is text, whatever it says', async ({ room, desk, walls, wall }) => {
  const title = '<img src=x onerror="window.intruder=true">';
  const place = { name: '<script>window.intruder=true</script>', point: [105.84, 21.59] as const };
  const detail = '<svg onload="window.intruder=true"><a href="javascript:window.intruder=true">Xem</a>';
  await bring(
    room,
    incident({ id: 'e2e-html', title, detail, place: { ...place, point: [...place.point] } }),
  );
  await expect(wall(4).getByText(title)).toBeVisible();
  await desk.getByRole('button', { name: title, exact: true }).click();
  await expect(desk.getByText(detail)).toBeVisible();
  await expect(desk.getByText(place.name)).toBeVisible();
  for (const page of [desk, ...walls]) {
    const found = await page.evaluate(() => ({
      ran: 'intruder' in window,
      elements: document.querySelectorAll('img[src="x"], svg[onload], a[href^="javascript"]').length,
    }));
    expect(found).toEqual({ ran: false, elements: 0 });
  }
});

/** How many attempts without a good token the backend has counted. */
function refusals(room: Room): number {
  const told = room
    .backend()
    .log()
    .matchAll(/"event":"access\.refused","times":(\d+)/g);
  return [...told].reduce((sum, [, times]) => sum + Number(times), 0);
}

async function backendUptimeMs(room: Room): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${room.backend().port}/healthz`);
  return Number(/"uptimeMs":(\d+)/.exec(await answer.text())?.[1]);
}

test('a wrong token is told in plain words, and the province is not stormed with attempts', async ({
  room,
}) => {
  const { profile } = room.app;
  await room.restartApp(() => writeSecrets(profile, { backendToken: newToken() }));
  const desk = await room.console();
  await expect(desk.getByRole('alert').filter({ hasText: 'Mã kết nối không được nhận.' })).toBeVisible();
  await expect(desk.getByRole('alert')).toContainText('đặt vào tệp secrets.json');
  await expect(link(desk)).toContainText('Mã kết nối không được nhận');

  const since = await backendUptimeMs(room);
  // Two of the backend's counts lie in this time; a storm would ask several times in each.
  await expect.poll(() => backendUptimeMs(room)).toBeGreaterThan(since + 11_000);
  expect(refusals(room)).toBe(1);

  await room.restartApp(() => writeSecrets(profile, { backendToken: room.wallToken }));
  await expect(link(await room.console())).toContainText('Đã kết nối với tỉnh');
  await expect((await room.console()).getByText('Mã kết nối không được nhận')).toHaveCount(0);
});
