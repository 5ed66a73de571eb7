import { contrastIn, startGrab } from '../../support/grab.ts';
import { expect, test } from '../../support/roomTest.ts';

// Every window is far over this budget: one after the other is opened anew.
test.use({
  roomRequest: {
    site: (site) => Object.assign(site, { windowMemory: { mostMb: 50, lookEveryS: 2 } }),
  },
});
test.setTimeout(240_000);

/** Grabbed pictures are a sixth of the desktop: the console's head and four panels in two rows. */
const SCALE = 6;
const HEAD = { width: 1_920 / SCALE, height: 1_080 / SCALE } as const;
const DESKTOP = { widthPx: 3 * HEAD.width, heightPx: 2 * HEAD.height } as const;
const LOOKS_PER_SECOND = 30;
/** A panel with less between its brightest and darkest pixel shows nothing. */
const NOTHING = 40;

test('a window over its memory budget is opened anew, and nobody sees it', async ({ room, desk, walls }) => {
  const panels = room.heads.places.slice(1).map(({ x, y }) => ({ x: x / SCALE, y: y / SCALE, ...HEAD }));
  const born = () =>
    Promise.all(walls.map((page) => page.evaluate(() => performance.timeOrigin).catch(() => 0)));
  let looks: readonly (readonly number[])[] = [];
  const stop = startGrab({
    env: room.heads.env,
    perSecond: LOOKS_PER_SECOND,
    ...DESKTOP,
    onPicture: (picture) =>
      (looks = [...looks, panels.map((panel) => contrastIn(picture, DESKTOP.widthPx, panel))]),
  });
  const dark = () => looks.map((look) => look.filter((contrast) => contrast < NOTHING).length);
  await expect.poll(() => dark().at(-1), { timeout: 60_000 }).toBe(0);
  const before = await born();
  looks = [];

  await expect(async () => {
    expect((await born()).filter((time, window) => time !== before[window]).length).toBeGreaterThan(0);
    expect(looks.length, 'looks at the desktop').toBeGreaterThan(100);
  }).toPass({ timeout: 150_000 });
  stop();

  expect(
    dark().filter((panels) => panels > 0),
    'no panel was dark in any look',
  ).toEqual([]);
  // Old and new page lie in one window while one takes the other's place, and here the next one follows at once.
  await expect.poll(async () => (await room.walls()).length, { intervals: [50] }).toBe(4);
  await expect(desk.getByText(/Một cửa sổ tường đã được mở lại/)).toHaveCount(0);
});
