import { closeSync, openSync, readdirSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { signIn, takeScene } from '../../support/operator.ts';
import { bring, incident, reading } from '../../support/province.ts';
import type { Room } from '../../support/room.ts';
import { expect, test } from '../../support/roomTest.ts';

test.use({ roomRequest: { pace: 0 } });

/** A power cut: everything of the app ends at once, and its supervisor starts it again. */
async function powerCut(room: Room): Promise<void> {
  const { pid, restarts } = room.app;
  const [before, times] = [pid(), restarts()];
  room.app.kill('SIGKILL');
  await expect.poll(restarts).toBe(times + 1);
  await expect.poll(pid).not.toBe(before);
}

/** Values are written once a second: what came later than that is brought again by the province, not by the disk. */
async function untilKept(room: Room, key: string, value: number): Promise<void> {
  const look = (): string => {
    const db = new DatabaseSync(join(room.app.profile, 'wall.db'), { readOnly: true });
    const row = db.prepare('SELECT reading FROM readings WHERE key = ?').get(key);
    db.close();
    return String(row?.['reading']);
  };
  await expect.poll(look).toContain(`["${key}",${value},`);
}

const figure = async (room: Room, display: number, name: string | RegExp) =>
  (await room.wall(display)).getByRole('figure', { name });

test('after a power cut the same scene is on the wall again, and goes on', async ({ room, desk }) => {
  await bring(room, reading('hp.sites', 92), reading('cd.overdue', 7));
  await signIn(desk);
  await takeScene(desk, 'economy');
  await expect(await figure(room, 4, /: 7 /)).toBeVisible();
  await untilKept(room, 'cd.overdue', 7);
  await powerCut(room);
  await expect(await figure(room, 4, /: 7 /)).toBeVisible();
  await expect(
    (await room.console()).getByRole('button', { name: /^Kinh tế - xã hội Đang phát/ }),
  ).toBeVisible();
  await bring(room, reading('cd.overdue', 8));
  await expect(await figure(room, 4, /: 8 /)).toBeVisible();
});

test('after a power cut with the province out of reach the last wall is shown, with its age in words', async ({
  room,
}) => {
  const desk = await room.console();
  await signIn(desk);
  await takeScene(desk, 'overview');
  const hour = 3_600_000;
  await bring(
    room,
    reading('hc.received', 321),
    reading('mt.aqi', 57, Date.now() - 5 * hour),
    incident({ id: 'e2e-kept', title: 'Sạt lở tại xã Võ Nhai' }),
  );
  await expect(await figure(room, 1, 'Tiếp nhận hôm nay: 321 hồ sơ')).toBeVisible();
  await expect(await figure(room, 3, /^Chất lượng không khí: 57 VN_AQI, dữ liệu cũ 5 giờ/)).toBeVisible();
  await untilKept(room, 'hc.received', 321);
  await untilKept(room, 'mt.aqi', 57);
  await room.killBackend();
  await powerCut(room);

  await expect(await figure(room, 1, /^Tiếp nhận hôm nay: 321 hồ sơ/)).toBeVisible();
  await expect(await figure(room, 3, /^Chất lượng không khí: 57 VN_AQI, dữ liệu cũ 5 giờ/)).toBeVisible();
  await expect((await room.wall(4)).getByRole('listitem', { name: /Sạt lở tại xã Võ Nhai/ })).toBeVisible();
  for (const wall of await room.walls()) {
    await expect(wall.getByRole('status', { name: /^ngoại tuyến, dữ liệu lúc \d\d:\d\d/ })).toBeVisible();
  }
  await expect((await room.console()).getByRole('group', { name: 'Liên kết với tỉnh' })).toContainText(
    /Mất kết nối với tỉnh|Đang kết nối với tỉnh/,
  );

  await room.restoreBackend();
  await bring(room, reading('hc.received', 322));
  await expect(await figure(room, 1, 'Tiếp nhận hôm nay: 322 hồ sơ')).toBeVisible();
  for (const wall of await room.walls())
    await expect(wall.getByRole('status', { name: /^ngoại tuyến/ })).toHaveCount(0);
});

/** As a dying disk leaves it: the head of the file is sound, what is in it is not. */
function damage(file: string): void {
  const { size } = statSync(file);
  const handle = openSync(file, 'r+');
  for (let at = 4096; at < size; at += 512) writeSync(handle, Buffer.alloc(128, 0xa5), 0, 128, at);
  closeSync(handle);
}

test('a damaged database is set aside, told on the console, and filled again from the province', async ({
  room,
}) => {
  const { profile } = room.app;
  await bring(
    room,
    incident({ id: 'e2e-resynced', title: 'Ngập hầm chui Thịnh Đán' }),
    reading('hc.received', 654),
  );
  await expect(await figure(room, 1, 'Tiếp nhận hôm nay: 654 hồ sơ')).toBeVisible();
  await room.restartApp(() => damage(join(profile, 'wall.db')));

  const desk = await room.console();
  await expect(
    desk.getByText('Dữ liệu lưu tạm bị hỏng nên đã cất riêng; máy đang lấy lại từ tỉnh.'),
  ).toBeVisible();
  await expect((await room.wall(4)).getByRole('listitem', { name: /Ngập hầm chui Thịnh Đán/ })).toBeVisible();
  await expect(await figure(room, 1, /^Tiếp nhận hôm nay: 654 hồ sơ/)).toBeVisible();
  expect(readdirSync(profile).filter((name) => name.startsWith('wall.db.damaged-'))).not.toEqual([]);
  await signIn(desk);
  await takeScene(desk, 'economy');
});
