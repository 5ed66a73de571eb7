import type { Locator } from '@playwright/test';
import type { CameraSighting } from '../../../domain/cameras/sightings.ts';
import { vietnamDate } from '../../../domain/kernel/time.ts';
import { readProvince } from '../../../config/roomFiles.ts';
import { readBarcode, readNumbers } from '../../support/cameras/barcode.ts';
import { startReplayFleet } from '../../support/cameras/replayFleet.ts';
import { signIn, takeScene } from '../../support/operator.ts';
import { bring, type Item } from '../../support/province.ts';
import { expect, test } from '../../support/roomTest.ts';

const ids = readProvince('thai-nguyen')
  .cameras.slice(0, 2)
  .map(({ id }) => id);

/** The first two cameras of the province, each with its own number in its pictures. */
async function twoCameras() {
  const fleet = await startReplayFleet({ count: ids.length, distinct: true });
  const cameras = Object.fromEntries(ids.map((id, at) => [id, { kind: 'rtsp', main: fleet.urls[at] }]));
  return { cameras, stop: () => fleet.stop() };
}

test.use({ roomRequest: { pace: 0, sources: twoCameras } });

function smoke(seen: Pick<CameraSighting, 'id' | 'cameraId' | 'at'>): Item {
  const common = { unit: '05443', confidence: 0.92, provenance: 'live' } as const;
  const event = { kind: 'smoke', ...common, ...seen } as const;
  return { kind: 'fact', topic: 'cameras/19', asOf: seen.at, body: { type: 'cameras.eventSeen', event } };
}

/** The number of the camera in the picture on a canvas; null while there is none. */
async function cameraOn(canvas: Locator): Promise<number | null> {
  const row = await canvas.evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement) || element.width === 0) return null;
    const { width } = element;
    const copy = new OffscreenCanvas(width, 16);
    const brush = copy.getContext('2d');
    brush?.drawImage(element, 0, 0);
    return { width, rgba: [...(brush?.getImageData(0, 0, width, 16).data ?? [])] };
  });
  const code = row && readBarcode(row.rgba, row.width);
  return code === null ? null : readNumbers(code % 2 ** 40).camera;
}

test('an event shows what its own camera showed then, at the console and on the wall, and the console how long it is kept', async ({
  room,
  desk,
  wall,
}, info) => {
  await signIn(desk);
  await takeScene(desk, 'cameras');
  await expect(wall(1).getByRole('figure', { name: /Nút giao Đồng Quang, trực tiếp/ })).toBeVisible();
  const second = wall(2).getByRole('figure', { name: /Cầu Gia Bảy, trực tiếp/ });
  await expect(second).toBeVisible();
  const at = Date.now();
  await bring(room, smoke({ id: 'ai-1', cameraId: ids[1] ?? '', at }));

  await desk.getByRole('tab', { name: 'Sự kiện camera' }).click();
  const cards = desk.getByRole('region', { name: 'Cần xem ngay' });
  const picture = cards.getByRole('img', { name: /^Hình ghi lúc/ });
  await expect(picture).toBeVisible({ timeout: 30_000 });
  expect(await cameraOn(picture)).toBe(2);
  await expect(cards).toContainText(`giữ đến ${vietnamDate(at + 90 * 86_400_000)}`);
  await desk.screenshot({ path: info.outputPath('desk.png') });

  await takeScene(desk, 'watch');
  const tile = wall(4).getByRole('list', { name: 'Sự kiện camera' });
  await expect(tile.getByRole('listitem').first()).toHaveText(/Khói/);
  const onWall = tile.getByRole('img', { name: /^Hình ghi lúc/ });
  await expect(onWall).toBeVisible({ timeout: 30_000 });
  expect(await cameraOn(onWall)).toBe(2);
  await wall(4).screenshot({ path: info.outputPath('wall.png') });
});
