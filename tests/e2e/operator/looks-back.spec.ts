import type { Locator, Page } from '@playwright/test';
import { barCodesOn } from '../../demo/wallSight.ts';
import { SECOND } from '../../support/moments.ts';
import { signIn, signInAdministrator, takeScene } from '../../support/operator.ts';
import { expect, test } from '../../support/roomTest.ts';

const LARGE = 'Nút giao Đồng Quang';

// A key picture in five seconds: most moments lie far behind one.
test.use({ roomRequest: { pace: 0, cameras: 2, cameraFps: 12, cameraGop: 60 } });

const live = (wall: Page): Locator => wall.getByRole('figure', { name: new RegExp(`${LARGE}, trực tiếp`) });
const past = (wall: Page): Locator =>
  wall.getByRole('figure', { name: new RegExp(`${LARGE}, phát lại ${SECOND}, chậm`) });

/** How old the newest moment is that can be read in a camera picture of a window, ms; 0: none can. */
async function pictureAge(wall: Page): Promise<number> {
  const codes = (await barCodesOn(wall)).filter((code): code is number => code !== null);
  return codes.length === 0 ? 0 : Date.now() - Math.min(...codes);
}

/** The moment that the camera wrote into the oldest picture of a window, epoch ms. */
async function codeOf(wall: Page): Promise<number> {
  return Math.min(...(await barCodesOn(wall)).map((code) => code ?? Infinity));
}

/** The same once it stands: it is decoded anew from the key before it, and until then the running picture may still be seen. */
async function stillCode(wall: Page): Promise<number> {
  let still = Infinity;
  await expect
    .poll(async () => {
      const before = still;
      still = await codeOf(wall);
      return Number.isFinite(still) && still === before;
    })
    .toBe(true);
  return still;
}

/** How long the tile's camera has been recorded without a gap, ms, as the timeline draws it. */
async function recordedMs(region: Locator): Promise<number> {
  const line = region.getByRole('slider', { name: 'Dòng thời gian' });
  const [from, to] = await Promise.all([
    line.getAttribute('aria-valuemin'),
    line.getAttribute('aria-valuemax'),
  ]);
  const [whole, span] = await Promise.all([
    line.boundingBox(),
    line.locator('.timeline-span').last().boundingBox(),
  ]);
  return ((Number(to) - Number(from)) * (span?.width ?? 0)) / (whole?.width ?? 1);
}

/** How far the second that a band names is from a moment, s; both of one day or of two that follow each other. */
function apart(band: string, at: number): number {
  const [, hour = 0, minute = 0, second = 0] = /(\d\d):(\d\d):(\d\d)/.exec(band)?.map(Number) ?? [];
  const of = Math.floor(at / 1_000) + 7 * 3_600;
  const off = ((((hour * 60 + minute) * 60 + second - of) % 86_400) + 86_400) % 86_400;
  return Math.min(off, 86_400 - off);
}

async function openDesk(desk: Page): Promise<Locator> {
  await desk.getByRole('tab', { name: 'Xem lại' }).click();
  const region = desk.getByRole('region', { name: 'Xem lại' });
  await region.getByLabel('Ô camera trên tường').selectOption({ label: `${LARGE} – Màn hình 1` });
  return region;
}

test.beforeEach(async ({ desk, wall }) => {
  await signIn(desk);
  const scene = desk.locator('button[data-scene="cameras"]');
  if (!(await scene.getByText('Đang phát').isVisible())) await takeScene(desk, 'cameras');
  await expect(live(wall(1))).toBeVisible();
});

test('one key leads a camera tile back, marked as past on the wall, another leads it to the present', async ({
  desk,
  wall,
}) => {
  const region = await openDesk(desk);
  await expect(region.getByRole('slider', { name: 'Dòng thời gian' })).toBeEnabled();
  await expect.poll(() => region.locator('.timeline-span').count()).toBeGreaterThan(0);
  // Half a minute back is as far back as there is: it must be farther than a live picture ever is.
  await expect.poll(() => recordedMs(region)).toBeGreaterThan(6_000);
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('l');

  await expect(past(wall(1))).toBeVisible();
  await expect(wall(1).getByText(new RegExp(`^Phát lại ${SECOND} · chậm \\d+ giây$`))).toBeVisible();
  await expect(live(wall(1))).toBeHidden();
  await expect.poll(() => pictureAge(wall(1))).toBeGreaterThan(2_000);
  await expect(region.getByRole('status')).toContainText('Đang phát lại');

  await desk.keyboard.press('n');
  await expect(past(wall(1))).toBeHidden();
  await expect(live(wall(1))).toBeVisible();
  await expect.poll(() => pictureAge(wall(1))).toBeLessThan(2_000);
});

test('a replay stands still and goes on and back picture by picture', async ({ desk, wall }) => {
  const region = await openDesk(desk);
  await region.getByRole('button', { name: 'Lùi 30 giây' }).click();
  await expect(past(wall(1))).toBeVisible();
  await region.getByRole('button', { name: 'Tạm dừng' }).click();
  const band = wall(1).getByText(new RegExp(`^Phát lại, dừng ở ${SECOND} · chậm`));
  await expect(band).toBeVisible();
  const still = await stillCode(wall(1));
  expect(apart((await band.textContent()) ?? '', still)).toBeLessThanOrEqual(1);

  await region.getByRole('button', { name: 'Tới 1 hình' }).click();
  await expect.poll(() => codeOf(wall(1))).toBeGreaterThan(still);
  await region.getByRole('button', { name: 'Lùi 1 hình' }).click();
  await expect.poll(() => codeOf(wall(1))).toBe(still);

  await region.getByRole('button', { name: 'Về trực tiếp' }).click();
  await expect(live(wall(1))).toBeVisible();
});

test('a picture that is taken of a replay bears the second of what is seen', async ({ desk, wall }) => {
  await signInAdministrator(desk);
  // The shell would ask where to keep it, in a window of its own.
  await desk.evaluate(() => {
    HTMLAnchorElement.prototype.click = () => undefined;
  });
  const region = await openDesk(desk);
  await region.getByRole('button', { name: 'Lùi 30 giây' }).click();
  await expect(past(wall(1))).toBeVisible();
  await region.getByRole('button', { name: 'Tạm dừng' }).click();
  await expect(wall(1).getByText(new RegExp(`^Phát lại, dừng ở ${SECOND} · chậm`))).toBeVisible();

  const still = await stillCode(wall(1));
  await region.getByRole('button', { name: 'Chụp hình' }).click();
  const said = region.getByText(new RegExp(`^Đã chụp hình lúc ${SECOND}`));
  await expect(said).toBeVisible();
  expect(apart((await said.textContent()) ?? '', still)).toBeLessThanOrEqual(1);

  await region.getByRole('button', { name: 'Về trực tiếp' }).click();
  await expect(live(wall(1))).toBeVisible();
});
