import type { Locator, Page } from '@playwright/test';
import { signIn } from '../../support/operator.ts';
import { bring, incident, reading } from '../../support/province.ts';
import { expect, test } from '../../support/roomTest.ts';

/** Every vowel with two marks above or below it, capital and small, and letters that hang. */
const STACKED = 'Ế Ễ Ộ Ử Ẵ ế ễ ộ ử ẵ ỵ';

test.use({ roomRequest: { pace: 0 } });

test('another language changes the words and nothing else', async ({ room, desk, walls }) => {
  const title = 'Đổ cây tại phường Quan Triều';
  await bring(room, incident({ id: 'e2e-tree', title, lead: 'Công an phường' }), incident({ id: 'e2e-other', title: 'Mất điện' }));
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
  await expect(desk.getByRole('button', { name: title, exact: true })).toHaveAttribute('aria-expanded', 'true');
  await expect(desk.getByRole('button', { name: 'Mất điện', exact: true })).toHaveCount(0);
  expect(await desk.evaluate(() => document.documentElement.lang)).toBe('en');
  await expect(walls[0]?.getByRole('region', { name: 'Hồ sơ tiếp nhận hôm nay' })).toBeVisible();

  await desk.getByRole('button', { name: 'Tiếng Việt' }).click();
  await expect(desk.getByRole('region', { name: 'Bản xem trước' })).toContainText('Kinh tế - xã hội');
  await desk.keyboard.press('Escape');
  await desk.getByRole('searchbox').fill('');
});

test('numbers stand as they are written in Viet Nam', async ({ room, walls }) => {
  await bring(room, reading('gt.speed', 1234.5), reading('hc.received', 12_345), reading('tt.level.nui-coc', 45.3));
  await expect(walls[2]?.getByRole('figure', { name: 'Tốc độ trung bình: 1.234,5 km/h' })).toContainText('1.234,5');
  await expect(walls[0]?.getByRole('figure', { name: 'Hồ sơ tiếp nhận: 12.345 hồ sơ' })).toContainText('12.345');
  await expect(walls[2]?.getByRole('figure', { name: 'Mực nước Núi Cốc: 45,30 m' })).toContainText('45,30');
});

/** The place of an element and room around it, px; what lies outside of it may move as it likes. */
async function pictureOf(page: Page, element: Locator): Promise<Buffer> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('nothing to take a picture of');
  const margin = Math.ceil(box.height / 2);
  const clip = { x: box.x, y: Math.max(0, box.y - margin), width: box.width, height: box.height + 2 * margin };
  return page.screenshot({ clip, animations: 'disabled' });
}

/** Lets the text, its tile and everything between them overflow: what was clipped before is seen now. */
function letOverflow(element: Locator): Promise<void> {
  return element.evaluate((found) => {
    for (let each: Element | null = found; each !== null && !each.matches('.wall-display'); each = each.parentElement) {
      if (!(each instanceof HTMLElement)) continue;
      each.style.overflow = 'visible';
      each.style.contain = 'none';
    }
  });
}

async function expectWhole(page: Page, element: Locator): Promise<void> {
  await element.evaluate(() => document.fonts.ready.then(() => undefined));
  const before = await pictureOf(page, element);
  await letOverflow(element);
  const after = await pictureOf(page, element);
  if (after.equals(before)) return;
  await test.info().attach('as it is', { body: before, contentType: 'image/png' });
  await test.info().attach('not clipped', { body: after, contentType: 'image/png' });
  const tile = await element.evaluate((found) => found.closest('[data-kind]')?.getAttribute('aria-label'));
  expect.soft(false, `«${tile}» cắt mất dấu`).toBe(true);
}

test('no mark of a Vietnamese letter is cut off in a title', async ({ room, walls: [first, , third, fourth] }) => {
  if (first === undefined || third === undefined || fourth === undefined) throw new Error('four displays');
  await bring(room, incident({ id: 'e2e-marks', title: STACKED, severity: 'emergency' }));
  const row = fourth.getByText(STACKED);
  await expect(row).toBeVisible();
  await expectWhole(fourth, row);

  for (const page of [first, third, fourth]) {
    for (const title of await page.locator('.wall-tile:not(.unseen) .tile-title').all()) {
      await title.evaluate((heading, text) => (heading.textContent = text), STACKED.slice(0, 9));
      await expectWhole(page, title);
    }
  }
});
