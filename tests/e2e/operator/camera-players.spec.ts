import type { Locator, Page } from '@playwright/test';
import { startFleet } from '../../support/cameras/fleet.ts';
import { startJanus } from '../../support/cameras/janus.ts';
import { startPictureCamera } from '../../support/cameras/pictureCamera.ts';
import { startReplayFleet } from '../../support/cameras/replayFleet.ts';
import { signIn, takeScene } from '../../support/operator.ts';
import type { Sources } from '../../support/room.ts';
import { expect, test } from '../../support/roomTest.ts';

const OVER_WEBRTC = 'Nút giao Đồng Quang';
const AS_STREAM = 'Cầu Gia Bảy';
const IN_H265 = 'Nút giao Bắc Nam';

/** Cameras that come over WebRTC, as a stream of JPEG pictures, and one picture at a time. */
async function sources(): Promise<Sources> {
  const fleet = await startFleet({ count: 1, fps: 12 });
  const janus = await startJanus({ urls: fleet.urls });
  const pictures = await startPictureCamera();
  const newer = await startReplayFleet({ count: 1, clip: { frames: 50, size: '320x176', codec: 'h265' } });
  return {
    cameras: {
      'cam-01': { kind: 'webrtc', main: janus.url(1) },
      'cam-02': { kind: 'mjpeg', main: pictures.streamUrl },
      'cam-03': { kind: 'snapshot', main: pictures.pictureUrl },
      'cam-04': { kind: 'rtsp', main: newer.urls[0] },
    },
    async stop() {
      await newer.stop();
      await pictures.stop();
      await janus.stop();
      await fleet.stop();
    },
  };
}

test.use({ roomRequest: { pace: 0, sources } });

/** What the engine itself says: an engine that says no is believed. */
const decodesH265 = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const answer = await VideoDecoder.isConfigSupported({ codec: 'hvc1.1.6.L30.90' });
    return answer.supported === true;
  });

const live = (wall: Page, name: string): Locator =>
  wall.getByRole('figure', { name: new RegExp(`${name}, trực tiếp`) });

test('cameras without RTSP are live beside each other: over WebRTC, as a stream of pictures, one by one', async ({
  desk,
  wall,
}) => {
  await signIn(desk);
  await takeScene(desk, 'cameras');

  // H.265 is shown where this engine has proved that it decodes it, and said to be H.265 where it has not.
  const plays = await decodesH265(wall(2));
  const newer = wall(2).getByRole('figure', { name: new RegExp(IN_H265) });
  await expect(newer).toHaveAttribute('data-state', plays ? 'live' : 'unsupported');
  if (!plays) await expect(newer.getByText(/H\.265/)).toBeVisible();
  // A tile is called live only while it has itself painted a picture within the last seconds.
  await expect(live(wall(1), OVER_WEBRTC)).toBeVisible();
  await expect(live(wall(2), AS_STREAM)).toBeVisible();
  await expect(wall(2).getByRole('figure', { name: /, trực tiếp/ })).toHaveCount(2 + (plays ? 1 : 0));
});

test('the console says how the machine keeps pace with its cameras', async ({ desk }) => {
  const load = desk.getByRole('group', { name: 'Khả năng hiển thị camera' });

  await expect(load).toContainText(/\d+ ô camera/);
  await expect(load).toContainText(/máy bận \d+%/);
});
