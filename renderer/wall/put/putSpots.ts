import { camerasOf } from '../../../domain/cameras/choice.ts';
import { gridShape, gridView } from '../../../domain/cameras/grid.ts';
import type { CameraGridSpec } from '../../../domain/cameras/tileSpec.ts';
import { FLOOR_ARC_MINUTES, heightForArcMm, pitchMm } from '../../../domain/wall/legibility.ts';
import { lookOf, turnOf } from '../../../domain/wall/lookRules.ts';
import { isLookedBack } from '../../../domain/wall/replays.ts';
import type { Area, Display, Scene, Tile, Wall } from '../../../domain/wall/model.ts';
import { freeFor, type PutTarget } from '../../../domain/wall/putting.ts';
import type { EditingRoom } from '../../panels/editingDefinition.ts';
import { tileTitles } from '../../panels/tileTitle.ts';
import { faceLayout } from '../../ui/faceLayout.ts';
import { linePx } from '../../ui/tileLayout.ts';
import { floorFontPx } from '../../ui/typeScale.ts';
import { displayOf } from '../editor/stage.ts';
import { floorCapPx, rectOn } from '../tilePlacement.ts';

/** A place where cameras can be put, as people point at it. */
export type PutSpot = {
  readonly id: string;
  readonly target: PutTarget;
  /** mm of the canvas. */
  readonly area: Area;
  readonly display: Display;
  /** What it is called: `Ô 3 của Camera giao thông, Màn hình 2`. */
  readonly name: string;
};

/** What putting is reckoned from. */
export type PutSight = {
  readonly wall: Wall;
  readonly scene: Scene;
  readonly room: EditingRoom;
  /** Epoch ms: which page a grid shows. */
  readonly now: number;
};

type GridTile = Tile & { readonly panel: CameraGridSpec };

function isGrid(tile: Tile): tile is GridTile {
  return tile.panel.kind === 'camera-grid';
}

/** The part of a grid's tile in which its cells lie: what the face leaves, by the functions that draw it. */
function bodyOf(tile: GridTile, display: Display, { wall, room }: PutSight): Area {
  const { widthPx, heightPx } = rectOn(display, tile);
  const floorPx = floorFontPx(floorCapPx(wall.canvas, display));
  const titles = tileTitles(tile.panel, room.world, room);
  const face = faceLayout({ widthPx, heightPx, floorPx }, { titles }, room.measure);
  const { xMm, yMm } = tile.area;
  const mm = pitchMm(display);
  const headPx = face.layout.padYPx + face.head.lines * linePx(face.layout.titlePx);
  return {
    xMm: xMm + ((widthPx - face.body.widthPx) / 2) * mm,
    yMm: yMm + headPx * mm,
    widthMm: face.body.widthPx * mm,
    heightMm: face.body.heightPx * mm,
  };
}

function cellsOf(tile: GridTile, display: Display, sight: PutSight): readonly PutSpot[] {
  const { wall, room, now } = sight;
  const { words, world, language } = room;
  const { panel } = tile;
  const cameraIds = camerasOf(panel.from, world.cameras.byId);
  const capitalMm = heightForArcMm(FLOOR_ARC_MINUTES, wall.canvas.seatDistanceMm);
  const shape = gridShape(panel.cells, tile.area, { cameras: cameraIds.length, capitalMm });
  const look = lookOf(wall.looks, tile);
  const forward = look.cells.map(({ cameraId }) => cameraId);
  const view = gridView(panel, shape, {
    cameraIds,
    turn: turnOf(look, isLookedBack(wall.hold, tile.id)),
    forward,
    now,
  });
  const body = view.cells.length === 1 ? tile.area : bodyOf(tile, display, sight);
  const [widthMm, heightMm] = [body.widthMm / shape.columns, body.heightMm / shape.rows];
  const title = tileTitles(panel, world, room)[0] ?? '';
  const place = words.wallBoard.display(display.order);
  return view.cells.map((shows, index) => {
    const name = shows === null ? null : (world.cameras.byId[shows]?.name[language] ?? shows);
    return {
      id: `${tile.id} ${index}`,
      target: { at: 'tile', tileId: tile.id, cell: { shows } },
      area: {
        xMm: body.xMm + (index % shape.columns) * widthMm,
        yMm: body.yMm + Math.floor(index / shape.columns) * heightMm,
        widthMm,
        heightMm,
      },
      display,
      name: words.put.cell(index + 1, title, place, name),
    };
  });
}

function spotsOf(tile: Tile, display: Display, sight: PutSight): readonly PutSpot[] {
  if (isGrid(tile)) return cellsOf(tile, display, sight);
  const { words, world } = sight.room;
  const title = tileTitles(tile.panel, world, sight.room)[0] ?? '';
  return [
    {
      id: tile.id,
      target: { at: 'tile', tileId: tile.id },
      area: tile.area,
      display,
      name: words.put.tile(title, words.wallBoard.display(display.order)),
    },
  ];
}

function freeSpot(display: Display, { scene, room }: PutSight): readonly PutSpot[] {
  const area = freeFor(display, scene);
  if (area === undefined) return [];
  const { put, wallBoard } = room.words;
  const name = put.free(wallBoard.display(display.order));
  return [{ id: display.id, target: { at: 'display', displayId: display.id }, area, display, name }];
}

/** Every place of the wall, display by display, in reading order; what lies over others comes last. */
export function putSpots(sight: PutSight): readonly PutSpot[] {
  const { canvas } = sight.wall;
  const tiles = Object.values(sight.scene.tiles).sort(
    (a, b) =>
      Number(a.layer === 'overlay') - Number(b.layer === 'overlay') ||
      a.area.yMm - b.area.yMm ||
      a.area.xMm - b.area.xMm,
  );
  return [...canvas.displays]
    .sort((a, b) => a.order - b.order)
    .flatMap((display) => [
      ...tiles
        .filter(({ area }) => displayOf(canvas, area)?.id === display.id)
        .flatMap((tile) => spotsOf(tile, display, sight)),
      ...freeSpot(display, sight),
    ]);
}
