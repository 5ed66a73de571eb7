import { execFileSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { corePid } from '../../bench/room/family.ts';
import { pressClose } from '../../support/screenWindows.ts';
import { beginnings, rendererBehind } from '../../support/family.ts';
import { signIn, takeScene } from '../../support/operator.ts';
import { bring, incident, reading } from '../../support/province.ts';
import type { Room } from '../../support/room.ts';
import { expect, PATIENCE_MS, test } from '../../support/roomTest.ts';

const LOOK_MS = 5_000;

test.use({ roomRequest: { pace: 0 } });

/** Documents of the four wall windows and the console, in this order. */
async function documents(room: Room): Promise<readonly number[]> {
  return beginnings([...(await room.walls()), await room.console()]);
}

/** The console comes after the four displays. */
const CONSOLE = 5;

/** One window has a new document; the others kept theirs. */
async function expectOnlyReloaded(room: Room, window: number, before: readonly number[]): Promise<void> {
  await expect
    .poll(async () => {
      await room.lookAgain();
      // A page that is met while its process ends or begins may never answer: look once more.
      const now = await Promise.race([documents(room), wait(LOOK_MS, [])]);
      return now.map((time, index) => (time === before[index] ? 'kept' : index + 1));
    })
    .toEqual(before.map((_time, index) => (index + 1 === window ? window : 'kept')));
}

test('a wall window whose process is killed is back with the same tiles; no other window notices', async ({
  room,
  wall,
}) => {
  await bring(room, reading('hc.received', 1234));
  await expect(wall(1).getByRole('figure', { name: 'Tiếp nhận hôm nay: 1.234 hồ sơ' })).toBeVisible();
  const before = await documents(room);
  process.kill(await rendererBehind(room, await room.wall(1)), 'SIGKILL');
  await expectOnlyReloaded(room, 1, before);
  await expect((await room.console()).getByText(/Một cửa sổ tường đã được mở lại/).first()).toBeVisible();
  await expect(
    (await room.wall(1)).getByRole('figure', { name: 'Tiếp nhận hôm nay: 1.234 hồ sơ' }),
  ).toBeVisible();
  expect(await (await room.wall(1)).evaluate(() => [screenX, screenY, innerWidth, innerHeight])).toEqual([
    1920, 0, 1920, 1080,
  ]);
});

test('a wall window that hangs is reloaded and hurts no other', async ({ room, wall }) => {
  const before = await documents(room);
  const ended = wall(3).waitForEvent('crash', { timeout: PATIENCE_MS });
  wall(3)
    .evaluate('for (;;);')
    .catch(() => undefined);
  await bring(
    room,
    reading('hc.received', 2345),
    incident({ id: 'e2e-while-hung', title: 'Mất nước tại phường Quan Triều' }),
  );
  // Those that can be seen go on at once, while the third still hangs.
  await expect(wall(1).getByRole('figure', { name: 'Tiếp nhận hôm nay: 2.345 hồ sơ' })).toBeVisible();
  await expect(wall(4).getByRole('listitem', { name: /Mất nước tại phường Quan Triều/ })).toBeVisible();
  await ended;
  await expectOnlyReloaded(room, 3, before);
  await bring(room, reading('gt.speed', 27.5));
  await expect(
    (await room.wall(3)).getByRole('figure', { name: /^Tốc độ trung bình: 27,5 km\/h/ }),
  ).toBeVisible();
});

test('the console whose process is killed comes back; the wall stays', async ({ room, desk }) => {
  const before = await documents(room);
  process.kill(await rendererBehind(room, desk), 'SIGKILL');
  await expectOnlyReloaded(room, CONSOLE, before);
  await expect((await room.console()).getByRole('region', { name: 'Kịch bản' })).toBeVisible();
});

test('when the core is killed the wall keeps its picture, and the indicators move again by themselves', async ({
  room,
  desk,
  wall,
}) => {
  await bring(room, reading('hc.received', 3456));
  await expect(wall(1).getByRole('figure', { name: 'Tiếp nhận hôm nay: 3.456 hồ sơ' })).toBeVisible();
  await signIn(desk);
  await takeScene(desk, 'economy');
  await takeScene(desk, 'overview');
  const before = await documents(room);
  process.kill(corePid(room.app.pid()), 'SIGKILL');
  await expect(desk.getByText('Phần lõi đã tự khởi động lại')).toBeVisible();
  await expect(wall(1).getByRole('figure', { name: 'Tiếp nhận hôm nay: 3.456 hồ sơ' })).toBeVisible();
  await bring(room, reading('hc.received', 4567));
  await expect(wall(1).getByRole('figure', { name: 'Tiếp nhận hôm nay: 4.567 hồ sơ' })).toBeVisible();
  expect(await documents(room)).toEqual(before);

  // Who was on duty still is, and the wall obeys as before.
  await expect(desk.getByRole('group', { name: 'Đang trực' })).toContainText('Trực ban trình diễn');
  await takeScene(desk, 'economy');
  await expect(wall(4).getByRole('region').first()).toBeVisible();
});

test('while the question whether to switch off stands unanswered, a wall window that dies is back all the same', async ({
  room,
  desk,
}) => {
  const before = await documents(room);
  pressClose(room.heads.env, await desk.title());
  process.kill(await rendererBehind(room, await room.wall(2)), 'SIGKILL');
  await expectOnlyReloaded(room, 2, before);
  await expect((await room.console()).getByRole('region', { name: 'Kịch bản' })).toBeVisible();
});

test('the X server is told to keep the screens awake', async ({ room }) => {
  const env = { ...process.env, ...room.heads.env };
  const said = (): string => execFileSync('xset', ['q'], { env, encoding: 'utf8' });
  await expect.poll(said).toMatch(/prefer blanking:\s+no[^]*timeout:\s+0\s/);
});
