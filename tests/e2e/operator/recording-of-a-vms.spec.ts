import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { vietnamClockSeconds, vietnamDate } from '../../../domain/kernel/time.ts';
import { barCodesOn } from '../../demo/wallSight.ts';
import { readNumbers } from '../../support/cameras/barcode.ts';
import { CLIP, startVms } from '../../support/cameras/vms.ts';
import { signIn, takeScene } from '../../support/operator.ts';
import { expect, test } from '../../support/roomTest.ts';

const NAME = 'Cầu Gia Bảy';
const HOUR_MS = 3_600_000;
const ROUND_S = CLIP.frames / CLIP.fps;

/** The bridge's camera is dead, and a recording server kept what it saw. */
async function recorded() {
  const vms = await startVms();
  const recordings = { url: vms.template, days: 30 };
  const source = { kind: 'rtsp', main: 'rtsp://127.0.0.1:9/none', recordings };
  return { cameras: { 'cam-02': source }, stop: vms.stop };
}

test.use({ roomRequest: { pace: 0, sources: recorded } });

/** Where in the round of the clip the picture lies that the window shows, s; undefined: none is seen. */
async function secondSeen(wall: Page): Promise<number | undefined> {
  const codes = (await barCodesOn(wall)).filter((code) => code !== null);
  const numbers = codes.map((code) => readNumbers(code % 2 ** 40));
  const frame = numbers.find(({ camera }) => camera === CLIP.camera)?.frame;
  return frame === undefined ? undefined : frame / CLIP.fps;
}

test('what a recording server kept of a dead camera is seen on the wall at its own time', async ({
  desk,
  wall,
}) => {
  await signIn(desk);
  await takeScene(desk, 'cameras');
  await desk.getByRole('tab', { name: 'Xem lại' }).click();
  const playback = desk.getByRole('region', { name: 'Xem lại' });
  await playback.getByLabel('Ô camera trên tường').selectOption({ label: `${NAME} – Màn hình 2` });

  const asked = Date.now() - 30 * HOUR_MS;
  const field = playback.getByLabel('Thời điểm trên máy chủ ghi hình');
  await field.fill(`${vietnamClockSeconds(asked)} ${vietnamDate(asked)}`);
  await field.press('Enter');
  const past = wall(2).getByRole('figure', {
    name: new RegExp(`${NAME}, phát lại \\d\\d:\\d\\d:\\d\\d \\d`),
  });
  await expect(past.locator('[data-state="live"]')).toBeVisible();
  await expect(playback.getByText('Bản ghi của máy chủ ghi hình, không phải của máy này')).toBeVisible();
  if (process.env['PICTURES']) {
    await wall(2).screenshot({ path: join(process.env['PICTURES'], 'vms-wall.png') });
    await desk.screenshot({ path: join(process.env['PICTURES'], 'vms-desk.png') });
  }

  await playback.getByRole('button', { name: 'Tạm dừng' }).click();
  await expect(async () => {
    const said = /phát lại (\d\d):(\d\d):(\d\d)/.exec((await past.getAttribute('aria-label')) ?? '');
    // Every full minute begins a round: its second tells the picture's.
    const second = Number(said?.[3]) % ROUND_S;
    const off = Math.abs(((await secondSeen(wall(2))) ?? Infinity) - second);
    expect(Math.min(off, ROUND_S - off)).toBeLessThan(1.1);
  }).toPass();
});
