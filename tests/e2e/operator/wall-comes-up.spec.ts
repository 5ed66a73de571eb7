import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { commandLine } from '../../bench/harness/processes.ts';
import { appProcesses, rendererPids } from '../../bench/room/family.ts';
import { expect, test } from '../../support/roomTest.ts';

const overview: readonly (readonly string[])[] = [
  [
    'Hồ sơ đang xử lý, trong hạn',
    'Hồ sơ tiếp nhận hôm nay',
    'Hồ sơ quá hạn chưa trả kết quả',
    'Phản ánh hiện trường đang xử lý',
    'Công suất sử dụng giường bệnh',
    'Thu ngân sách nhà nước lũy kế từ đầu năm',
    'Hệ thống nguồn đang kết nối',
  ],
  ['Bản đồ sự cố'],
  [
    'Lưu lượng xe qua nút Đồng Quang',
    'Điểm ùn tắc đang diễn ra',
    'Tốc độ trung bình trên các tuyến chính',
    'Camera đang trực tuyến',
    'Camera trên nền tảng tập trung',
    'Chỉ số chất lượng không khí VN_AQI (giờ)',
    'Mực nước hồ Núi Cốc',
  ],
  ['Sự cố đang mở', 'Trung tâm điều hành thông minh tỉnh Thái Nguyên'],
];

function placeOf(page: Page) {
  return page.evaluate(() => {
    const { screenX: x, screenY: y, innerWidth: width, innerHeight: height } = window;
    return { x, y, width, height };
  });
}

test('the console stands on the primary screen, and every other screen is one display of the wall', async ({
  room,
  desk,
  walls,
}) => {
  await expect(desk.getByRole('main', { name: 'Bàn điều khiển' })).toBeVisible();
  const { x, y, width, height } = await placeOf(desk);
  expect(x >= 0 && y >= 0 && x + width <= 1920 && y + height <= 1080).toBe(true);

  const screens = room.heads.places.slice(1).map((place) => ({ ...place, width: 1920, height: 1080 }));
  expect(await Promise.all(walls.map(placeOf))).toEqual(screens);
  for (const [index, wall] of walls.entries()) {
    await expect(wall.getByRole('main', { name: `Màn hình ${index + 1}` })).toBeVisible();
  }
});

test('the overview is on the wall without anybody touching it', async ({ desk, wall }) => {
  for (const [index, names] of overview.entries()) {
    const display = wall(index + 1);
    for (const name of names) await expect(display.getByRole('region', { name, exact: true })).toBeVisible();
    await expect(display.getByRole('region')).toHaveCount(names.length);
  }
  await expect(wall(1).getByRole('figure', { name: /^Hồ sơ đang xử lý: [\d.]+ hồ sơ/ })).toBeVisible();
  await expect(
    wall(2).getByRole('list', { name: 'Sự cố trên bản đồ' }).getByRole('listitem'),
  ).not.toHaveCount(0);
  await expect(wall(4).getByRole('listitem')).not.toHaveCount(0);
  await expect(desk.getByRole('button', { name: /^Tổng quan Đang phát/ })).toBeVisible();
  await expect(desk.getByText('4/4 màn hình đã hiển thị')).toBeVisible();
});

test('the console shows small pictures of the real windows, not older than they say', async ({ desk }) => {
  for (const display of ['Màn hình 1', 'Màn hình 2', 'Màn hình 3', 'Màn hình 4']) {
    const small = desk.getByRole('figure', { name: display });
    await expect(small.getByRole('img', { name: `Hình thật của ${display}` })).toBeVisible();
    await expect(small).toContainText(/vừa xong|giây trước/);
  }
});

test('every window runs in a sandbox', async ({ room }) => {
  const words = [...appProcesses(room.app.pid())].flatMap(commandLine);
  expect(words).not.toContain('--no-sandbox');
  const renderers = rendererPids(room.app.pid());
  expect(renderers.length).toBeGreaterThanOrEqual(5);
  for (const pid of renderers) expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
});

test('a window has no Node, and a bridge of two functions', async ({ desk, walls }) => {
  for (const page of [desk, ...walls]) {
    const seen = await page.evaluate(() => ({
      node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
      bridge: Object.entries(window.ioc)
        .map(([name, value]) => [name, typeof value])
        .sort(),
    }));
    expect(seen).toEqual({
      node: [],
      bridge: [
        ['call', 'function'],
        ['onEvents', 'function'],
      ],
    });
  }
});

test('a page runs no script but its own', async ({ desk, walls }) => {
  for (const page of [desk, ...walls]) {
    const { policy, ran, refused } = await page.evaluate(async () => {
      const answer = await fetch(location.href);
      const told = new Promise<string>((found) => {
        addEventListener('securitypolicyviolation', (event) => found(event.effectiveDirective), {
          once: true,
        });
      });
      const script = document.createElement('script');
      try {
        script.textContent = 'window.intruder = true';
        document.body.append(script);
      } catch {
        // Text never becomes a script: refused before the page has it.
      }
      script.remove();
      return {
        policy: answer.headers.get('content-security-policy'),
        ran: 'intruder' in window,
        refused: await told,
      };
    });
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect([ran, refused]).toEqual([false, 'require-trusted-types-for']);
    const markup = (): string => {
      try {
        document.createElement('p').innerHTML = '<img src="x" onerror="alert(1)">';
        return 'taken';
      } catch {
        return 'refused';
      }
    };
    expect(await page.evaluate(markup)).toBe('refused');
  }
});

test('a page cannot go elsewhere, open windows or ask for anything', async ({ room, desk, walls }) => {
  for (const page of [desk, ...walls.slice(0, 1)]) {
    const before = [page.url(), await page.evaluate(() => performance.timeOrigin)];
    const asked = await page.evaluate(async () => {
      location.assign('https://example.com/');
      const opened = window.open('https://example.com/', '_blank');
      const where = await new Promise((told) => {
        navigator.geolocation.getCurrentPosition(
          () => told('found'),
          ({ code }) => told(code),
        );
      });
      const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'given',
        () => 'refused',
      );
      return { opened, where, camera, notices: await Notification.requestPermission() };
    });
    expect(asked).toEqual({ opened: null, where: 1, camera: 'refused', notices: 'denied' });
    expect([page.url(), await page.evaluate(() => performance.timeOrigin)]).toEqual(before);
  }
  // Eyes that saw a refused navigation wait for its end for ever.
  await room.lookAgain();
  expect(await room.walls()).toHaveLength(4);
});
