import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { aFilm, aPdf, aPicture } from '../../support/files.ts';
import { signIn } from '../../support/operator.ts';
import { snapshotOf } from '../../support/replica.ts';
import { expect, test } from '../../support/roomTest.ts';
import { showTiles, warmTiles } from '../../support/tiles.ts';

test.use({ roomRequest: { pace: 0, walls: 2 } });

async function bring(desk: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await desk.getByLabel('Thêm tài liệu…').setInputFiles({ name, mimeType, buffer });
}

async function idOf(desk: Page, name: string): Promise<string> {
  const { byId } = (await snapshotOf(desk)).world.documents;
  return Object.values(byId).find((document) => document.name === name)?.id ?? '';
}

test.beforeEach(async ({ desk }) => {
  await signIn(desk);
  await desk.getByRole('tab', { name: 'Tài liệu' }).click();
});

test('a picture, a PDF and a film that the operator brings are on the wall, and the pages turn', async ({
  desk,
  wall,
}) => {
  const list = desk.getByRole('region', { name: 'Tài liệu', exact: true });
  await bring(desk, 'Sơ đồ sơ tán.png', 'image/png', await aPicture(desk, '#c02020'));
  await expect(list.getByText('Sơ đồ sơ tán.png', { exact: true })).toBeVisible();
  await bring(desk, 'Công điện.pdf', 'application/pdf', aPdf({ pages: 3 }));
  await expect(list.getByText(/3 trang, .*Trực ban trình diễn/)).toBeVisible();
  await bring(desk, 'Diễn biến.webm', 'video/webm', await aFilm(desk));
  await expect(list.getByText('Diễn biến.webm', { exact: true })).toBeVisible();

  await showTiles(desk, 1, [
    {
      id: 'anh',
      panel: { kind: 'picture', documentId: await idOf(desk, 'Sơ đồ sơ tán.png'), fit: 'contain' },
    },
    { id: 'pdf', panel: { kind: 'pdf', documentId: await idOf(desk, 'Công điện.pdf'), page: 1 } },
    { id: 'phim', panel: { kind: 'video', documentId: await idOf(desk, 'Diễn biến.webm'), loop: true } },
  ]);
  const picture = wall(1).getByRole('img', { name: 'Sơ đồ sơ tán.png' });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((img) => (img instanceof HTMLImageElement ? img.naturalWidth : 0))).toBe(320);
  await expect(wall(1).getByRole('img', { name: 'Công điện.pdf, trang 1' })).toBeVisible();
  const film = wall(1).locator('video');
  await expect
    .poll(() =>
      film.evaluate((video) =>
        video instanceof HTMLVideoElement
          ? { muted: video.muted, plays: !video.paused && video.readyState > 2 }
          : null,
      ),
    )
    .toEqual({ muted: true, plays: true });

  await desk.getByRole('button', { name: 'Trang sau của Công điện.pdf' }).click();
  await expect(wall(1).getByRole('img', { name: 'Công điện.pdf, trang 2' })).toBeVisible();
  await expect(wall(1).getByText('trang 2/3')).toBeVisible();
  await expect(desk.getByText('2/2 màn hình đã hiển thị')).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Xóa Công điện.pdf' })).toBeDisabled();
});

test('a film waits at its first picture while it is only previewed, and begins when it is shown', async ({
  desk,
  wall,
}) => {
  await bring(desk, 'Toàn cảnh đê.webm', 'video/webm', await aFilm(desk));
  const list = desk.getByRole('region', { name: 'Tài liệu', exact: true });
  await expect(list.getByText('Toàn cảnh đê.webm', { exact: true })).toBeVisible();
  const documentId = await idOf(desk, 'Toàn cảnh đê.webm');
  const tiles = [{ id: 'de', panel: { kind: 'video' as const, documentId, loop: false } }];
  await warmTiles(desk, 2, tiles);
  const film = wall(2).locator('video');
  const standing = () =>
    film.evaluate((video) =>
      video instanceof HTMLVideoElement
        ? { paused: video.paused, atSeconds: video.currentTime, loaded: video.readyState > 1 }
        : null,
    );
  const waits = { paused: true, atSeconds: 0, loaded: true };
  await expect.poll(standing).toEqual(waits);
  // Longer than the film is.
  await wait(3_000);
  expect(await standing()).toEqual(waits);

  await showTiles(desk, 2, tiles);
  await expect(film).toBeVisible();
  await expect.poll(async () => (await standing())?.atSeconds).toBeGreaterThan(0);
});

for (const [what, name, mime, buffer, sentence] of [
  ['a locked PDF', 'Mật.pdf', 'application/pdf', aPdf({ pages: 2, locked: true }), /PDF có mật khẩu/],
  ['a PDF of 10,000 pages', 'Dài.pdf', 'application/pdf', aPdf({ pages: 10_000 }), /nhiều nhất 2.000 trang/],
  ['half a PDF', 'Hỏng.pdf', 'application/pdf', Buffer.from('%PDF-1.7\nnửa chừng'), /PDF hỏng/],
  [
    'a drawing with a script, named as a picture',
    'x.png',
    'image/png',
    Buffer.from('<svg onload="alert(1)"/>'),
    /không phải ảnh PNG/,
  ],
] as const) {
  test(`${what} is refused with a sentence`, async ({ desk }) => {
    await bring(desk, name, mime, buffer);
    await expect(desk.getByRole('alert').filter({ hasText: `Không nhận “${name}”` })).toContainText(sentence);
  });
}

test('a countdown stands until the operator starts it, and runs on every display alike', async ({
  desk,
  wall,
}) => {
  const panel = { kind: 'countdown' as const, label: 'Họp giao ban', until: '', minutes: 5 };
  await showTiles(desk, 1, [{ id: 'dem', panel }]);
  const timer = wall(1).getByRole('timer');
  await expect(timer).toHaveAccessibleName('Họp giao ban: còn 5:00');
  await expect(wall(1).getByText('Chưa bắt đầu')).toBeVisible();

  await desk.getByRole('tab', { name: 'Sự cố' }).click();
  await desk.keyboard.press('2');
  await desk.getByRole('button', { name: 'Bắt đầu đếm: Họp giao ban' }).click();
  await expect(timer).toHaveAccessibleName(/Họp giao ban: còn 4:5\d/);
  await expect(desk.getByText(/Trong lúc bạn chọn/), 'who did it himself is not told of it').toHaveCount(0);
  await desk.getByRole('button', { name: 'Đặt lại: Họp giao ban' }).click();
  await expect(timer).toHaveAccessibleName('Họp giao ban: còn 5:00');
});
