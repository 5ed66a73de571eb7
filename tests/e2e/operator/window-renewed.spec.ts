import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '../../support/roomTest.ts';

const run = promisify(execFile);

// Every window is far over this budget: one after the other is opened anew.
test.use({
  roomRequest: {
    site: (site) => Object.assign(site, { windowMemory: { mostMb: 50, lookEveryS: 2 } }),
  },
});

/** How bright the desktop's panels are on average, 0 to 1, one number for each head but the first. */
async function brightness(
  env: Readonly<Record<string, string>>,
  places: readonly { x: number; y: number }[],
) {
  const values = await Promise.all(
    places.map(async ({ x, y }) => {
      const crop = `1920x1080+${x}+${y}`;
      const words = [
        '-window',
        'root',
        '-crop',
        crop,
        '-resize',
        '96x54',
        '-format',
        '%[fx:maxima]',
        'info:',
      ];
      const { stdout } = await run('import', words, { env: { ...process.env, ...env } });
      return Number(stdout);
    }),
  );
  return values;
}

test('a window over its memory budget is opened anew, and nobody sees it', async ({ room, desk, walls }) => {
  test.setTimeout(180_000);
  const born = () =>
    Promise.all(walls.map((page) => page.evaluate(() => performance.timeOrigin).catch(() => 0)));
  const dark: boolean[][] = [];
  const panels = room.heads.places.slice(1);
  await expect.poll(async () => Math.min(...(await brightness(room.heads.env, panels)))).toBeGreaterThan(0.5);
  const before = await born();
  await expect
    .poll(
      async () => {
        const seen = await brightness(room.heads.env, panels);
        dark.push(seen.map((value) => !(value > 0.5)));
        const now = await born();
        return now.filter((time, index) => time !== before[index]).length;
      },
      { timeout: 150_000, intervals: [50] },
    )
    .toBeGreaterThan(0);

  // An X server without a compositor fills what a window uncovers with one colour until the window has drawn: a frame or
  // two, which a look may meet. Two looks in a row are a dark panel.
  const stayedDark = panels.map((_, panel) =>
    dark.some((look, nth) => look[panel] === true && dark[nth + 1]?.[panel] === true),
  );
  expect(stayedDark, 'no panel was dark for longer than a look').toEqual([false, false, false, false]);
  // Old and new stand side by side while one takes the other's place, and here the next one follows at once.
  await expect.poll(async () => (await room.walls()).length, { intervals: [50] }).toBe(4);
  await expect(desk.getByText('Một cửa sổ tường đã được mở lại.')).toHaveCount(0);
});
