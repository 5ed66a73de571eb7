import type { Locator, Page } from '@playwright/test';
import { readProvince } from '../../../config/roomFiles.ts';
import { barCodesOn } from '../../demo/wallSight.ts';
import { readNumbers } from '../../support/cameras/barcode.ts';
import { startReplayFleet, type ReplayFleet } from '../../support/cameras/replayFleet.ts';
import { signIn, takeScene } from '../../support/operator.ts';
import { expect, test } from '../../support/roomTest.ts';

const LARGE = 'Nút giao Đồng Quang';
const SMALL = 'Cầu Gia Bảy';
const SUSPECT_AFTER_S = 4;

let fleet: ReplayFleet;
const ids = readProvince('thai-nguyen')
  .cameras.slice(0, 2)
  .map(({ id }) => id);

test.use({
  roomRequest: [
    async ({}, use) => {
      fleet = await startReplayFleet({ count: ids.length, distinct: true });
      const source = (main = '') => ({ kind: 'rtsp', main, suspectAfterSeconds: SUSPECT_AFTER_S });
      await use({
        pace: 0,
        end: () => fleet.stop(),
        site(site) {
          site['cameras'] = Object.fromEntries(ids.map((id, index) => [id, source(fleet.urls[index])]));
        },
      });
    },
    { scope: 'worker' },
  ],
});

const camera = (wall: Page, name: string, state: string): Locator =>
  wall.getByRole('figure', { name: new RegExp(`${name}, ${state}`) });

/** The number of the camera whose picture the window shows. */
async function cameraSeen(wall: Page): Promise<number | undefined> {
  const [code] = await barCodesOn(wall);
  return code === undefined || code === null ? undefined : readNumbers(code % 2 ** 40).camera;
}

test.beforeEach(async ({ desk, wall }) => {
  await signIn(desk);
  const scene = desk.locator('button[data-scene="cameras"]');
  if (!(await scene.getByText('Đang phát').isVisible())) await takeScene(desk, 'cameras');
  await expect(camera(wall(1), LARGE, 'trực tiếp')).toBeVisible();
  await expect(camera(wall(2), SMALL, 'trực tiếp')).toBeVisible();
});

test('each name stands over its own camera’s picture, also after both have failed and come back', async ({
  wall,
}) => {
  const own = async (): Promise<void> => {
    await expect.poll(() => cameraSeen(wall(1))).toBe(1);
    await expect.poll(() => cameraSeen(wall(2))).toBe(2);
  };
  await own();
  await fleet.fault(1, 'dead');
  await fleet.fault(2, 'dead');
  await expect(camera(wall(1), LARGE, 'mất tín hiệu')).toBeVisible();
  await fleet.fault(2, null);
  await expect(camera(wall(2), SMALL, 'trực tiếp')).toBeVisible();
  await fleet.fault(1, null);
  await expect(camera(wall(1), LARGE, 'trực tiếp')).toBeVisible();
  await own();
});

test('a picture that only repeats is doubted, not called dead, and trusted again when it changes', async ({
  wall,
}, info) => {
  await fleet.fault(1, 'repeats');

  await expect(camera(wall(1), LARGE, 'nghi đứng hình')).toBeVisible();
  await wall(1).screenshot({ path: info.outputPath('suspect.png') });
  // A machine that is busy may show the small one as a still, with its age; nobody doubts it.
  await expect(camera(wall(2), SMALL, '(trực tiếp|ảnh tĩnh)')).toBeVisible();

  await fleet.fault(1, null);
  await expect(camera(wall(1), LARGE, 'trực tiếp')).toBeVisible();
});
