import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startApp, type App } from '../../../config/appProcess.ts';
import { writeSite } from '../../../config/roomFiles.ts';
import { profileDir } from '../../../config/runtime.ts';
import { test as base } from '../../support/headsTest.ts';
import { expect } from '../../support/roomTest.ts';

type Start = (change: (site: Record<string, unknown>) => void) => Promise<App>;

const test = base.extend<{ profile: string; start: Start }>({
  profile: async ({}, use) => {
    const profile = profileDir('refused');
    await use(profile);
    rmSync(profile, { recursive: true, force: true });
  },
  start: async ({ heads, profile }, use) => {
    let app: App | undefined;
    await use(
      async (change) =>
        (app = await startApp({ profile, siteFile: writeSite({ profile, change }), env: heads.env })),
    );
    await app?.stop();
  },
});

test('a wrong room file: the app says which field and what belongs there, and does not start half', async ({
  start,
  profile,
}) => {
  const app = await start((site) => {
    site['seatDistanceMm'] = 'năm mét';
    site['wallId'] = 5;
  });
  expect(await app.ended).toMatchObject({ code: 2 });
  const said = app.log();
  expect(said).toContain(join(profile, 'room', 'sites', 'site.json'));
  expect(said).toContain('seatDistanceMm: số / number');
  expect(said).toContain('wallId: chuỗi ký tự / string');
  expect(readdirSync(profile)).not.toContain('wall.db');
});

test('a wrong content file of the province stops the start in the same way', async ({ start, profile }) => {
  const app = await start((site) => (site['province'] = 'khong-co-tinh-nay'));
  expect(await app.ended).toMatchObject({ code: 2 });
  expect(app.log()).toContain('khong-co-tinh-nay.json');
  expect(existsSync(join(profile, 'wall.db'))).toBe(false);
});
