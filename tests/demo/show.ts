// The demonstration itself: each scene is taken by the operator's own keys, waited for, counted and pictured.
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright';
import type { Room } from '../support/room.ts';
import { signIn, takeScene } from '../support/operator.ts';
import { snapshotOf } from '../support/replica.ts';
import { coloursAt, cutOut, type Place } from './pictures.ts';
import { barCodesOn, lookAt, type WallSight } from './wallSight.ts';

export type ShowResult = {
  readonly windows: number;
  readonly indicatorsLive: number;
  readonly indicatorsPublished: number;
  readonly incidentsShown: number;
  readonly camerasLive: number;
  /** From the spawn of the app to the first wall window with a painted tile, ms. */
  readonly firstWallMs: number | null;
  /** From the spawn of the app until everything of every shown scene was live, ms. */
  readonly allLiveMs: number | null;
  readonly wireMessages: number;
  readonly errors: readonly string[];
};

export type Show = {
  readonly room: Room;
  readonly displays: number;
  /** The path of a picture by its file name. */
  readonly picture: (name: string) => string;
  readonly tell: (sentence: string) => void;
};

const SCENE_WITHIN_MS = 25_000;
/** A map in software graphics needs several seconds for its first whole picture. */
const MAP_SETTLES_MS = 2_500;
const DISPLAY_PX = { width: 1920, height: 1080 };

const isPublished = (name: string): boolean => name.includes('công bố');
const isMissingOrOld = (name: string): boolean => /chưa có dữ liệu|dữ liệu cũ/i.test(name);
const isLive = (camera: string): boolean => camera.includes('trực tiếp');

type Counted = { live: Set<string>; published: Set<string>; incidents: Set<string>; cameras: Set<string> };

function count(sights: readonly WallSight[], into: Counted): void {
  for (const { figures, cameras, incidents, markers } of sights) {
    for (const name of figures) {
      const [subject = ''] = name.split(/[:,]/);
      if (isPublished(name)) into.published.add(subject);
      else if (!isMissingOrOld(name)) into.live.add(subject);
    }
    for (const name of cameras.filter(isLive)) into.cameras.add(name.split(',')[0] ?? name);
    for (const name of [...incidents, ...markers]) into.incidents.add(name.split(',')[0] ?? name);
  }
}

/** What keeps a scene from being all live, in sentences; none when it is. */
function lacks(sights: readonly WallSight[]): readonly string[] {
  return sights.flatMap(({ tiles, figures, cameras, incidents, unpaintedMaps }, index) => {
    const at = `Màn hình ${index + 1}`;
    const old = figures.filter(isMissingOrOld);
    const dark = cameras.filter((name) => !isLive(name));
    const listed = tiles.some(({ kind }) => kind === 'incident-list');
    const numbers = tiles.filter(({ kind }) => kind === 'indicator').length;
    const pictures = tiles.filter(({ kind }) => kind === 'camera').length;
    return [
      ...(tiles.length === 0 ? [`${at} không có ô nào.`] : []),
      ...(figures.length < numbers ? [`${at} chỉ hiện ${figures.length} trên ${numbers} chỉ tiêu.`] : []),
      ...(cameras.length < pictures ? [`${at} chỉ hiện ${cameras.length} trên ${pictures} camera.`] : []),
      ...old.map((name) => `${at}: «${name}» chưa có số liệu mới.`),
      ...dark.map((name) => `${at}: «${name}» chưa có hình trực tiếp.`),
      ...(listed && incidents.length === 0 ? [`${at}: danh sách sự cố trống.`] : []),
      ...(unpaintedMaps > 0 ? [`${at}: bản đồ chưa vẽ xong.`] : []),
    ];
  });
}

async function lookAtAll(walls: readonly Page[]): Promise<readonly WallSight[]> {
  return Promise.all(walls.map(lookAt));
}

/** Waits until a scene is all live; the lacks that remain at the end are errors. */
async function settle(
  walls: readonly Page[],
): Promise<{ sights: readonly WallSight[]; errors: readonly string[] }> {
  const deadline = Date.now() + SCENE_WITHIN_MS;
  for (;;) {
    const sights = await lookAtAll(walls);
    const errors = lacks(sights);
    if (errors.length === 0 || Date.now() > deadline) return { sights, errors };
    await wait(200);
  }
}

function onDesktop(room: Room, display: number, place: Place): Place {
  const at = room.heads.places[display] ?? { x: 0, y: 0 };
  return { ...place, x: place.x + at.x, y: place.y + at.y };
}

async function oneColoured(
  show: Show,
  desktop: string,
  sights: readonly WallSight[],
): Promise<readonly string[]> {
  const errors: string[] = [];
  for (const [index, { tiles }] of sights.entries()) {
    for (const tile of tiles) {
      const colours = await coloursAt(desktop, onDesktop(show.room, index + 1, tile.place));
      if (colours < 2) errors.push(`Màn hình ${index + 1}: ô «${tile.name}» chỉ có một màu.`);
    }
  }
  return errors;
}

/** Cameras whose bar code stands still. A tile that gives way to others may show no more than a picture now and then. */
async function stillCodes(walls: readonly Page[]): Promise<readonly string[]> {
  const first = await Promise.all(walls.map(barCodesOn));
  for (const until = Date.now() + SCENE_WITHIN_MS; ; await wait(200)) {
    const now = await Promise.all(walls.map(barCodesOn));
    const still = now.flatMap((codes, wall) =>
      codes.flatMap((code, index) => {
        const before = first[wall]?.[index] ?? null;
        const moves = code !== null && before !== null && code > before;
        return moves ? [] : [`Màn hình ${wall + 1}: mã vạch của camera thứ ${index + 1} không chạy.`];
      }),
    );
    if (still.length === 0 || Date.now() > until) return still;
  }
}

async function takePictures(show: Show, folder: string): Promise<string> {
  const { room, picture, displays } = show;
  const desktop = picture(`${folder}desktop.png`);
  await room.heads.screenshot(desktop);
  for (let display = 0; display <= displays; display += 1) {
    const name = display === 0 ? 'console.png' : `display-${display}.png`;
    await cutOut(desktop, onDesktop(room, display, { x: 0, y: 0, ...DISPLAY_PX }), picture(folder + name));
  }
  return desktop;
}

/** Shows scene after scene; the overview comes last, so that its pictures are the ones in the folder itself. */
export async function runShow(show: Show): Promise<ShowResult> {
  const { room, tell } = show;
  const errors: string[] = [];
  const counted: Counted = {
    live: new Set(),
    published: new Set(),
    incidents: new Set(),
    cameras: new Set(),
  };
  const desk = await room.console();
  const walls = await room.walls();
  await walls[0]?.locator('.wall-tile [data-kind]').first().waitFor();
  const firstWallMs = Date.now() - room.app.startedAt();
  tell(`màn hình đầu tiên sau ${firstWallMs} ms`);
  await signIn(desk);

  const scenes = await desk
    .getByRole('region', { name: 'Kịch bản' })
    .getByRole('button')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-scene') ?? ''));
  const wanted = scenes.filter((id) => /^(overview|cameras|map)/.test(id));
  let allLiveMs: number | null = null;
  for (const scene of [...wanted.filter((id) => id !== 'overview'), 'overview']) {
    await takeScene(desk, scene);
    const { sights, errors: lacking } = await settle(walls);
    if (sights.some(({ tiles }) => tiles.some(({ kind }) => kind === 'map'))) await wait(MAP_SETTLES_MS);
    allLiveMs = Date.now() - room.app.startedAt();
    count(sights, counted);
    const desktop = await takePictures(show, scene === 'overview' ? '' : `${scene}-`);
    errors.push(...lacking, ...(await oneColoured(show, desktop, sights)), ...(await stillCodes(walls)));
    tell(`kịch bản ${scene}: ${lacking.length === 0 ? 'đủ' : lacking.join(' ')}`);
  }
  return {
    windows: walls.length + 1,
    indicatorsLive: counted.live.size,
    indicatorsPublished: counted.published.size,
    incidentsShown: counted.incidents.size,
    camerasLive: counted.cameras.size,
    firstWallMs,
    allLiveMs: errors.length === 0 ? allLiveMs : null,
    wireMessages: (await snapshotOf(desk)).link.taken,
    errors,
  };
}
