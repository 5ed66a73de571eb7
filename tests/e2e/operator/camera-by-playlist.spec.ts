import type { Locator, Page } from '@playwright/test';
import { startHlsCamera, type HlsCamera } from '../../support/cameras/hlsCamera.ts';
import { signIn, takeScene } from '../../support/operator.ts';
import { expect, test } from '../../support/roomTest.ts';

const NAME = 'Cầu Gia Bảy';
const TOO_LARGE = 'Nút giao Mỏ Bạch';
let camera: HlsCamera;

/** Two cameras that give nothing but HLS; the pictures of the second are 8K, and its playlist does not say so. */
async function playlists() {
  camera = await startHlsCamera({ camera: 2, frames: 250, fps: 25 });
  const large = await startHlsCamera({ camera: 3, frames: 2, fps: 25, size: '7680x4320' });
  const cameras = {
    'cam-02': { kind: 'hls', main: camera.url },
    'cam-03': { kind: 'hls', main: large.url },
  };
  const stop = async (): Promise<void> => {
    await camera.stop();
    await large.stop();
  };
  return { cameras, stop };
}

test.use({ roomRequest: { pace: 0, sources: playlists } });

const figure = (wall: Page, name: string): Locator =>
  wall.getByRole('figure', { name: new RegExp(`^Camera ${name}`) });
const row = (desk: Page, name: string): Locator =>
  desk.getByRole('group', { name: new RegExp(`^${name}: `) });

test('a playlist that grows over nothing is an old picture, on the wall and in the list, and 8K is refused with the reason', async ({
  desk,
  wall,
}, info) => {
  await signIn(desk);
  await takeScene(desk, 'cameras');
  const tile = figure(wall(2), NAME);
  await expect(tile).toHaveAccessibleName(/trực tiếp/, { timeout: 30_000 });
  await expect(figure(wall(2), TOO_LARGE)).toHaveAttribute('data-state', 'unsupported', { timeout: 30_000 });
  await wall(2).screenshot({ path: info.outputPath('wall.png') });
  await desk.getByRole('tab', { name: 'Camera', exact: true }).click();
  const search = desk.getByRole('searchbox');
  await search.fill('mo bach');
  await expect(row(desk, TOO_LARGE)).toHaveAccessibleName(/Không giải mã được/);
  await search.fill('gia bay');
  await expect(row(desk, NAME)).toHaveAccessibleName(/Trực tiếp/);
  await desk.screenshot({ path: info.outputPath('desk.png') });

  camera.starve(true);
  await expect(tile).toHaveAccessibleName(/hình cũ|mất tín hiệu/, { timeout: 40_000 });
  await expect(row(desk, NAME)).toHaveAccessibleName(/Hình cũ|Mất tín hiệu/, { timeout: 20_000 });

  camera.starve(false);
  await expect(tile).toHaveAccessibleName(/trực tiếp/, { timeout: 40_000 });
  await expect(row(desk, NAME)).toHaveAccessibleName(/Trực tiếp/);
});
