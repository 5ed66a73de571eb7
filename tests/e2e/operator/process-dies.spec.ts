import { corePid } from '../../bench/room/family.ts';
import { beginnings, rendererBehind } from '../../support/family.ts';
import { signIn, takeScene } from '../../support/operator.ts';
import { bring, incident, reading } from '../../support/province.ts';
import type { Room } from '../../support/room.ts';
import { expect, test } from '../../support/roomTest.ts';

test.use({ roomRequest: { pace: 0 } });

/** Documents of the four wall windows and the console, in this order. */
async function documents(room: Room): Promise<readonly number[]> {
  return beginnings([...(await room.walls()), await room.console()]);
}

/** One wall window has a new document and shows the same tiles; the others, console included, kept theirs. */
async function expectOnlyReloaded(room: Room, order: number, before: readonly number[]): Promise<void> {
  const kept = (at: readonly number[]): readonly number[] => at.flatMap((time, index) => (time === before[index] ? [index + 1] : []));
  await expect
    .poll(async () => {
      await room.lookAgain();
      return kept(await documents(room));
    })
    .toEqual([1, 2, 3, 4, 5].filter((window) => window !== order));
  await expect((await room.console()).getByText('Một cửa sổ tường đã được mở lại.').first()).toBeVisible();
}

test('a wall window whose process is killed is back with the same tiles; no other window notices', async ({ room, walls }) => {
  await bring(room, reading('hc.received', 1234));
  await expect(walls[0]?.getByRole('figure', { name: 'Hồ sơ tiếp nhận: 1.234 hồ sơ' })).toBeVisible();
  const before = await documents(room);
  process.kill(await rendererBehind(room, await room.wall(1)), 'SIGKILL');
  await expectOnlyReloaded(room, 1, before);
  await expect((await room.wall(1)).getByRole('figure', { name: 'Hồ sơ tiếp nhận: 1.234 hồ sơ' })).toBeVisible();
  expect(await (await room.wall(1)).evaluate(() => [screenX, screenY, innerWidth, innerHeight])).toEqual([1920, 0, 1920, 1080]);
});

test('a wall window that hangs is reloaded and hurts no other', async ({ room }) => {
  const before = await documents(room);
  const hung = await room.wall(3);
  hung.evaluate('for (;;);').catch(() => undefined);
  await bring(room, reading('hc.received', 2345), incident({ id: 'e2e-while-hung', title: 'Mất nước tại phường Quan Triều' }));
  // Those that can be seen go on at once, while the third still hangs.
  await expect((await room.wall(1)).getByRole('figure', { name: 'Hồ sơ tiếp nhận: 2.345 hồ sơ' })).toBeVisible();
  await expect((await room.wall(4)).getByRole('listitem', { name: /Mất nước tại phường Quan Triều/ })).toBeVisible();
  await expectOnlyReloaded(room, 3, before);
  await bring(room, reading('gt.speed', 27.5));
  await expect((await room.wall(3)).getByRole('figure', { name: /^Tốc độ trung bình: 27,5 km\/h/ })).toBeVisible();
});

test('the console whose process is killed comes back; the wall stays', async ({ room, desk }) => {
  const before = await documents(room);
  process.kill(await rendererBehind(room, desk), 'SIGKILL');
  await expect
    .poll(async () => {
      await room.lookAgain();
      const now = await documents(room);
      return now.map((time, index) => time === before[index]);
    })
    .toEqual([true, true, true, true, false]);
  await expect((await room.console()).getByRole('region', { name: 'Kịch bản' })).toBeVisible();
});

test('when the core is killed the wall keeps its picture, and the indicators move again by themselves', async ({
  room,
  desk,
  walls,
}) => {
  await bring(room, reading('hc.received', 3456));
  await expect(walls[0]?.getByRole('figure', { name: 'Hồ sơ tiếp nhận: 3.456 hồ sơ' })).toBeVisible();
  await signIn(desk);
  await takeScene(desk, 'economy');
  await takeScene(desk, 'overview');
  const before = await documents(room);
  process.kill(corePid(room.app.pid()), 'SIGKILL');
  await expect(desk.getByText('Phần lõi đã tự khởi động lại')).toBeVisible();
  await expect(walls[0]?.getByRole('figure', { name: 'Hồ sơ tiếp nhận: 3.456 hồ sơ' })).toBeVisible();
  await bring(room, reading('hc.received', 4567));
  await expect(walls[0]?.getByRole('figure', { name: 'Hồ sơ tiếp nhận: 4.567 hồ sơ' })).toBeVisible();
  expect(await documents(room)).toEqual(before);

  // The hand is asked for again; the wall obeys as before.
  await expect(desk.getByRole('form', { name: 'Vào ca trực' })).toBeVisible();
  await signIn(desk);
  await takeScene(desk, 'economy');
  await expect(walls[3]?.getByRole('region').first()).toBeVisible();
});
