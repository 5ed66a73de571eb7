import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeMapPack } from '../../support/mapPack.ts';
import { signIn, takeScene } from '../../support/operator.ts';
import { expect, test } from '../../support/roomTest.ts';

const folder = mkdtempSync(join(tmpdir(), 'pack-'));
const pack = join(folder, 'goi.pmtiles');
writeMapPack(pack, [
  { code: '19', name: 'Thái Nguyên', point: [105.84, 21.59], box: [105.75, 21.2, 106.5, 22.1] },
  { code: '99', name: 'Tỉnh của gói', point: [104.9, 22.3], box: [104.5, 21.2, 105.75, 22.6] },
]);
test.afterAll(() => rmSync(folder, { recursive: true }));
test.use({ roomRequest: { pace: 0, pack } });

test("a site's own map pack is drawn, and over it the names of Hoàng Sa and Trường Sa", async ({
  desk,
  walls,
}) => {
  await signIn(desk);
  await takeScene(desk, 'map');

  for (const page of walls) {
    const map = page.locator('.wall-tile:not(.unseen) .map');
    if ((await map.count()) === 0) continue;
    await expect(map).toHaveAttribute('data-idle', 'true');
    await expect(map).toHaveAttribute('data-health', 'well');
  }
  const named = async (name: string): Promise<number> => {
    const counts = await Promise.all(
      walls.map((page) => page.locator('.wall-tile:not(.unseen) .map').getByText(name).count()),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  };
  for (const name of ['Tỉnh của gói', 'Hoàng Sa', 'Trường Sa'])
    await expect.poll(() => named(name), name).toBeGreaterThan(0);
});
