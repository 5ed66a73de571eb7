import { setTimeout as wait } from 'node:timers/promises';
import { tell, type Measured, type Measurement } from '../harness/figure.ts';
import { contrastIn, startGrab, type Rectangle } from '../../support/grab.ts';
import type { Stage } from '../harness/stage.ts';
import { median, percentile, rounded } from '../harness/statistics.ts';
import { FramesSchema, shownTiles, takeFrames, TilesSchema, type TakeSeen } from '../page/watchTakes.ts';
import { ask } from '../room/operatorDesk.ts';
import { SIZE, startTakeWall, type TakeWall } from '../room/takeWall.ts';

const TAKES = 50;
/** The preview warms up for as long as an operator looks at it. */
const LOOK_MS = 2_500;
/** Between a take and the way back. */
const REGRET_MS = 1_000;
/** Grabbed pictures are a quarter of the desktop: the console's head and the wall's eight in two rows. */
const SCALE = 4;
const DESKTOP = { widthPx: (SIZE.widthPx * 5) / SCALE, heightPx: (SIZE.heightPx * 2) / SCALE } as const;
const GRABS_PER_SECOND = 5;
/** A tile with less between its brightest and darkest pixel is one colour. */
const ONE_COLOUR = 8;

type Run = { readonly takes: readonly TakeSeen[]; readonly backs: readonly TakeSeen[] };

/** Looks at a scene, takes it, and goes back; again and again, from one scene to the other. */
async function takeAndBack({ desk, take }: TakeWall, times: number): Promise<Run> {
  const takes: TakeSeen[] = [];
  const backs: TakeSeen[] = [];
  for (let time = 0; time < times; time += 1) {
    const source = { from: 'scene', sceneId: 'other' };
    await ask(desk, 'wall.warm', { wallId: 'main', source });
    await wait(LOOK_MS);
    takes.push(await take(source));
    await wait(REGRET_MS);
    backs.push(await take({ from: 'previous' }));
  }
  return { takes, backs };
}

function wholeMs({ askedAt, painted }: TakeSeen): number {
  return painted.length === 0 ? Infinity : Math.max(...painted) - askedAt;
}

function skewMs({ painted }: TakeSeen): number {
  return painted.length === 0 ? Infinity : Math.max(...painted) - Math.min(...painted);
}

function spread(numbers: readonly number[]): string {
  const at = (share: number): number => rounded(percentile(numbers, share));
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, worst ${at(1)}`;
}

/** Tiles of one colour in 5 pictures a second of the desktop, while takes go on. */
async function blackOnDesktop(stage: Stage, wall: TakeWall): Promise<number> {
  const rooms = await Promise.all(wall.walls.map(({ page }) => page.evaluate(shownTiles, TilesSchema)));
  const tiles = rooms.flat().map(({ x, y, width, height }): Rectangle => ({
    x: x / SCALE,
    y: y / SCALE,
    width: width / SCALE,
    height: height / SCALE,
  }));
  let pictures = 0;
  let black = 0;
  const stop = startGrab({
    env: wall.env,
    perSecond: GRABS_PER_SECOND,
    ...DESKTOP,
    onPicture(picture) {
      pictures += 1;
      black += tiles.filter((tile) => contrastIn(picture, DESKTOP.widthPx, tile) < ONE_COLOUR).length;
    },
  });
  stage.later(stop);
  await takeAndBack(wall, TAKES / 2);
  stop();
  tell(`    ${pictures} pictures of ${tiles.length} tiles each: ${black} of one colour`);
  if (pictures < TAKES) throw new Error(`only ${pictures} pictures of the desktop`);
  return black;
}

async function framesOf({ walls }: TakeWall) {
  return Promise.all(walls.map(({ page }) => page.evaluate(takeFrames, FramesSchema)));
}

/** A warm scene of 48 indicators, a map and two cameras, taken to eight displays and back. */
export const wallTake: Measurement = {
  figures: {
    'wall.take_p95_ms': { of: 'value', atMost: 300 },
    'wall.take_skew_p95_ms': { of: 'value', atMost: 33 },
    'wall.rollback_p95_ms': { of: 'value', atMost: 300 },
    'wall.black_frames': { of: 'value', atMost: 0 },
  },
  async run(stage) {
    const wall = await startTakeWall(stage);
    await takeAndBack(wall, 2);
    await framesOf(wall);
    const { takes, backs } = await takeAndBack(wall, TAKES);
    const frames = await framesOf(wall);
    const black = frames.reduce((sum, one) => sum + one.black, 0);
    tell(`    take ${spread(takes.map(wholeMs))} ms; back ${spread(backs.map(wholeMs))} ms`);
    tell(`    skew ${spread([...takes, ...backs].map(skewMs))} ms`);
    tell(
      `    pause between frames, p95 by window: ${frames.map(({ p95Ms }) => rounded(p95Ms)).join(', ')} ms; ${black} black of ${frames.reduce((sum, one) => sum + one.frames, 0)} frames`,
    );
    const seen = await blackOnDesktop(stage, wall);
    const value = (figure: string, number: number, unit = 'ms'): Measured => ({
      figure,
      value: number,
      unit,
      baseline: unit === 'ms' ? median(frames.map(({ p95Ms }) => p95Ms)) : null,
    });
    return [
      value('wall.take_p95_ms', percentile(takes.map(wholeMs), 0.95)),
      value('wall.take_skew_p95_ms', percentile([...takes, ...backs].map(skewMs), 0.95)),
      value('wall.rollback_p95_ms', percentile(backs.map(wholeMs), 0.95)),
      value('wall.black_frames', black + seen, 'frames'),
    ];
  },
};
