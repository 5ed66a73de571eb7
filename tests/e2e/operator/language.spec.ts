import type { Locator, Page } from '@playwright/test';
import { signIn } from '../../support/operator.ts';
import { bring, incident, reading } from '../../support/province.ts';
import { expect, test } from '../../support/roomTest.ts';

/** Every vowel with two marks above or below it, capital and small, and letters that hang. */
const STACKED = 'Ế Ễ Ộ Ử Ẵ ế ễ ộ ử ẵ ỵ';

test.use({ roomRequest: { pace: 0 } });

test('another language changes the words and nothing else', async ({ room, desk, wall }) => {
  const title = 'Đổ cây tại phường Quan Triều';
  await bring(
    room,
    incident({ id: 'e2e-tree', title, lead: 'Công an phường' }),
    incident({ id: 'e2e-other', title: 'Mất điện' }),
  );
  await signIn(desk);
  await desk.getByRole('searchbox').fill('do cay');
  await desk.getByRole('button', { name: title, exact: true }).click();
  await desk.getByRole('heading', { name: 'Toàn Cảnh' }).click();
  await desk.keyboard.press('4');
  await expect(desk.getByRole('region', { name: 'Bản xem trước' })).toContainText('Kinh tế - xã hội');

  await desk.getByRole('button', { name: 'English' }).click();
  await expect(desk.getByRole('main', { name: 'Console' })).toBeVisible();
  await expect(desk.getByRole('region', { name: 'Preview' })).toContainText('Socio-economy');
  await expect(desk.getByRole('group', { name: 'On duty' })).toContainText('Trực ban trình diễn');
  await expect(desk.getByRole('searchbox')).toHaveValue('do cay');
  await expect(desk.getByRole('button', { name: title, exact: true })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
  await expect(desk.getByRole('button', { name: 'Mất điện', exact: true })).toHaveCount(0);
  expect(await desk.evaluate(() => document.documentElement.lang)).toBe('en');
  await expect(wall(1).getByRole('region', { name: 'Hồ sơ tiếp nhận hôm nay' })).toBeVisible();

  await desk.getByRole('button', { name: 'Tiếng Việt' }).click();
  await expect(desk.getByRole('region', { name: 'Bản xem trước' })).toContainText('Kinh tế - xã hội');
  await desk.keyboard.press('Escape');
  await desk.getByRole('searchbox').fill('');
});

test('a console speaks again as it was told, after a reload and after a new start; its wall speaks Vietnamese', async ({
  room,
}) => {
  const switched = await room.console();
  await switched.getByRole('button', { name: 'English' }).click();
  await expect(switched.getByRole('main', { name: 'Console' })).toBeVisible();
  await switched.reload();
  await expect(switched.getByRole('main', { name: 'Console' })).toBeVisible();

  await room.restartApp();

  const desk = await room.console();
  await expect(desk.getByRole('main', { name: 'Console' })).toBeVisible();
  expect(await desk.evaluate(() => document.documentElement.lang)).toBe('en');
  const wall = await room.wall(1);
  await expect(wall.getByRole('region', { name: 'Hồ sơ tiếp nhận hôm nay' })).toBeVisible();
  expect(await wall.evaluate(() => document.documentElement.lang)).toBe('vi');

  await desk.getByRole('button', { name: 'Tiếng Việt' }).click();
  await expect(desk.getByRole('region', { name: 'Bản xem trước' })).toBeVisible();
});

test('numbers stand as they are written in Viet Nam', async ({ room, wall }) => {
  await bring(
    room,
    reading('gt.speed', 1234.5),
    reading('hc.received', 12_345),
    reading('tt.level.nui-coc', 45.3),
  );
  await expect(wall(3).getByRole('figure', { name: 'Tốc độ trung bình: 1.234,5 km/h' })).toContainText(
    '1.234,5',
  );
  await expect(wall(1).getByRole('figure', { name: 'Tiếp nhận hôm nay: 12.345 hồ sơ' })).toContainText(
    '12.345',
  );
  await expect(wall(3).getByRole('figure', { name: 'Mực nước Núi Cốc: 45,30 m' })).toContainText('45,30');
});

/** The place of an element and room around it, px; what lies outside of it may move as it likes. */
async function pictureOf(page: Page, element: Locator): Promise<Buffer> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('nothing to take a picture of');
  const margin = Math.ceil(box.height / 2);
  const clip = {
    x: box.x,
    y: Math.max(0, box.y - margin),
    width: box.width,
    height: box.height + 2 * margin,
  };
  return page.screenshot({ clip, animations: 'disabled' });
}

/** Lets the text, its tile and everything between them overflow: what was clipped before is seen now. */
function letOverflow(element: Locator): Promise<void> {
  return element.evaluate((found) => {
    for (
      let each: Element | null = found;
      each !== null && !each.matches('.wall-display');
      each = each.parentElement
    ) {
      if (!(each instanceof HTMLElement)) continue;
      each.style.overflow = 'visible';
      each.style.contain = 'none';
    }
  });
}

/** How many pixels of two pictures differ by more than the softening of an edge. */
function differing(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async (pictures) => {
      const [a, b] = await Promise.all(
        pictures.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const brush = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
          brush?.drawImage(bitmap, 0, 0);
          return brush?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
        }),
      );
      return [...(a ?? [])].filter((level, index) => Math.abs(level - (b?.[index] ?? 0)) > 24).length;
    },
    [one.toString('base64'), other.toString('base64')],
  );
}

async function expectWhole(page: Page, element: Locator): Promise<void> {
  await element.evaluate(() => document.fonts.ready.then(() => undefined));
  const asItIs = await pictureOf(page, element);
  await letOverflow(element);
  const unclipped = await pictureOf(page, element);
  const tile = await element.evaluate((found) => found.closest('[data-kind]')?.getAttribute('aria-label'));
  expect.soft(await differing(page, asItIs, unclipped), `«${tile}» cắt mất dấu`).toBe(0);
}

test('no mark of a Vietnamese letter is cut off in a title', async ({ room, wall }) => {
  await bring(room, incident({ id: 'e2e-marks', title: STACKED, severity: 'emergency' }));
  const row = wall(4).getByText(STACKED);
  await expect(row).toBeVisible();
  await expectWhole(wall(4), row);

  for (const page of [wall(1), wall(3), wall(4)]) {
    for (const title of await page.locator('.wall-tile:not(.unseen) .tile-title').all()) {
      await title.evaluate((heading, text) => (heading.textContent = text), STACKED.slice(0, 9));
      await expectWhole(page, title);
    }
  }
});
