import { describe, expect, it } from 'vitest';
import { SceneTemplateSchema, type PanelSpec } from '../../domain/wall/model.ts';
import { camerasNow } from '../../domain/wall/shownCameras.ts';
import { noRecordings } from '../../main/cameras/noRecordings.ts';
import { aProvince, NOON } from '../support/builders.ts';
import { openFakeRoom } from '../support/fakeRoom.ts';

const point: [number, number] = [105.8, 21.6];
const cameras = Array.from({ length: 7 }, (_, n) => ({
  ...{ id: `cam-${n + 1}`, unit: '19', name: { vi: `Nút giao ${n + 1}`, en: `Junction ${n + 1}` }, point },
  ...{ provenance: 'live' as const, tags: [], groups: [], ptz: false, restricted: false },
}));
const grid = (columns: number, turn: 'page' | 'cell', order = 'given') => ({
  ...{ kind: 'camera-grid', from: { by: 'all' }, cells: [columns, 1], order, turn, dwellS: 10 },
});
const panels = {
  pages: grid(2, 'page'),
  tour: grid(1, 'cell'),
  active: grid(3, 'page', 'activity'),
  hotspot: { kind: 'camera-hotspot', follows: 'both' },
};
const scene = SceneTemplateSchema.parse({
  id: 'cameras',
  name: { vi: 'Camera', en: 'Cameras' },
  layout: {
    over: 'screens',
    screens: [
      {
        grid: [4, 1],
        cells: Object.values(panels).map((panel, column) => ({ at: [column, 0, 1, 1], panel })),
      },
    ],
  },
});
/** What every camera gave for the last ten minutes. */
const recordings = {
  ...noRecordings,
  spans: () => [{ from: NOON - 600_000, to: NOON + 3_600_000 }],
};

const province = { ...aProvince({ cameras }), scenes: [scene], startScene: 'cameras' };

async function aRoom() {
  const room = openFakeRoom({ province, recordings });
  const desk = room.window('console');
  await room.signIn(desk, 'operator');
  let orders = 0;
  const wall = () => {
    const found = room.app.world().walls['main'];
    if (!found) throw new Error('no wall');
    return found;
  };
  const tileOf = (name: keyof typeof panels) => {
    const kindOf = ({ kind }: PanelSpec): boolean => kind === panels[name].kind;
    const fits = (panel: PanelSpec): boolean =>
      kindOf(panel) && JSON.stringify({ ...panel, ...panels[name] }) === JSON.stringify(panel);
    const tile = Object.values(wall().program?.scene.tiles ?? {}).find(({ panel }) => fits(panel));
    if (!tile) throw new Error(`no tile ${name}`);
    return tile;
  };
  return {
    ...room,
    desk,
    wall,
    shown: (name: keyof typeof panels) =>
      camerasNow(wall(), tileOf(name), room.app.world().cameras.byId, room.clock.now()),
    back: (name: keyof typeof panels, cameraId: string, act: 'back' | 'live' = 'back') =>
      desk.call('wall.replay', {
        ...{ wallId: 'main', commandId: `r-${(orders += 1)}`, tileId: tileOf(name).id, cameraId },
        act: act === 'back' ? { do: 'back', byMs: 30_000 } : { do: 'live' },
      }),
    choose: (cameraId: string) =>
      desk.call('wall.chooseCamera', { wallId: 'main', commandId: `c-${(orders += 1)}`, cameraId }),
  };
}

describe('somebody looks back at a camera of a grid', () => {
  it('that goes round page by page: the page stays until the present, and goes on from there', async () => {
    const room = await aRoom();
    const [first = ''] = room.shown('pages');

    expect(await room.back('pages', first)).toMatchObject({ ok: true });
    await room.clock.advance(25_000);
    expect(room.shown('pages')).toContain(first);
    expect(room.wall().hold.replays).toMatchObject([
      { cameraId: first, mediaAt: NOON - 30_000, clockAt: NOON },
    ]);

    const before = room.shown('pages');
    await room.back('pages', first, 'live');
    expect(room.shown('pages')).toEqual(before);
    await room.clock.advance(10_000);
    expect(room.shown('pages')).not.toEqual(before);
  });

  it.each(['pages', 'tour'] as const)(
    'that is on another turn of a tile of kind %s: it is turned to',
    async (kind) => {
      const room = await aRoom();
      const away = ['cam-1', 'cam-4', 'cam-7'].find((id) => !room.shown(kind).includes(id)) ?? '';

      await room.back(kind, away);

      expect(room.shown(kind)).toContain(away);
    },
  );

  it('that events order: it comes forward, stays while it is looked at, and goes home after', async () => {
    const room = await aRoom();
    expect(room.shown('active')).toEqual(['cam-1', 'cam-2', 'cam-3']);

    await room.back('active', 'cam-6');
    await room.clock.advance(60_000);
    expect(room.shown('active')).toContain('cam-6');

    await room.back('active', 'cam-6', 'live');
    await room.clock.advance(60_000);
    expect(room.shown('active')).toEqual(['cam-1', 'cam-2', 'cam-3']);
  });

  it('and at one of another page: what no longer shows is over', async () => {
    const room = await aRoom();
    const [first = ''] = room.shown('pages');
    const away = ['cam-1', 'cam-4', 'cam-7'].find((id) => !room.shown('pages').includes(id)) ?? '';

    await room.back('pages', first);
    await room.back('pages', away);

    expect(room.wall().hold.replays.map(({ cameraId }) => cameraId)).toEqual([away]);
  });

  it('that is not of it: that is refused', async () => {
    const room = await aRoom();
    expect(await room.back('pages', 'cam-99')).toEqual({ ok: false, reason: 'tile-without-camera' });
    expect(await room.back('hotspot', 'cam-1')).toEqual({ ok: false, reason: 'tile-without-camera' });
  });

  it('and the core dies: every display finds it where it was', async () => {
    const room = await aRoom();
    const [first = ''] = room.shown('pages');
    await room.back('pages', first);

    const again = openFakeRoom({ cache: room.cache, province, recordings });

    for (const display of ['d1', 'd2'])
      expect(again.window(display).world().walls['main']).toMatchObject({
        hold: { replays: room.wall().hold.replays },
        looks: room.wall().looks,
      });
  });
});

describe('somebody looks back at what a hotspot shows', () => {
  it('and it stays, until another camera is chosen: then that replay is over', async () => {
    const room = await aRoom();
    await room.choose('cam-2');
    await room.clock.advance(1_000);

    expect(await room.back('hotspot', 'cam-2')).toMatchObject({ ok: true });
    await room.clock.advance(60_000);
    expect(room.shown('hotspot')).toEqual(['cam-2']);

    await room.choose('cam-5');
    expect(room.shown('hotspot')).toEqual(['cam-5']);
    expect(room.wall().hold.replays).toEqual([]);
  });
});
