import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { PanelSpec } from '../../../domain/wall/model.ts';
import { startDashboards, type Dashboards } from '../../support/dashboards.ts';
import { signIn } from '../../support/operator.ts';
import type { Room } from '../../support/room.ts';
import { expect, test as base } from '../../support/roomTest.ts';
import { showTiles } from '../../support/tiles.ts';

const test = base.extend<object, { readonly dashboards: Dashboards }>({
  dashboards: [
    async ({}, use) => {
      const dashboards = await startDashboards();
      await use(dashboards);
      await dashboards.stop();
    },
    { scope: 'worker' },
  ],
  roomRequest: [
    async ({ dashboards: { good, unsigned } }, use) =>
      use({ pace: 0, walls: 2, site: (site) => (site['web'] = { origins: [good, unsigned] }) }),
    { scope: 'worker' },
  ],
});

const PAGE = '#0A7D3C';

function web(url: string, title: string): PanelSpec {
  return { kind: 'web', title, url, zoom: 1, reloadMinutes: 0 };
}

const figure = (wall: Page, title: string, state: string | RegExp): Locator =>
  wall.getByRole('figure', {
    name: new RegExp(`^${title}: ${state instanceof RegExp ? state.source : state}`),
  });

/** The colour of the real desktop at a part (0 … 1) of a wall display, where the page's own view and all over it is seen. */
async function colourOn(room: Room, display: number, across: number, down: number): Promise<string> {
  mkdirSync(test.info().outputDir, { recursive: true });
  const file = join(test.info().outputDir, 'desktop.png');
  await room.heads.screenshot(file);
  const at = room.heads.places[display] ?? { x: 0, y: 0 };
  const spot = `${Math.round(at.x + 1_920 * across)},${Math.round(at.y + 1_080 * down)}`;
  const told = execFileSync('/usr/bin/convert', [
    file,
    '-depth',
    '8',
    '-format',
    `%[hex:p{${spot}}]`,
    'info:',
  ]);
  return `#${told.toString().slice(0, 6)}`;
}

test.beforeEach(({ desk }) => signIn(desk));

test('a page of the list stands on the wall; a banner lies above it, and the page is seen around it', async ({
  room,
  desk,
  wall,
  dashboards,
}) => {
  const panel = web(`${dashboards.good}/`, 'Bảng điều hành');
  await showTiles(desk, 1, [{ id: 'trang', panel }]);
  await expect(figure(wall(1), 'Bảng điều hành', 'đang hiển thị')).toBeVisible();
  await expect.poll(() => colourOn(room, 1, 0.5, 0.5)).toBe(PAGE);

  const banner: PanelSpec = { kind: 'banner', text: 'Diễn tập phòng chống lũ', tone: 'attention' };
  await showTiles(desk, 1, [
    { id: 'trang', panel },
    { id: 'bang', panel: banner, layer: 'overlay' },
  ]);
  await expect(wall(1).getByRole('note', { name: 'Cảnh báo: Diễn tập phòng chống lũ' })).toBeVisible();
  await expect.poll(() => colourOn(room, 1, 0.86, 0.42)).toBe('#F2B705');
  await expect.poll(() => colourOn(room, 1, 0.5, 0.8)).toBe(PAGE);
  await desk.waitForTimeout(2500);
  await expect(desk.getByText('2/2 màn hình đã hiển thị')).toBeVisible();
});

test('a page goes under the cover with everything else, and stands still with a frozen wall', async ({
  room,
  desk,
  wall,
  dashboards,
}) => {
  await showTiles(desk, 1, [{ id: 'trang', panel: web(`${dashboards.good}/`, 'Bảng điều hành') }]);
  await expect(figure(wall(1), 'Bảng điều hành', 'đang hiển thị')).toBeVisible();
  await expect.poll(() => colourOn(room, 1, 0.5, 0.9)).toBe(PAGE);

  await desk.getByRole('button', { name: /^Che tường/ }).click();
  await expect.poll(() => colourOn(room, 1, 0.5, 0.9)).not.toBe(PAGE);
  await desk.getByRole('button', { name: /^Trở lại/ }).click();
  await expect.poll(() => colourOn(room, 1, 0.5, 0.9)).toBe(PAGE);

  await desk.getByRole('button', { name: /^Dừng hình/ }).click();
  await expect(wall(1).getByText(/^Đang dừng hình/)).toBeVisible();
  await expect.poll(() => colourOn(room, 1, 0.5, 0.5)).toBe(PAGE);
  await desk.getByRole('button', { name: /^Trở lại/ }).click();
  await expect.poll(() => colourOn(room, 1, 0.5, 0.5)).toBe(PAGE);
});

test('a wrong certificate, a way off the list and a page in error are told, and nothing leaves the list', async ({
  desk,
  wall,
  dashboards,
}) => {
  await showTiles(desk, 2, [
    { id: 'a', panel: web(`${dashboards.unsigned}/`, 'A') },
    { id: 'b', panel: web(`${dashboards.good}/redirect`, 'B') },
    { id: 'c', panel: web(`${dashboards.foreign}/`, 'C') },
    { id: 'd', panel: web(`${dashboards.good}/broken`, 'D') },
    { id: 'e', panel: web(`${dashboards.good}/greedy`, 'E') },
  ]);
  const host = new URL(dashboards.foreign).host;
  await expect(figure(wall(2), 'A', /Chứng thư của trang không hợp lệ/)).toBeVisible();
  await expect(figure(wall(2), 'B', `Trang chuyển sang “${host}”`)).toBeVisible();
  await expect(figure(wall(2), 'C', `“${host}” không có trong danh sách`)).toBeVisible();
  await expect(figure(wall(2), 'D', /Máy chủ của trang báo lỗi 503/)).toBeVisible();
  await expect(figure(wall(2), 'E', 'đang hiển thị')).toBeVisible();
  expect(dashboards.foreignAsked()).toEqual([]);
});

test('a page that hangs is opened again, and hurts nobody', async ({ desk, wall, dashboards }) => {
  await showTiles(desk, 1, [
    { id: 'treo', panel: web(`${dashboards.good}/hang`, 'Treo') },
    { id: 'gio', panel: { kind: 'clock', seconds: true } },
  ]);
  await expect(figure(wall(1), 'Treo', /Trang bị treo, đang mở lại/)).toBeVisible();
  const clock = wall(1).locator('time');
  const before = await clock.textContent();
  await expect(clock).not.toHaveText(before ?? '');
  await expect(figure(wall(1), 'Treo', 'đang hiển thị')).toBeVisible();
});

test('a page whose server dies gives way to its substitute and returns by itself', async ({
  desk,
  wall,
  dashboards,
}) => {
  await dashboards.kill();
  const failover: PanelSpec = { kind: 'text', title: '', text: 'Gọi trực ban kỹ thuật', arcMinutes: 22 };
  await showTiles(desk, 1, [{ id: 'trang', panel: web(`${dashboards.good}/`, 'Bảng'), failover }]);
  await expect(wall(1).getByRole('note', { name: 'Gọi trực ban kỹ thuật' })).toBeVisible();
  await expect(wall(1).getByRole('status').filter({ hasText: 'Bảng' })).toContainText('Mất nguồn “Bảng”');

  await dashboards.restore();
  await expect(wall(1).getByRole('note', { name: 'Gọi trực ban kỹ thuật' })).toBeHidden();
  await expect(figure(wall(1), 'Bảng', 'đang hiển thị')).toBeVisible();
});
